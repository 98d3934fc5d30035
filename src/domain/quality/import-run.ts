import { checkCode, checking } from "../kit/check";
import type { LocalizedText } from "../kit/localized-text";
import { byText } from "../kit/order";
import type { QualityRule, Severity } from "./quality-rule";

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

/** What became of the rows of a file; the last four add up to `read`. */
export interface ImportedRows {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What became of the records of a run, those of all rows together and the source itself included. */
export interface ImportedRecords {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: number;
  /** Retired because the complete file no longer holds them. */
  readonly deleted: number;
}

/** How many problems of one rule and severity a run found. */
export interface ProblemCount {
  readonly rule: QualityRule;
  readonly severity: Severity;
  readonly count: number;
}

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

/** One import of one source, or the taking back of one. A dry run leaves none. */
export interface ImportRun {
  /** Source and token of the lease under which it ran, for example `ds205:7`. */
  readonly code: string;
  readonly sourceCode: string;
  readonly status: ImportRunStatus;
  /** Instants, ISO 8601 UTC; `endedAt` is `null` while it runs. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Path of the file, or where it came from; `null` for a run that read none. */
  readonly file: string | null;
  readonly sha256: string | null;
  readonly mode: "FULL" | "PARTIAL";
  readonly rows: ImportedRows;
  readonly records: ImportedRecords;
  readonly problems: readonly ProblemCount[];
  /** Why it failed, was refused or left something as it is. */
  readonly message: LocalizedText | null;
  readonly checkpoint: ImportCheckpoint | null;
  /** The run that this one took back. */
  readonly rollbackOf: string | null;
}

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

export function createImportRun(fields: ImportRun): ImportRun {
  const record = checking("ImportRun", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkCode(record, "sourceCode", fields.sourceCode);
  const { status, startedAt, endedAt } = fields;
  record.check(importRunStatuses.includes(status), "status", status, "must be a status of a run");
  record.check(!Number.isNaN(Date.parse(startedAt)), "startedAt", startedAt, "must be an instant");
  record.check(
    (endedAt === null) === (status === "RUNNING"),
    "endedAt",
    endedAt,
    "a run that runs has no end, any other has one",
  );
  for (const [field, counts] of Object.entries({ rows: fields.rows, records: fields.records })) {
    const whole = Object.values(counts).every((count) => Number.isSafeInteger(count) && count >= 0);
    record.check(whole, field, counts, "counts are whole numbers from 0");
  }
  return record.passed();
}

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
