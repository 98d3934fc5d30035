import { isDeepStrictEqual } from "node:util";
import type { StoredEntry, StoredTable } from "dynalite/db/index.js";

type Dynalite = typeof import("dynalite/db/index.js");

/**
 * What AWS counts for the entries of an item in the indexes, which dynalite leaves out: one write for a new entry, one for an entry
 * that is gone, both if its key changes, one if something else of it changes, and none if nothing does.
 */
export function indexUnits(
  { capacityUnits, getIndexActions }: Dynalite,
  table: StoredTable,
  existing: StoredEntry | null,
  item: StoredEntry | null,
): number {
  const { puts, deletes } = getIndexActions(table.GlobalSecondaryIndexes ?? [], existing, item, table);
  if (puts.length + deletes.length === 0 || isDeepStrictEqual(existing, item)) return 0;
  const before = capacityUnits(existing);
  const moved = new Set(deletes.map(({ index }) => index));
  const was = getIndexActions(table.GlobalSecondaryIndexes ?? [], null, existing, table).puts;
  const listed = new Set(was.map(({ index }) => index));
  const written = puts.map(({ index }) =>
    // Under the same key: the larger of the two states counts, as for an item.
    listed.has(index) && !moved.has(index) ? Math.max(before, capacityUnits(item)) : capacityUnits(item),
  );
  return written.reduce((sum, units) => sum + units, before * deletes.length);
}
