import { inGroups } from "../engine/chunks";
import type { Table } from "../engine/table";
import { stampAfter } from "./feed";
import { markNow } from "./feed-mark";
import { keys } from "./keys";
import { type StoredItem, setUnlessReplaced } from "./stored-item";

/** The leap doubles each time, so the last place is a quarter of an hour after the first: no reader's clock is so far ahead. */
const mostPlaces = 20;
const concurrentWrites = 8;

/**
 * Changes that readers may have passed get a new place in the feed. Called after they were written (`feed.ts`).
 * @param written items in the feed; one look at the mark is for all of them.
 */
export async function restampPassed(table: Table, written: readonly StoredItem[]): Promise<void> {
  let placed = written;
  for (let attempt = 0; placed.length > 0 && attempt < mostPlaces; attempt++) {
    const mark = await markNow(table);
    const passed = placed.filter(({ changeSk }) => String(changeSk) <= mark);
    if (passed.length === 0) return;
    const stamp = await stampAfter(table, mark, 2 ** attempt);
    placed = await inGroups(passed, concurrentWrites, async (item) => {
      const { changeSk } = keys.change(stamp, item.type, item.code);
      await setUnlessReplaced(table, item, { changeSk });
      return { ...item, changeSk };
    });
  }
}
