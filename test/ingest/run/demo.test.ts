import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadStarter } from "../../../src/ingest/starter/load-starter";
import { starterFiles } from "../../../src/ingest/starter/starter-files";
import { tableRepositories } from "../../../src/storage";
import { starterTable } from "../../support/starter-table";

const now = "2026-01-01T00:00:00.000Z";
const data = path.resolve(__dirname, "../../../data");
const demo = path.join(data, "demo");
type Coded = { readonly code: string; readonly sourceCodes: readonly string[]; readonly synthetic?: boolean };
const read = (folder: string, file: string): Coded[] =>
  JSON.parse(readFileSync(path.join(folder, file), "utf8"));
const filesOf = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith(".json"));

const first = { first: 100 };
const neverFacts = [
  "engagement-events",
  "evaluation-questions",
  "expenditures",
  "indicator-targets",
  "milestones",
];

test("nothing synthetic is in the hub by default, and nothing without a source", async () => {
  const table = await starterTable();
  const repositories = tableRepositories(table);
  const { edges, hasNextPage } = await repositories.sourceRefs.page(first);
  expect(hasNextPage).toBe(false);
  expect(edges.filter(({ node }) => node.synthetic)).toEqual([]);
  const known = new Set(edges.map(({ node }) => node.code));
  const unknown = filesOf(data)
    .filter((file) => file !== "sources.json")
    .flatMap((file) => read(data, file))
    .filter(({ sourceCodes }) => !sourceCodes.every((code) => known.has(code)));
  expect(unknown).toEqual([]);
  const { engagementEvents, evaluationQuestions, expenditures, indicatorTargets, milestones } = repositories;
  for (const records of [engagementEvents, evaluationQuestions, expenditures, indicatorTargets, milestones])
    expect((await records.ofStrategy("mi-over-net", first)).edges).toEqual([]);
  expect(neverFacts.filter((name) => existsSync(path.join(data, `${name}.json`)))).toEqual([]);
});

test("every record of the demonstration has only the synthetic source, and DEMO in its code", () => {
  expect(read(demo, "sources.json")).toMatchObject([{ code: "demo", synthetic: true }]);
  const files = filesOf(demo).filter((file) => file !== "sources.json");
  expect(files.map((file) => path.basename(file, ".json"))).toEqual(neverFacts);
  expect(files.filter((file) => !starterFiles.some((known) => known.file === file))).toEqual([]);
  for (const { code, sourceCodes } of files.flatMap((file) => read(demo, file))) {
    expect(sourceCodes).toEqual(["demo"]);
    expect(code).toMatch(/^demo:/);
  }
});

test("the demonstration loads beside the facts, once, and replaces none of them", async () => {
  const table = await starterTable();
  const report = await loadStarter(table, demo, now);
  for (const [file, counts] of Object.entries(report))
    expect([file, counts]).toEqual([
      file,
      { created: read(demo, file).length, changed: 0, unchanged: 0, kept: 0 },
    ]);
  table.meter.reset();
  await loadStarter(table, demo, now);
  expect(table.meter.writeUnits).toBe(0);
});

test("an action refers to an organisation, a centre or an area only if they exist", () => {
  const codes = (file: string) => new Set(read(data, file).map(({ code }) => code));
  const known = new Set(
    ["organizations.json", "centres.json", "areas.json"].flatMap((file) => [...codes(file)]),
  );
  const actions = JSON.parse(readFileSync(path.join(data, "actions.json"), "utf8")) as Record<
    string,
    string[]
  >[];
  expect(actions).toHaveLength(8);
  const named = actions.flatMap((each) => [...each.partnerCodes!, ...each.centreCodes!, ...each.areaCodes!]);
  expect(named.filter((code) => !known.has(code))).toEqual([]);
});
