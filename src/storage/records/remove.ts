import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { headersOf } from "./stored-item";

/** Removes items that follow from others, with their edges; of records that people see, tombstones stay instead. */
export async function removeAll(table: Table, keys: readonly Key[]): Promise<void> {
  const headers = await headersOf(table, keys);
  const found = [...headers.values()];
  // The edges first: killed in between, the item still tells which ones are left.
  await table.batchWrite({ deletes: found.flatMap(({ edgeKeys }) => [...edgeKeys]) });
  await table.batchWrite({ deletes: found });
}
