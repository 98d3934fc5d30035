import type { Entry, Store } from "dynalite/db";
import { embeddedClient } from "../../src/storage/client";
import { createTableIfMissing } from "../../src/storage/create-table";
import { engineOver, openStore } from "../../src/storage/dynalite-engine";
import { inProcess } from "../../src/storage/embedded-engine";
import { type Clock, Table } from "../../src/storage/table";
import { tableDefinition } from "../../src/storage/table-definition";

const name = tableDefinition.defaultName;
const asBytes = { keyEncoding: "buffer", valueEncoding: "buffer" } as const;

/**
 * A table in memory that is filled once in a worker and then copied: the entries of its engine are put into a new one, which
 * takes milliseconds. Each copy may be changed. The clock of the filling is the real one unless given.
 */
export function copiesOf(
  fill: (table: Table) => Promise<unknown>,
  clockOfFilling?: Clock,
): (clock?: Clock) => Promise<Table> {
  let entries: Promise<readonly Entry[]> | undefined;
  return async (clock) => {
    entries ??= entriesAfter(fill, clockOfFilling);
    const store = await openStore(null);
    await store.db.batch((await entries).map(([key, value]) => ({ type: "put", key, value, ...asBytes })));
    return tableOver(store, clock);
  };
}

async function entriesAfter(
  fill: (table: Table) => Promise<unknown>,
  clock?: Clock,
): Promise<readonly Entry[]> {
  const store = await openStore(null);
  const table = await tableOver(store, clock);
  await createTableIfMissing(table.client, name);
  await fill(table);
  return store.db.iterator(asBytes).all();
}

async function tableOver(store: Store, clock?: Clock): Promise<Table> {
  return new Table(name, embeddedClient(inProcess(await engineOver(store))), undefined, clock);
}
