import { noImportedRows } from "../../domain/quality/import-run";
import { noneLeftOut } from "../kit/left-out";
import { ofError, problem } from "../kit/problem";
import type { FaultyMapping } from "../mapping/mapping-set";
import { noIssues, withIssueCodes } from "../report/quality-issues";
import { countOutcomes, noDeletes, type SourceRunReport } from "../report/report";

/** The report of a mapping file that cannot be used: nothing of its source was imported. */
export function faultyMapping({ file, error }: FaultyMapping): SourceRunReport {
  const found = { line: null, ...problem("ERROR", ofError("SOURCE_UNREADABLE", error), null, null) };
  return {
    source: file,
    title: "",
    file,
    status: "FAILED",
    mode: "PARTIAL",
    sha256: null,
    rowsAre: "lines",
    rows: noImportedRows,
    leftOut: noneLeftOut,
    records: countOutcomes([]),
    problems: withIssueCodes({ ref: { code: file }, organizationCode: null }, [found]),
    issues: noIssues,
    run: null,
    deletes: noDeletes,
    overrides: [],
    diff: null,
  };
}
