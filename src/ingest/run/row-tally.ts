import type { SaveOutcome } from "../../storage/records/save";
import { countOutcomes, type RecordCounts, type RowCounts } from "../report/report";
import type { MappedRows } from "./map-rows";

/** The counts so far, as plain data for a checkpoint. */
export interface TallyCounts {
  readonly rows: Pick<RowCounts, "new" | "changed">;
  readonly records: RecordCounts;
}

export interface RowTally {
  /** The rows of a batch, and the outcomes of its records, `null` for those that do not count. */
  addRows(mapped: MappedRows, outcomes: readonly (SaveOutcome | null)[]): void;
  /** Records that stand for no row. */
  addRecords(outcomes: readonly SaveOutcome[]): void;
  counts(): TallyCounts;
  rows(): RowCounts;
}

/**
 * Counts the outcomes of the rows of a file. A row counts by its best outcome.
 * @param keepsLines whether records from all rows may stand for rows of any batch: then their lines are kept.
 * @param before the counts of an earlier run of the same file.
 */
export function rowTally(keepsLines: boolean, before?: TallyCounts): RowTally {
  let [read, rejected] = [0, 0];
  let [created, changed] = [before?.rows.new ?? 0, before?.rows.changed ?? 0];
  let records = before?.records ?? countOutcomes([]);
  const [createdLines, changedLines] = [new Set<number>(), new Set<number>()];
  const addRecords = (outcomes: readonly SaveOutcome[]): void => {
    const more = countOutcomes(outcomes);
    records = {
      created: records.created + more.created,
      changed: records.changed + more.changed,
      unchanged: records.unchanged + more.unchanged,
      kept: records.kept + more.kept,
    };
  };
  const numbers = () => ({
    new: created + createdLines.size,
    changed: changed + [...changedLines].filter((line) => !createdLines.has(line)).length,
  });
  return {
    addRows(mapped, outcomes) {
      read += mapped.read;
      rejected += mapped.rejected.size + mapped.unreadable;
      for (const [i, { lines }] of mapped.records.entries())
        for (const line of lines) {
          if (outcomes[i] === "CREATED") createdLines.add(line);
          if (outcomes[i] === "CHANGED") changedLines.add(line);
        }
      addRecords(outcomes.filter((outcome) => outcome !== null));
      if (keepsLines) return;
      ({ new: created, changed } = numbers());
      createdLines.clear();
      changedLines.clear();
    },
    addRecords,
    counts: () => ({ rows: numbers(), records }),
    rows() {
      const { new: fresh, changed: altered } = numbers();
      return { read, new: fresh, changed: altered, unchanged: read - rejected - fresh - altered, rejected };
    },
  };
}
