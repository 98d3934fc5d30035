import { appendFile, rm } from "node:fs/promises";
import path from "node:path";
import { createObservation, type Observation } from "../../../src/domain/indicators/observation";
import { type CsvRow, csv } from "../../../src/ingest/formats/csv";
import type { Source } from "../../../src/ingest/kit/source";
import { type ImportProgress, type ImportRun, importSource } from "../../../src/ingest/run/import-source";
import { tableRepositories } from "../../../src/storage";
import { aSource } from "../../support/builders";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const { retrievedAt, sha256, ...ref } = aSource({ code: "wide" });

const observationOf = (areaCode: string, value: number): Observation =>
  createObservation({
    indicatorCode: "residents",
    areaCode,
    areaLevel: "NEIGHBOURHOOD",
    period: "2024",
    value,
    numerator: null,
    denominator: null,
    status: "NORMAL",
    note: null,
    coverage: null,
    sourceCodes: ["wide"],
  });

/** SYNTHETIC: rows of about 10 KB, so that a file of a hundred of them comes in many batches. */
const wide: Source<CsvRow, number> = {
  ref,
  files: ["wide.csv"],
  format: csv({ separator: ";", columns: ["area", "value", "text"] }),
  mode: "PARTIAL",
  organizationCode: null,
  map: ({ cells }) => ({
    records: [{ type: "observation", record: observationOf(`nil:${cells.area}`, Number(cells.value)) }],
    problems: [],
    carry: Number(cells.value),
  }),
  finish: (carried) => ({
    records: [
      {
        type: "observation",
        record: observationOf(
          "city",
          carried.reduce((sum, { carry }) => sum + carry, 0),
        ),
        lines: [],
      },
    ],
    problems: [],
  }),
};
const { finish, ...withoutSum } = wide;

const fileOf = (rows: readonly (readonly [area: string | number, value: number])[]): string =>
  ["area;value;text", ...rows.map(([area, value]) => `${area};${value};${"x".repeat(10_000)}`), ""].join(
    "\n",
  );
const hundred = Array.from({ length: 100 }, (_, i) => [i + 1, i] as const);

async function folderOf(content: string): Promise<string> {
  const folder = await folderWith({ "wide.csv": content });
  folders.push(folder);
  return folder;
}

async function run(source: Source<CsvRow, number>, content: string, over: Partial<ImportRun> = {}) {
  const table = over.table ?? (await startTable());
  const progress: ImportProgress[] = [];
  const folder = over.folder ?? (await folderOf(content));
  const report = await importSource(source as Source, {
    table,
    folder,
    now,
    onBatch: (at) => void progress.push(at),
    ...over,
  });
  const value = async (areaCode: string) => {
    const key = { indicatorCode: "residents", areaCode, period: "2024" };
    return (await tableRepositories(table).observations.byKeys([key]))[0]?.value ?? null;
  };
  return { table, report, progress, value };
}

test("reads a file batch by batch and reports its progress", async () => {
  const { report, progress } = await run(wide, fileOf(hundred));
  expect(progress.length).toBeGreaterThan(3);
  const last = progress.at(-1)!;
  expect(last).toEqual({
    rowsRead: 100,
    bytesRead: last.bytesTotal,
    bytesTotal: fileOf(hundred).length,
    sha256: report.sha256,
    nextLine: 102,
    counts: { rows: { new: 100, changed: 0 }, records: { created: 100, changed: 0, unchanged: 0, kept: 0 } },
  });
  expect(progress.map(({ rowsRead, nextLine }) => nextLine - rowsRead)).toEqual(progress.map(() => 2));
  expect(report).toMatchObject({
    status: "IMPORTED",
    rows: { read: 100, new: 100, changed: 0, unchanged: 0, rejected: 0 },
    records: { created: 102, changed: 0, unchanged: 0, kept: 0 },
  });
});

test("a repeated row is reported even if the first one came batches before", async () => {
  const { report, value } = await run(wide, fileOf([...hundred, [1, 999]]));
  expect(report.problems).toEqual([
    expect.objectContaining({
      line: 102,
      rule: "DUPLICATE",
      message: "Row 2 already gives the same data. The first row counts: remove one of them.",
    }),
  ]);
  expect(report.rows).toMatchObject({ read: 101, new: 100, rejected: 1 });
  expect(await value("nil:1")).toBe(0);
});

test("stopped after a batch, it continues at its checkpoint, and the reports add up to the same", async () => {
  const content = fileOf([...hundred, [1, 999]]);
  const whole = await run(wide, content);
  let at: ImportProgress | null = null;
  const table = await startTable();
  const stopped = run(wide, content, {
    table,
    onBatch: (progress) => {
      if (progress.rowsRead < 40) return;
      at = progress;
      throw new Error("out of time");
    },
  });
  await expect(stopped).rejects.toThrow("out of time");
  expect((await tableRepositories(table).sourceRefs.byCodes(["wide"]))[0]).toBeNull();
  table.meter.reset();
  const { report, value } = await run(wide, content, { table, startAt: at! });
  expect(report).toEqual(whole.report);
  expect(await value("city")).toBe((99 * 100) / 2);
});

test("a dry run writes nothing", async () => {
  const table = await startTable();
  const saved: string[] = [];
  table.meter.reset();
  const { report } = await run(wide, fileOf(hundred), {
    table,
    how: { dryRun: true },
    onRecords: async (records) => void saved.push(...records.map(({ type }) => type)),
  });
  expect(table.meter.writeUnits).toBe(0);
  expect(saved).toEqual(Array(101).fill("observation"));
  expect(report.rows.new).toBe(100);
});

test("a file that changes during the read is FAILED, and its source does not exist", async () => {
  const folder = await folderOf(fileOf(hundred));
  let appended = false;
  const { report, table } = await run(wide, "", {
    folder,
    onBatch: async () => {
      if (!appended) await appendFile(path.join(folder, "wide.csv"), "101;5;x\n");
      appended = true;
    },
  });
  expect(report.status).toBe("FAILED");
  expect(report.problems).toEqual([
    expect.objectContaining({
      rule: "SOURCE_UNREADABLE",
      message: "wide.csv changed while it was read. Import it again when no program writes it.",
    }),
  ]);
  expect((await tableRepositories(table).sourceRefs.byCodes(["wide"]))[0]).toBeNull();
});

test("problems of too many rows are counted, and then none is taken for corrected", async () => {
  const table = await startTable();
  const other = "area;value;text\n1;none;x\n";
  expect((await run(withoutSum, other, { table })).report.issues.new).toBe(1);
  const damaged = (rows: number) => `area;value;text\n${"2\n".repeat(rows)}`;
  const how = { dryRun: true };
  const few = await run(withoutSum, damaged(1), { table, how });
  expect(few.report.issues.resolved).toBe(1);
  const { report } = await run(withoutSum, damaged(2_003), { table, how });
  expect(report.issues).toMatchObject({ new: 2_001, resolved: 0 });
  expect(report.rows).toMatchObject({ read: 2_003, rejected: 2_003 });
  expect(report.problems).toHaveLength(2_001);
  expect(report.problems[0]).toMatchObject({ rule: "PROBLEMS_NOT_LISTED", severity: "ERROR", line: null });
});
