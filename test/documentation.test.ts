import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, validate } from "graphql";
import { parse as parseYaml } from "yaml";
import { envNames } from "../src/app/env";
import { requestLimits } from "../src/app/request-limits";
import { en as errors } from "../src/domain/kit/messages/errors";
import { qualityRuleNames, ruleText } from "../src/domain/quality/quality-rule";
import { buildHubSchema } from "../src/graphql/schema";
import { sourceCodes } from "../src/ingest/sources/own-sources";
import { tableDefinition } from "../src/storage/engine/table-definition";
import { keys } from "../src/storage/records/keys";
import { examples } from "./support/examples";

const root = path.resolve(__dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const readme = read("README.md");
const dataModel = read("docs/data-model.md");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;

/** The names in backticks that a text mentions. */
const mentioned = (text: string): Set<string> =>
  new Set([...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!));

test("README explains every environment variable", () => {
  expect(Object.values(envNames).filter((name) => !mentioned(readme).has(name))).toEqual([]);
});

test("README explains every script for users", () => {
  const scripts = Object.keys(manifest.scripts!).filter((name) => !/^(pre|check:|build:)/.test(name));
  expect(scripts.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual([]);
});

test("README has one line for each runtime dependency, and for no other", () => {
  const section = readme.split("## Dependencies")[1]!.split("\n## ")[0]!;
  const listed = [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]!);
  const actual = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect(listed.sort()).toEqual(actual.sort());
});

test("every source in code is documented, and every mapping file describes its own content", () => {
  const files = readdirSync(path.join(root, "data/sources"), { recursive: true, encoding: "utf8" });
  const mappings = files
    .filter((file) => file.endsWith(".mapping.yaml"))
    .map((file) => read(`data/sources/${file}`));
  expect(mappings.length).toBeGreaterThan(11);
  for (const text of mappings) expect(text).toMatch(/^# yaml-language-server: \S+\n# \S.{20,}/);
  const declared = new Set(mappings.map((text) => parseYaml(text).source.code));
  const docs = readme + read("docs/importing.md");
  expect(sourceCodes.filter((code) => !declared.has(code) && !mentioned(docs).has(code))).toEqual([]);
});

test("every rule of data quality is explained as in the code", () => {
  const docs = read("docs/importing.md");
  const rows = qualityRuleNames.map(
    (rule) => [rule, ruleText(rule, "meaning"), ruleText(rule, "remedy")] as const,
  );
  const missing = rows.filter(([rule, meaning, remedy]) =>
    [`\`${rule}\``, meaning.it, meaning.en, remedy.en].some((text) => !docs.includes(`| ${text} `)),
  );
  expect(missing).toEqual([]);
});

test("every error code and every limit is documented", () => {
  const docs = read("docs/errors-and-limits.md");
  expect(Object.keys(errors).filter((code) => !mentioned(docs).has(code))).toEqual([]);
  const values = Object.values(requestLimits).map((value) => value.toLocaleString("en"));
  expect(values.filter((value) => !docs.includes(value))).toEqual([]);
});

test("the access patterns are those of keys.ts and of the table", () => {
  const rows = [
    ...dataModel.split("## Access patterns")[1]!.matchAll(/^\| [^|]+\| `([^`]+)` +\| (\S+)(?: `(\w+)`)? /gm),
  ];
  const builders = Object.entries(keys).flatMap(([name, value]) =>
    typeof value === "function" ? [name] : Object.keys(value).map((inner) => `${name}.${inner}`),
  );
  expect(rows.map((row) => row[1]).sort()).toEqual(builders.sort());
  const indexes = rows.filter((row) => row[2] === "index").map((row) => row[3]);
  expect([...new Set(indexes)].sort()).toEqual(tableDefinition.indexes.map((index) => index.name).sort());
});

test("every record of the domain is in the data model", () => {
  const records = readdirSync(path.join(root, "src/domain"), { recursive: true, encoding: "utf8" })
    .flatMap((file) => [
      ...(file.endsWith(".ts") ? read(`src/domain/${file}`) : "").matchAll(/defineRecord\(\s*"(\w+)"/g),
    ])
    .map((match) => match[1]!);
  expect(records.length).toBeGreaterThan(8);
  expect(records.filter((record) => !mentioned(dataModel).has(record))).toEqual([]);
});

test("GraphQL in the documents is valid, and README shows every example", () => {
  const documents = [
    "README.md",
    ...readdirSync(path.join(root, "docs"))
      .filter((f) => f.endsWith(".md"))
      .map((f) => `docs/${f}`),
  ];
  const fences = documents.flatMap((file) =>
    [...read(file).matchAll(/```graphql\n([\s\S]*?)```/g)].map((match) => match[1]!),
  );
  expect(fences.length).toBeGreaterThan(0);
  expect(fences.flatMap((fence) => validate(buildHubSchema(), parse(fence)))).toEqual([]);
  expect(
    examples
      .filter(({ name }) => !readme.includes(`schema/examples/${name}.graphql`))
      .map(({ name }) => name),
  ).toEqual([]);
});

test("the index of the documents lists every page", () => {
  const pages = readdirSync(path.join(root, "docs")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
  const links = [...read("docs/README.md").matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S.+$/gm)].map(
    (match) => match[1]!,
  );
  expect(pages.filter((page) => !links.includes(page))).toEqual([]);
  expect(new Set(links).size).toBe(links.length);
});

test("links between the documents have a target", () => {
  const documents = [
    "README.md",
    "README.it.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "data/README.md",
    ...readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
      .filter((f) => f.endsWith(".md"))
      .map((f) => `docs/${f}`),
  ];
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)/g)]
      .map(([, target, anchor]) => ({
        target: target === "" ? file : path.join(path.dirname(file), target!),
        anchor,
      }))
      .filter(
        ({ target, anchor }) => !exists(target) || !(anchor === undefined || anchors(target).has(anchor)),
      )
      .map(({ target, anchor }) => `${file} -> ${target}#${anchor}`),
  );
  expect(broken).toEqual([]);
});

/** The addresses of the headings of a page, as forges make them. */
const anchors = (file: string): Set<string> =>
  new Set(
    [...read(file).matchAll(/^#+ (.+)$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  );

const exists = (file: string): boolean => {
  try {
    return readdirSync(path.join(root, path.dirname(file))).includes(path.basename(file));
  } catch {
    return false;
  }
};
