import type { ImportCheckpoint, ImportedRows } from "../../domain/quality/import-run";
import type { SaveOutcome } from "../../storage/records/save";
import { type LeftOut, moreLeftOut, noneLeftOut } from "../kit/left-out";
import { countOutcomes } from "../report/report";
import type { MappedRows } from "./map-rows";

/** The counts so far, as plain data for a checkpoint. */
export type TallyCounts = Omit<ImportCheckpoint["reached"], "nextLine">;

/**
 * Counts the outcomes of the rows of a file. A row counts by its best outcome.
 * @param keepsLines whether records from all rows may stand for rows of any batch: then their lines are kept.
 * @param before the counts of an earlier run of the same file.
 */
export function rowTally(keepsLines: boolean, before?: TallyCounts) {
  let [read, rejected] = [0, 0];
  let leftOut = noneLeftOut;
  let [created, changed] = [before?.rows.new ?? 0, before?.rows.changed ?? 0];
  let records = before?.records ?? countOutcomes([]);
  const [createdLines, changedLines] = [new Set<number>(), new Set<number>()];
  const heldLines = new Set<number>();
  /** Records that stand for no row. */
  const addRecords = (outcomes: readonly SaveOutcome[]): void => {
    const more = countOutcomes(outcomes);
    records = {
      created: records.created + more.created,
      changed: records.changed + more.changed,
      unchanged: records.unchanged + more.unchanged,
      kept: records.kept + more.kept,
    };
  };
  const numbers = (isCounted: (line: number) => boolean = () => true) => ({
    new: created + [...createdLines].filter(isCounted).length,
    changed: changed + [...changedLines].filter((line) => !createdLines.has(line) && isCounted(line)).length,
  });
  return {
    /** The rows of a batch, and the outcomes of its records, `null` for those that do not count. */
    addRows(mapped: MappedRows, outcomes: readonly (SaveOutcome | null)[]): void {
      read += mapped.read;
      leftOut = moreLeftOut(leftOut, mapped.leftOut);
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
    leftOut: (): LeftOut => leftOut,
    /** Rows with observations that are saved at the end: until then a checkpoint does not count them. */
    hold(lines: readonly number[]): void {
      for (const line of lines) heldLines.add(line);
    },
    counts: (): TallyCounts => ({ rows: numbers((line) => !heldLines.has(line)), records }),
    rows(): ImportedRows {
      const { new: fresh, changed: altered } = numbers();
      return { read, new: fresh, changed: altered, unchanged: read - rejected - fresh - altered, rejected };
    },
  };
}
