import type { SaveOutcome } from "../../storage/records/save";
import type { SourceProblem } from "../kit/problem";
import type { RowsAre, SourceMode } from "../kit/source";
import type { Deletes } from "./deletes";
import type { DiffEntry } from "./import-diff";
import type { IssueCounts } from "./quality-issues";

/**
 * IMPORTED may still have problems; NOT_FOUND was not in the folder; FAILED could not be read; LEFT_OUT is synthetic
 * and was not requested.
 */
type SourceStatus = "FAILED" | "IMPORTED" | "LEFT_OUT" | "NOT_FOUND";

/** The outcome of the rows of a file; they add up to `read`. */
export interface RowCounts {
  readonly read: number;
  /** It gave a new record. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** It gave nothing. */
  readonly rejected: number;
}

export type RecordCounts = Readonly<Record<Lowercase<SaveOutcome>, number>>;

export interface SourceReport {
  readonly source: string;
  readonly title: string;
  /** Path below the folder; `null` if it was not found. */
  readonly file: string | null;
  readonly status: SourceStatus;
  /** As the source declares: whether a missing row means a deletion. */
  readonly mode: SourceMode;
  readonly sha256: string | null;
  readonly rowsAre: RowsAre;
  readonly rows: RowCounts;
  /** All saved records, including those from all rows together and the source itself. */
  readonly records: RecordCounts;
  readonly problems: readonly SourceProblem[];
  /** The outcome for the stored issues of the problems. */
  readonly issues: IssueCounts;
}

/** REFUSED: the whole file was imported, but missing records were not deleted, because they were too many. */
type RunStatus = SourceStatus | "REFUSED";

/** One source in one run. */
export interface SourceRunReport extends Omit<SourceReport, "status"> {
  readonly status: RunStatus;
  /** Code of the ImportRun; `null` for a dry run, and without a file. */
  readonly run: string | null;
  readonly deletes: Deletes;
  /** The writes of a dry run, record by record; `null` for a real run. */
  readonly diff: readonly DiffEntry[] | null;
}

/** Raised if a field of the report changes its meaning or is removed; new fields do not raise it. */
export const reportVersion = 1;

export interface IngestReport {
  readonly reportVersion: typeof reportVersion;
  /** Whether nothing was written. */
  readonly dryRun: boolean;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  readonly sources: readonly SourceRunReport[];
  /** Version of the data after the run. */
  readonly dataVersion: number;
}

export const noRows: RowCounts = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };

export function countOutcomes(outcomes: readonly SaveOutcome[]): RecordCounts {
  const of = (wanted: SaveOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { created: of("CREATED"), changed: of("CHANGED"), unchanged: of("UNCHANGED"), kept: of("KEPT") };
}

/**
 * 0: all was imported, warnings and notices allowed. 1: a row, a cell, a file or a deletion was not. 2 is reserved for
 * wrong usage.
 */
export function exitCode({ sources }: IngestReport): 0 | 1 {
  const clean = sources.every(
    ({ status, rows, problems }) =>
      ["IMPORTED", "LEFT_OUT", "NOT_FOUND"].includes(status) &&
      rows.rejected === 0 &&
      problems.every(({ severity }) => severity !== "ERROR"),
  );
  return clean ? 0 : 1;
}
