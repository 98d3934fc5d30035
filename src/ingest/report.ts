import type { SaveOutcome } from "../storage/save";
import type { SourceProblem } from "./problem";
import type { IssueCounts } from "./quality-issues";
import type { RowsAre, SourceMode } from "./source";

/**
 * IMPORTED may still have problems; NOT_FOUND was not in the folder; of FAILED nothing could be read; LEFT_OUT is made up
 * and was not asked for.
 */
export type SourceStatus = "FAILED" | "IMPORTED" | "LEFT_OUT" | "NOT_FOUND";

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
  /** What the source declares; a missing row deletes nothing yet under either. */
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

export interface IngestReport {
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  readonly sources: readonly SourceReport[];
  /** Version of the data after the run. */
  readonly dataVersion: number;
}

export const noRows: RowCounts = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };

export function countOutcomes(outcomes: readonly SaveOutcome[]): RecordCounts {
  const of = (wanted: SaveOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { created: of("CREATED"), changed: of("CHANGED"), unchanged: of("UNCHANGED"), kept: of("KEPT") };
}

/** 0: all was taken over, warnings and notices allowed. 1: a row, a cell or a file was not. 2 is left for wrong usage. */
export function exitCode({ sources }: IngestReport): 0 | 1 {
  const clean = sources.every(
    ({ status, rows, problems }) =>
      status !== "FAILED" && rows.rejected === 0 && problems.every(({ severity }) => severity !== "ERROR"),
  );
  return clean ? 0 : 1;
}
