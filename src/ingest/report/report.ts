import type { SaveOutcome } from "../../storage/records/save";
import type { SourceProblem } from "../kit/problem";
import type { RowsAre, SourceMode } from "../kit/source";
import type { Deletes } from "./deletes";
import type { DiffEntry } from "./import-diff";
import type { IssueCounts } from "./quality-issues";

/**
 * IMPORTED may still have problems; NOT_FOUND was not in the folder; of FAILED nothing could be read; LEFT_OUT is made up
 * and was not asked for.
 */
type SourceStatus = "FAILED" | "IMPORTED" | "LEFT_OUT" | "NOT_FOUND";

/** What became of the rows of a file; they add up to `read`. */
export interface RowCounts {
  readonly read: number;
  /** A record came of it that was not there before. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Nothing came of it. */
  readonly rejected: number;
}

export type RecordCounts = Readonly<Record<Lowercase<SaveOutcome>, number>>;

export interface SourceReport {
  readonly source: string;
  readonly title: string;
  /** Path below the folder; `null` when it was not found. */
  readonly file: string | null;
  readonly status: SourceStatus;
  /** What the source declares: whether a missing row says that something is gone. */
  readonly mode: SourceMode;
  readonly sha256: string | null;
  readonly rowsAre: RowsAre;
  readonly rows: RowCounts;
  /** All that was saved, records of all rows together and the source itself included. */
  readonly records: RecordCounts;
  readonly problems: readonly SourceProblem[];
  /** What became of the issues that the hub keeps of the problems. */
  readonly issues: IssueCounts;
}

/** REFUSED: all that the file holds was taken over, but what it lacks was not deleted, because too much would have gone. */
type RunStatus = SourceStatus | "REFUSED";

/** One source in one run. */
export interface SourceRunReport extends Omit<SourceReport, "status"> {
  readonly status: RunStatus;
  /** Code of the ImportRun; `null` for a dry run, and where there was no file. */
  readonly run: string | null;
  readonly deletes: Deletes;
  /** What a dry run would write, record by record; `null` for a run that wrote it. */
  readonly diff: readonly DiffEntry[] | null;
}

/** Raised when a field of the report changes its meaning or goes; new fields may come without. */
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

/** 0: all was taken over, warnings and notices allowed. 1: a row, a cell, a file or a drop was not. 2 is left for wrong usage. */
export function exitCode({ sources }: IngestReport): 0 | 1 {
  const clean = sources.every(
    ({ status, rows, problems }) =>
      ["IMPORTED", "LEFT_OUT", "NOT_FOUND"].includes(status) &&
      rows.rejected === 0 &&
      problems.every(({ severity }) => severity !== "ERROR"),
  );
  return clean ? 0 : 1;
}
