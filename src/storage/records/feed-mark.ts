import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { keys } from "./keys";

/**
 * The mark of the feed: no reader was ever given a change with a higher key. One small item, which is no record. It is
 * only raised.
 */

/** The marks that this process knows; the stored one is never lower. */
const known = new WeakMap<Table, string>();

/** Empty if this process never raised it. */
export const knownMark = (table: Table): string => known.get(table) ?? "";

/** The mark as it is now, by a consistent read; empty if no reader was ever given a change. */
export async function markNow(table: Table): Promise<string> {
  const mark = String((await table.get(keys.feedMark(), true))?.upTo ?? "");
  return learn(table, mark);
}

/** Afterwards the mark is at this key or higher. Writes nothing if another reader raised it so far. */
export async function raiseMark(table: Table, upTo: string): Promise<void> {
  await ifUnchanged(table.update(keys.feedMark(), { raise: { upTo } }), () => null);
  learn(table, upTo);
}

function learn(table: Table, mark: string): string {
  if (mark > knownMark(table)) known.set(table, mark);
  return knownMark(table);
}
