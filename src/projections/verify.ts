import type { Table } from "../storage/engine/table";
import { searchIndexDrift } from "./search-index";
import { type Drift, verify } from "./snapshots";

/** Every published document that is not what the records say; nothing is written. */
export async function verifyReadDocuments(table: Table): Promise<Drift[]> {
  const drift = await searchIndexDrift(table);
  const ofSearch: Drift[] = drift === null ? [] : [{ scope: "search", document: "index", drift }];
  return [...ofSearch, ...(await verify(table))];
}
