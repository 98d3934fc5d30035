import type { Key } from "../storage/engine/key";
import type { Table } from "../storage/engine/table";
import { publishSearchIndex } from "./search-index";
import { followChanges } from "./snapshots";

/**
 * Lets all published documents follow writes of records, whoever made them. Made from the records as they are now, so
 * that writes may come late, twice or in any order. Lists of services are not published: who writes a service writes
 * them too, because an editor must find at once what they saved.
 * @param changed keys of the items that were written.
 */
export async function followWrites(table: Table, changed: readonly Key[], now: string): Promise<void> {
  await publishSearchIndex(table, now);
  await followChanges(table, changed, now);
}
