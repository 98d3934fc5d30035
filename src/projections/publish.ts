import type { Table } from "../storage/table";
import { publishSearchIndex } from "./search-index";

/**
 * Makes what readers get as published documents follow the records, as they are now. To be called after anything was
 * written; it is made from the records alone, so a call that was killed is made good by the next one, and a call after
 * which nothing differs writes nothing.
 * @param now instant of the publication, ISO 8601 UTC.
 */
export async function publishReadDocuments(table: Table, now: string): Promise<void> {
  await publishSearchIndex(table, now);
}
