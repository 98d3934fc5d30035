import type { LocalizedText } from "../../domain/kit/localized-text";
import type { ImportedRows, SavedRecords } from "../../domain/quality/import-run";
import type { Override } from "../../storage/records/override";
import type { SaveOutcome } from "../../storage/records/save";
import type { LeftOut } from "../kit/left-out";
import type { SourceProblem } from "../kit/problem";
import type { RowsAre, SourceMode } from "../kit/source";
import type { DiffEntry } from "./import-diff";
import type { IssueCounts } from "./quality-issues";

/**
 * IMPORTED may still have problems; NOT_FOUND was not in the folder; FAILED could not be read; LEFT_OUT is synthetic
 * and was not requested.
 */
type SourceStatus = "FAILED" | "IMPORTED" | "LEFT_OUT" | "NOT_FOUND";

/** The records of earlier imports that are missing in the source's complete file. */
export interface Deletes {
  /** How many are missing. */
  readonly missing: number;
  readonly deleted: number;
  /** Of those, how many stay because another source has them too. */
  readonly shared: number;
  readonly refused: boolean;
  /** Why nothing, or not everything, was deleted. */
  readonly message: LocalizedText | null;
}

export const noDeletes: Deletes = { missing: 0, deleted: 0, shared: 0, refused: false, message: null };

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
  readonly rows: ImportedRows;
  /** Rows that give nothing without a fault, by reason; they are among the unchanged ones. */
  readonly leftOut: LeftOut;
  /** All saved records, including those from all rows together and the source itself. */
  readonly records: SavedRecords;
  readonly problems: readonly SourceProblem[];
  /** The outcome for the stored issues of the problems. */
  readonly issues: IssueCounts;
  /** Edits that have priority over a value of the source. */
  readonly overrides: readonly Override[];
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

/** The outcome of reverting a run. */
export interface RollbackReport {
  /** Code of the reverting run, and of the reverted one. */
  readonly run: string;
  readonly rollbackOf: string;
  readonly restored: number;
  /** Records that did not exist before the run. */
  readonly removed: number;
  /** Records with later changes by others, as type and code: they stay. */
  readonly conflicts: readonly string[];
}

export function countOutcomes(outcomes: readonly SaveOutcome[]): SavedRecords {
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
