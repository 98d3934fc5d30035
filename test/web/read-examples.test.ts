import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseExamples } from "../../src/web/playground/examples";
import { readExamples } from "../../src/web/read-examples";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "examples-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

test("reads examples in order, named by their first comment or their file", async () => {
  await write({
    "02-b.graphql": "{ b }\n# not the first line\n",
    "01-a.graphql": "\n#  Centri, vicini  \n#  second comment\n{ a }\n",
    "01-a.variables.json": '{ "x": 1 }',
    "01-a.result.json": "{}",
    "03-c.graphql": "#\n{ c }\n",
  });
  expect(await readExamples(folder)).toEqual([
    {
      name: "Centri, vicini",
      query: "\n#  Centri, vicini  \n#  second comment\n{ a }\n",
      variables: { x: 1 },
    },
    { name: "02-b", query: "{ b }\n# not the first line\n", variables: null },
    { name: "03-c", query: "#\n{ c }\n", variables: null },
  ]);
});

test("finds no examples in a missing folder", async () => {
  expect(await readExamples(join(folder, "nothing"))).toEqual([]);
});

test.each(["{ x", "[1]", "null"])("names the variables file that contains %s", async (text) => {
  await write({ "01-a.graphql": "{ a }", "01-a.variables.json": text });
  await expect(readExamples(folder)).rejects.toThrow(/01-a\.variables\.json is not/);
});

test("the page keeps examples and drops the rest", () => {
  const variables = { x: 1 };
  expect(
    parseExamples([{ name: "A", query: "{a}", variables }, { name: "B", query: "{b}" }, null, 1, {}]),
  ).toEqual([
    { name: "A", query: "{a}", variables: '{\n  "x": 1\n}' },
    { name: "B", query: "{b}", variables: "" },
  ]);
  expect(parseExamples({})).toEqual([]);
});
