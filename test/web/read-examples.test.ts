import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseExamples, searchExamples } from "../../src/web/playground/examples";
import { readExamples } from "../../src/web/read-examples";
import { examplesFolder } from "../support/examples";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "examples-"));
});

afterEach(() => rm(folder, { recursive: true }));

const index = {
  groups: { partners: { "02-b": "Due" }, edit: { "01-a": "Uno" } },
  key: ["01-a"],
  noPublicData: ["02-b"],
};

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  const all = {
    "index.json": JSON.stringify(index),
    "01-a.graphql": "{ a }",
    "02-b.graphql": "{ b }",
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
}

test("reads examples in the order of the index, with title, group and marks", async () => {
  await write({
    "01-a.graphql": "\n#  Centres, nearby (after the import)\n#  second comment\n{ a }\n",
    "01-a.variables.json": '{ "x": 1 }',
    "01-a.result.json": "{}",
  });
  expect(await readExamples(folder)).toEqual([
    {
      title: { en: "02-b", it: "Due" },
      group: "partners",
      marks: ["noPublicData"],
      query: "{ b }",
      variables: null,
    },
    {
      title: { en: "Centres, nearby", it: "Uno" },
      group: "edit",
      marks: ["import", "key"],
      query: "\n#  Centres, nearby (after the import)\n#  second comment\n{ a }\n",
      variables: { x: 1 },
    },
  ]);
});

test("finds no examples in a missing folder", async () => {
  expect(await readExamples(join(folder, "nothing"))).toEqual([]);
});

test("names an example that the index does not list", async () => {
  await write({ "03-c.graphql": "{ c }" });
  await expect(readExamples(folder)).rejects.toThrow("index.json of the examples does not list 03-c.graphql");
});

test.each(["{ x", "[1]", "null"])("names the variables file that contains %s", async (text) => {
  await write({ "01-a.variables.json": text });
  await expect(readExamples(folder)).rejects.toThrow(/01-a\.variables\.json is not/);
});

test("the index lists every example of the project, and marks those that change data", async () => {
  const examples = await readExamples(examplesFolder);
  expect(new Set(examples.map(({ title }) => title.it)).size).toBe(examples.length);
  const mutations = examples.filter(({ query }) => /^mutation /m.test(query));
  expect(examples.filter(({ marks }) => marks.includes("key"))).toEqual(mutations);
  expect(examples.filter(({ group }) => group === "edit")).toEqual(mutations);
});

test("the page lays out the variables, and has no examples without a list", async () => {
  await write({ "01-a.variables.json": '{ "x": 1 }' });
  const examples = parseExamples(await readExamples(folder));
  expect(examples.map(({ variables }) => variables)).toEqual(["", '{\n  "x": 1\n}']);
  expect(parseExamples({})).toEqual([]);
});

test("a search finds all its words, in both titles and in the query, whatever case and accents", async () => {
  await write({ "01-a.graphql": "# Open today\n{ isOpenAt }" });
  const examples = parseExamples(await readExamples(folder));
  const found = (text: string) => searchExamples(examples, text).map(({ title }) => title.it);
  expect(["", "ÙNO open", "uno due", "isopenat", " Due "].map(found)).toEqual([
    ["Due", "Uno"],
    ["Uno"],
    [],
    ["Uno"],
    ["Due"],
  ]);
});
