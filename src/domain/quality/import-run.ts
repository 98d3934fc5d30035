import * as z from "zod";
import { choice, code, group, list, optional, whole } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { byText } from "../kit/order";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { type QualityRule, qualityRuleNames, type Severity, severities } from "./quality-rule";

/**
 * RUNNING may also be a process that was killed: the next import marks it INTERRUPTED. REFUSED: what the file holds was
 * imported, but the missing records were not deleted, because there were too many.
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

/** What became of the rows of a file; the last four add up to `read`. */
export type ImportedRows = z.output<typeof importedRows>;

const importedRecords = group({
  created: whole(0),
  changed: whole(0),
  unchanged: whole(0),
  kept: whole(0),
  /** Retired because the complete file no longer holds them. */
  deleted: whole(0),
});

/** What became of the records of a run, those of all rows together and the source itself included. */
export type ImportedRecords = z.output<typeof importedRecords>;

const problemCount = group({
  rule: z.enum(qualityRuleNames),
  severity: choice(severities),
  count: whole(0),
});

/** How many problems of one rule and severity a run found. */
export type ProblemCount = z.output<typeof problemCount>;

/** How far a run came that was stopped: the next one of the same file can go on from there. */
export interface ImportCheckpoint {
  readonly bytes: number;
  readonly rows: number;
  /** Of the file. */
  readonly sha256: string;
  /** All that comes of the lines before `nextLine` is saved; what was counted of them. */
  readonly reached: {
    readonly nextLine: number;
    readonly rows: Pick<ImportedRows, "new" | "changed">;
    readonly records: Omit<ImportedRecords, "deleted">;
  };
}

export const importRunRecord = defineRecord(
  "ImportRun",
  {
    /** Source and token of the lease under which it ran, for example `ds205:7`. */
    code: ownCode(),
    sourceCode: code("SET_BY_HUB"),
    status: choice(importRunStatuses),
    /** Instants, ISO 8601 UTC; `endedAt` is `null` while it runs. */
    startedAt: z.string().refine((instant) => !Number.isNaN(Date.parse(instant)), checks.instant),
    endedAt: optional(z.string()),
    /** Path of the file, or where it came from; `null` for a run that read none. */
    file: optional(z.string()),
    sha256: optional(z.string()),
    mode: choice(["FULL", "PARTIAL"]),
    rows: importedRows,
    records: importedRecords,
    problems: list(problemCount),
    /** Why it failed, was refused or left something as it is. */
    message: optional(localizedText()),
    checkpoint: z.custom<ImportCheckpoint>().nullable(),
    /** The run that this one took back. */
    rollbackOf: optional(z.string()),
  },
  ({ status, endedAt }, check) =>
    check((endedAt === null) === (status === "RUNNING"), "endedAt", (text) => text.runEnd),
);

/** One import of one source, or the taking back of one. A dry run leaves none. */
export interface ImportRun extends RecordOf<typeof importRunRecord> {}

export const noImportedRows: ImportedRows = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };
export const noImportedRecords: ImportedRecords = {
  created: 0,
  changed: 0,
  unchanged: 0,
  kept: 0,
  deleted: 0,
};

export const importRunCode = (sourceCode: string, fence: number): string => `${sourceCode}:${fence}`;

/** The token of the lease under which a run wrote: with its source it says which versions are its own. */
export const fenceOfRun = ({ code }: Pick<ImportRun, "code">): number =>
  Number(code.slice(code.lastIndexOf(":") + 1));

/** Problems by rule and severity, in the order of the rules. */
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
