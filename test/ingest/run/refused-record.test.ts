import { rm } from "node:fs/promises";
import { createObservation } from "../../../src/domain/indicators/observation";
import { type CsvRow, csv } from "../../../src/ingest/formats/csv";
import type { Source } from "../../../src/ingest/kit/source";
import { importSource } from "../../../src/ingest/run/import-source";
import { tableRepositories } from "../../../src/storage";
import { aSource } from "../../support/builders";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const { retrievedAt, sha256, ...ref } = aSource({ code: "notes" });

/** SYNTHETIC: an observation with a note of the file, and a row that makes the code itself fail. */
const notes: Source<CsvRow, never> = {
  ref,
  files: ["notes.csv"],
  format: csv({ separator: ";", columns: ["area", "note"] }),
  mode: "PARTIAL",
  organizationCode: null,
  map({ cells }) {
    if (cells.note === "bug") throw new TypeError("x is undefined");
    const record = createObservation({
      indicatorCode: "residents",
      areaCode: `nil:${cells.area}`,
      areaLevel: "NEIGHBOURHOOD",
      period: "2024",
      value: 1,
      numerator: null,
      denominator: null,
      status: "NORMAL",
      coverage: null,
      note: { it: cells.note!, en: null },
      sourceCodes: ["notes"],
    });
    return { records: [{ type: "observation", record }], problems: [], carry: null };
  },
};

test("a record that the store refuses, and a row that makes the code fail, do not stop the others", async () => {
  const table = await startTable();
  // An item of more than 400 KB is refused by DynamoDB and its engines.
  const rows = ["area;note", "1;a", `2;${"x".repeat(450_000)}`, "3;bug", "4;b", ""];
  const folder = await folderWith({ "notes.csv": rows.join("\n") });
  folders.push(folder);
  const run = { table, folder, now };
  const report = await importSource(notes as unknown as Source, run);
  expect(report.status).toBe("IMPORTED");
  expect(report.rows).toEqual({ read: 4, new: 2, changed: 0, unchanged: 0, rejected: 2 });
  expect(report.problems.map(({ line, rule }) => [line, rule])).toEqual([
    [3, "INVALID_RECORD"],
    [4, "INVALID_RECORD"],
  ]);
  expect(report.problems[0]!.message).toContain("The store refuses the record");
  expect(report.problems[1]!.message).toContain("x is undefined");
  const keys = ["1", "2", "3", "4"].map((area) => ({
    indicatorCode: "residents",
    areaCode: `nil:${area}`,
    period: "2024",
  }));
  const stored = await tableRepositories(table).observations.byKeys(keys);
  expect(stored.map((each) => each?.value ?? null)).toEqual([1, null, null, 1]);
  // A second run finds the same problem, and everything else as it is.
  expect((await importSource(notes as unknown as Source, run)).rows).toMatchObject({
    unchanged: 2,
    rejected: 2,
  });
});
