import type { Table } from "../storage/engine/table";
import { rootKey, rootOf } from "../storage/snapshots/root";

/** Milliseconds from one publication to the next, at least: each makes instances read pages again and drop their answers. */
const leastBetween = 5_000;

/**
 * Milliseconds until the next publication may come; 0 if it may come now. The shards of a stream are read side by side, and full
 * batches come without a pause: what arrives meanwhile is published together.
 * @param now milliseconds since 1970.
 */
export async function untilTurn(table: Table, now: number): Promise<number> {
  const { publishedAt } = rootOf(await table.get(rootKey, true));
  const since = now - Date.parse(publishedAt);
  return since >= 0 && since < leastBetween ? leastBetween - since : 0;
}
