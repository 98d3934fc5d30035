import { rm } from "node:fs/promises";
import type { DataQualityIssue } from "../../../src/domain/quality/data-quality-issue";
import type { IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import type { Item } from "../../../src/storage/engine/key";
import type { Table } from "../../../src/storage/engine/table";
import type { IssueState } from "../../../src/storage/records/keys";
import {
  centreCells,
  centres,
  folderWith,
  officeCells,
  offices,
  populationRow,
  smallPopulation,
  syntheticFiles,
} from "../../support/synthetic-city";
import { copiesOf } from "../../support/table-copies";
import { startTable } from "../../support/test-table";
import { writtenFacts } from "../../support/written-facts";

const [monday, tuesday, wednesday] = [23, 24, 25].map((day) => `2026-11-${day}T10:00:00.000Z`);
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const centresFile = "ds3017_case_di_quartiere.csv";
const numbers = "ds205_dati_quartieri_2011_2024_.csv";
const socialWork = "ds1303_servizio_sociale_territoriale_sedi.csv";

async function ingest(table: Table, now: string, files: Record<string, string>): Promise<IngestReport> {
  const folder = await folderWith(files);
  folders.push(folder);
  return runIngest({ table, folder, now });
}

/** Of files, not of the places of several files that the hub compares: all of this city stand on one point. */
async function issues(table: Table, state: IssueState = "STANDING"): Promise<readonly DataQualityIssue[]> {
  const page = await tableRepositories(table).dataQualityIssues.page({ state }, { first: 100 });
  expect(page.hasNextPage).toBe(false);
  return page.edges.map(({ node }) => node).filter(({ sourceCode }) => sourceCode !== "hub-matching");
}

const linesOf = (list: readonly DataQualityIssue[]): string[] =>
  list.map(({ rule, line, entity }) => `${rule} ${line} ${entity ? `${entity.type} ${entity.code}` : "-"}`);

/** One wrong cell of each sort, a row of which nothing comes, and the row N.D., which is blank in one year and absent in the other. */
const faulty = {
  [centresFile]: centres(
    centreCells({ id: "2" }),
    centreCells({ Wifi: "forse" }),
    centreCells({ id: "x" }),
    centreCells({ id: "2" }),
  ),
  [numbers]: smallPopulation(populationRow({ Anno: "2020", Morti: "x" })),
  [socialWork]: offices(officeCells({ telefono: "chiedere" })),
};
const standing = [
  "NOT_A_PHONE 2 ServiceAtLocation ds1303:sspt:via-inventata-3",
  "NOT_A_COUNT 12 Observation deaths@nil:1@2020",
  "NOT_YES_OR_NO 3 Centre ds3017:1",
  "NOT_A_CODE 4 -",
  "DUPLICATE 5 Centre ds3017:2",
  "NOT_AN_AREA null Observation residents@comune:015146@2020",
  "EMPTY_CELL 11 Observation residents@comune:015146@2024",
  "NOT_AN_AREA 11 Observation residents@comune:015146@2024",
];

const afterMonday = copiesOf((table) => ingest(table, monday!, faulty));
const dataVersionOf = async (table: Table) => (await tableRepositories(table).hub.dataVersion()).version;

/** The sources that have any. */
const ofEach = (report: IngestReport, what: "new" | "unchanged") =>
  report.sources.map(({ source, issues }) => [source, issues[what]]).filter(([, n]) => n !== 0);

test("every problem of a run becomes an issue with its record, most severe first", async () => {
  const table = await startTable();
  const report = await ingest(table, monday!, faulty);
  const kept = await issues(table);
  expect(linesOf(kept)).toEqual(standing);
  expect(kept[2]).toEqual({
    code: expect.stringMatching(/^ds3017:NOT_YES_OR_NO:[0-9a-f]{16}$/),
    rule: "NOT_YES_OR_NO",
    severity: "ERROR",
    entity: { type: "Centre", code: "ds3017:1" },
    organizationCode: "comune-milano",
    sourceCode: "ds3017",
    line: 3,
    column: "Wifi",
    value: "forse",
    message: {
      it: "Il file di mappatura prevede si, sì per sì, no per no. Qualsiasi altra parola resta sconosciuta.",
      en: "The mapping file knows si, sì for yes, no for no. Any other word is kept as unknown.",
    },
    firstSeen: monday,
    resolvedAt: null,
  });
  const reported = report.sources.flatMap(({ problems }) => problems.map(({ issue }) => issue));
  expect(kept.map(({ code }) => code).sort()).toEqual(reported.sort());
  expect(ofEach(report, "new")).toEqual([
    ["ds205", 4],
    ["ds3017", 3],
    ["ds1303", 1],
  ]);
});

test("a second run writes nothing: an issue keeps its first date", async () => {
  const table = await afterMonday();
  const dataVersion = await dataVersionOf(table);
  const written = writtenFacts(table);
  const second = await ingest(table, tuesday!, faulty);
  expect([...written]).toEqual([]);
  expect(second.dataVersion).toBe(dataVersion);
  expect((await issues(table)).map(({ firstSeen }) => firstSeen)).toEqual(Array(8).fill(monday));
  expect(ofEach(second, "unchanged")).toEqual([
    ["ds205", 4],
    ["ds3017", 3],
    ["ds1303", 1],
  ]);
});

test("rows that move change the lines, not the issues", async () => {
  const table = await afterMonday();
  const codes = (await issues(table)).map(({ code }) => code).sort();
  const [header, ...rows] = faulty[centresFile]!.split("\r\n");
  const moved = [header, centres(centreCells({ id: "9" })).split("\r\n")[1], ...rows].join("\r\n");
  await ingest(table, tuesday!, { ...faulty, [centresFile]: moved });
  const after = await issues(table);
  expect(after.map(({ code }) => code).sort()).toEqual(codes);
  expect(linesOf(after)).toContain("NOT_YES_OR_NO 4 Centre ds3017:1");
  expect(await issues(table, "RESOLVED")).toEqual([]);
});

test("a corrected file resolves its issues and no others, and keeps them", async () => {
  const table = await afterMonday();
  const dataVersion = await dataVersionOf(table);
  const report = await ingest(table, tuesday!, { [centresFile]: syntheticFiles[centresFile] });
  expect(linesOf(await issues(table))).toEqual(standing.filter((issue) => !/ds3017|NOT_A_CODE/.test(issue)));
  const resolved = await issues(table, "RESOLVED");
  expect(linesOf(resolved)).toEqual(standing.filter((issue) => /ds3017|NOT_A_CODE/.test(issue)));
  expect(resolved.map((issue) => [issue.firstSeen, issue.resolvedAt])).toEqual(
    Array(3).fill([monday, tuesday]),
  );
  expect(report.sources.find(({ source }) => source === "ds3017")!.issues).toEqual({
    new: 0,
    changed: 0,
    unchanged: 0,
    resolved: 3,
  });
  expect(report.dataVersion).toBeGreaterThan(dataVersion);
});

test("a problem that returns is open again, with its first date", async () => {
  const table = await afterMonday();
  await ingest(table, tuesday!, { [centresFile]: syntheticFiles[centresFile] });
  await ingest(table, wednesday!, { [centresFile]: faulty[centresFile]! });
  expect(linesOf(await issues(table))).toEqual(standing);
  expect(await issues(table, "RESOLVED")).toEqual([]);
  expect((await issues(table)).every(({ firstSeen }) => firstSeen === monday)).toBe(true);
});

test("an unreadable file resolves nothing, and is an issue itself until it can be read", async () => {
  const table = await afterMonday();
  const broken = { [centresFile]: faulty[centresFile]!.replace("Nome Sede", "Sede") };
  const { dataVersion } = await ingest(table, tuesday!, broken);
  expect(linesOf(await issues(table))).toEqual([
    ...standing.slice(0, 2),
    "SOURCE_UNREADABLE null -",
    ...standing.slice(2),
  ]);
  const written = writtenFacts(table);
  expect((await ingest(table, wednesday!, broken)).dataVersion).toBe(dataVersion);
  expect([...written]).toEqual([]);
  await ingest(table, wednesday!, { [centresFile]: faulty[centresFile]! });
  expect(linesOf(await issues(table))).toEqual(standing);
  expect(linesOf(await issues(table, "RESOLVED"))).toEqual(["SOURCE_UNREADABLE null -"]);
});

test.each([0, 1, 2, 3])("a run killed after %i writes of issues is completed by the next one", async (n) => {
  const table = await afterMonday();
  const corrected = { [centresFile]: syntheticFiles[centresFile], [numbers]: faulty[numbers]! };
  const { put, transact, batchWrite } = table;
  let left = n;
  const isIssue = (item: Item): boolean => /^DataQualityIssue/.test(item.pk);
  table.put = (item, condition) =>
    isIssue(item) && left-- <= 0 ? Promise.reject(new Error("killed")) : put.call(table, item, condition);
  table.transact = (transaction) =>
    isIssue(transaction.item) && left-- <= 0
      ? Promise.reject(new Error("killed"))
      : transact.call(table, transaction);
  table.batchWrite = (writes) =>
    (writes.puts ?? []).some(isIssue) && left-- <= 0
      ? Promise.reject(new Error("killed"))
      : batchWrite.call(table, writes);
  const killed = await ingest(table, tuesday!, corrected).catch((error: Error) => error.message);
  Object.assign(table, { put, transact, batchWrite });
  expect(killed === "killed").toBe(n < 3);
  await ingest(table, wednesday!, corrected);
  expect(linesOf(await issues(table))).toEqual(standing.filter((issue) => !/ds3017|NOT_A_CODE/.test(issue)));
  expect(await issues(table, "RESOLVED")).toHaveLength(3);
  const written = writtenFacts(table);
  await ingest(table, wednesday!, corrected);
  expect([...written]).toEqual([]);
});
