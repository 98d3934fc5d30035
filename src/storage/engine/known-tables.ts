import type { Callback, Store, StoredTable } from "dynalite/db/index.js";

/**
 * dynalite reads and decodes the definition of the table before every item that it reads or writes. This store remembers it:
 * the hub never changes a table. What asks for the definition itself, as DescribeTable and DeleteTable do, reads it again.
 */
export function withKnownTables(store: Store): Store {
  const known = new Map<string, StoredTable>();
  function getTable(name: string, ...rest: [Callback<StoredTable>] | [boolean, Callback<StoredTable>]): void {
    if (rest.length === 2) {
      known.delete(name);
      store.getTable(name, ...rest);
      return;
    }
    const [done] = rest;
    const table = known.get(name);
    if (table === undefined)
      store.getTable(name, (error, found) => {
        if (found?.TableStatus === "ACTIVE") known.set(name, found);
        done(error, found);
      });
    else done(null, table);
  }
  return { ...store, getTable };
}
