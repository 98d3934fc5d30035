import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { exitCode } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { startHub } from "../../support/hub";
import { folderWith } from "../../support/synthetic-city";

const docs = readFileSync(path.resolve(__dirname, "../../../docs/mapping-files.md"), "utf8");
const schema = readFileSync(path.resolve(__dirname, "../../../schema/mapping.schema.json"), "utf8");

const fence = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(docs)![1]!;

/** Names of all properties, wherever they are. */
function propertiesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(key === "properties" ? Object.keys(part as object) : []),
    ...propertiesIn(part),
  ]);
}

test("the handbook explains every word of a mapping file", () => {
  const explained = new Set([...docs.matchAll(/`([^`\n]+)`/g)].flatMap(([, text]) => text!.split(/[^\w$]+/)));
  const words = [...new Set(propertiesIn(JSON.parse(schema)))];
  expect(words.length).toBeGreaterThan(80);
  expect(words.filter((word) => !explained.has(word)).sort()).toEqual([]);
});

test("the examples of the handbook can be imported and queried as it says", async () => {
  const { table, ask } = await startHub({ starter: true });
  const files = { "luoghi.csv": fence("csv"), "luoghi.mapping.yaml": fence("yaml") };
  const folder = await folderWith(files);
  const report = await runIngest({ table, folder, now: "2026-11-22T10:00:00.000Z", only: ["luoghi"] });
  await rm(folder, { recursive: true });
  expect(report.sources.flatMap(({ problems }) => problems)).toEqual([]);
  expect(exitCode(report)).toBe(0);
  expect((await ask(fence("graphql"))).data).toEqual({
    centre: {
      name: "Panchina rossa",
      kind: { name: { it: "Panchina" } },
      areas: [{ name: "Milano" }, { name: "DUOMO" }],
      sourceRefs: [{ rights: { it: "Comune Inventato, Luoghi del quartiere, CC BY 4.0" } }],
    },
  });
});
