import * as z from "zod";
import { choice, code, group, list, optional, whole } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { byText } from "../kit/order";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { type QualityRule, qualityRuleNames, type Severity, severities } from "./quality-rule";

/**
 * A RUNNING import may have been killed: the next import marks it INTERRUPTED. REFUSED: the file was imported, but missing
 * records were not deleted, because there were too many.
 */
const importRunStatuses = [
  "RUNNING",
  "COMPLETED",
  "FAILED",
  "INTERRUPTED",
  "REFUSED",
  "ROLLED_BACK",
] as const;
export type ImportRunStatus = (typeof importRunStatuses)[number];

const importedRows = group({
  read: whole(0),
  new: whole(0),
  changed: whole(0),
  unchanged: whole(0),
  rejected: whole(0),
});

/** Results of the rows of a file; the last four add up to `read`. */
export type ImportedRows = z.output<typeof importedRows>;

const importedRecords = group({
  created: whole(0),
  changed: whole(0),
  unchanged: whole(0),
  kept: whole(0),
  /** Retired, because the complete file no longer has them. */
  deleted: whole(0),
});

/** Results of the records of a run, shared ones and the source itself included. */
export type ImportedRecords = z.output<typeof importedRecords>;

/** What became of the records that a run saved. */
export type SavedRecords = Omit<ImportedRecords, "deleted">;

const problemCount = group({
  rule: z.enum(qualityRuleNames),
  severity: choice(severities),
  count: whole(0),
});

/** Number of problems of one rule and severity. */
export type ProblemCount = z.output<typeof problemCount>;

/** Progress of a stopped run: the next run of the same file continues there. */
export interface ImportCheckpoint {
  readonly bytes: number;
  readonly rows: number;
  /** Hash of the file. */
  readonly sha256: string;
  /** Counts up to `nextLine`: everything before it is saved. */
  readonly reached: {
    readonly nextLine: number;
    readonly rows: Pick<ImportedRows, "new" | "changed">;
    readonly records: SavedRecords;
  };
}

export const importRunRecord = defineRecord(
  "ImportRun",
  {
    /** Source and token of the lease of the run, for example `ds205:7`. */
    code: ownCode(),
    sourceCode: code("SET_BY_HUB"),
    status: choice(importRunStatuses),
    /** Instants, ISO 8601 UTC; `endedAt` is `null` while it runs. */
    startedAt: z.string().refine((instant) => !Number.isNaN(Date.parse(instant)), checks.instant),
    endedAt: optional(z.string()),
    /** Path or address of the file; `null` for a run without one. */
    file: optional(z.string()),
    sha256: optional(z.string()),
    mode: choice(["FULL", "PARTIAL"]),
    rows: importedRows,
    records: importedRecords,
    problems: list(problemCount),
    /** Why it failed, was refused or left something unchanged. */
    message: optional(localizedText()),
    checkpoint: z.custom<ImportCheckpoint>().nullable(),
    /** The run that this one reverted. */
    rollbackOf: optional(z.string()),
  },
  ({ status, endedAt }, check) =>
    check((endedAt === null) === (status === "RUNNING"), "endedAt", (text) => text.runEnd),
);

/** One import of one source, or the rollback of one. A dry run is not stored. */
export interface ImportRun extends RecordOf<typeof importRunRecord> {}

export const noImportedRows: ImportedRows = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };
export const noImportedRecords: ImportedRecords = {
  ...{ created: 0, changed: 0, unchanged: 0, kept: 0 },
  deleted: 0,
};

/** A run that begins: what is known of its file; results are added at its end. */
export const startedRun = (
  run: Pick<ImportRun, "code" | "file" | "mode" | "sourceCode" | "startedAt"> & Partial<ImportRun>,
): ImportRun =>
  importRunRecord.create({ status: "RUNNING", rows: noImportedRows, records: noImportedRecords, ...run });

export const importRunCode = (sourceCode: string, fence: number): string => `${sourceCode}:${fence}`;

/** The token of the lease of a run: with the source it identifies the versions that the run wrote. */
export const fenceOfRun = ({ code }: Pick<ImportRun, "code">): number =>
  Number(code.slice(code.lastIndexOf(":") + 1));

/** In the order of the rules. */
export function countProblems(
  problems: readonly { readonly rule: QualityRule; readonly severity: Severity }[],
): ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const { rule, severity } of problems) {
    const id = `${rule} ${severity}`;
    counts.set(id, { rule, severity, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => byText(a, b)).map(([, count]) => count);
}
