import { noImportedRows } from "../../../src/domain/quality/import-run";
import { noneLeftOut } from "../../../src/ingest/kit/left-out";
import { noIssues } from "../../../src/ingest/report/quality-issues";
import { countOutcomes, exitCode, noDeletes, type SourceRunReport } from "../../../src/ingest/report/report";

const clean: SourceRunReport = {
  source: "ds1",
  title: "Synthetic",
  file: "ds1.csv",
  status: "IMPORTED",
  mode: "FULL",
  sha256: null,
  rowsAre: "lines",
  leftOut: noneLeftOut,
  rows: { ...noImportedRows, read: 1, new: 1 },
  records: countOutcomes(["CREATED"]),
  problems: [],
  issues: noIssues,
  overrides: [],
  run: "ds1:1",
  deletes: noDeletes,
  diff: null,
};
const problem = {
  source: "ds1",
  line: 2,
  column: null,
  value: null,
  rule: "EMPTY_CELL",
  message: "Empty.",
  messageIt: "Vuota.",
  about: null,
  issue: "ds1:EMPTY_CELL:0",
} as const;
const codeOf = (over: Partial<SourceRunReport>): number =>
  exitCode({
    reportVersion: 1,
    dryRun: false,
    now: "2026-11-22T10:00:00Z",
    dataVersion: 1,
    sources: [clean, { ...clean, ...over }],
  });

test("warnings, notices and missing files end with 0", () => {
  expect(codeOf({})).toBe(0);
  expect(codeOf({ problems: [{ ...problem, severity: "WARNING" }] })).toBe(0);
  expect(codeOf({ problems: [{ ...problem, severity: "NOTICE" }] })).toBe(0);
  expect(codeOf({ status: "NOT_FOUND", rows: noImportedRows })).toBe(0);
  expect(codeOf({ status: "LEFT_OUT", rows: noImportedRows })).toBe(0);
});

test("an error, a rejected row, a failed file or a rejected deletion ends with 1", () => {
  expect(codeOf({ status: "REFUSED" })).toBe(1);
  expect(codeOf({ problems: [{ ...problem, severity: "ERROR" }] })).toBe(1);
  expect(codeOf({ rows: { ...noImportedRows, read: 1, rejected: 1 } })).toBe(1);
  expect(codeOf({ status: "FAILED", rows: noImportedRows })).toBe(1);
});

test("counts the outcomes of records", () => {
  expect(countOutcomes(["CREATED", "CHANGED", "CHANGED", "KEPT", "UNCHANGED"])).toEqual({
    created: 1,
    changed: 2,
    unchanged: 1,
    kept: 1,
  });
});
