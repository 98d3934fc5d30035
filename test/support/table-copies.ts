import path from "node:path";
import type { Entry, Store } from "dynalite/db/index.js";
import { embeddedClient } from "../../src/storage/engine/client";
import { createTableIfMissing } from "../../src/storage/engine/create-table";
import { engineOver, openStore } from "../../src/storage/engine/dynalite-engine";
import { inProcess } from "../../src/storage/engine/engine-holder";
import { type Clock, Table } from "../../src/storage/engine/table";
import { tableDefinition } from "../../src/storage/engine/table-definition";

/** What the engine of a table holds. */
export type Entries = readonly Entry[];
/** Writes into an empty table. */
export type Fill<T> = (table: Table) => Promise<T>;

const name = tableDefinition.defaultName;
const asBytes = { keyEncoding: "buffer", valueEncoding: "buffer" } as const;

/**
 * A table in memory that is filled once in a worker and then copied, which takes milliseconds. Each copy may be changed.
 * The clock of the filling is the real one unless given.
 */
export function copiesOf(fill: Fill<unknown>, clockOfFilling?: Clock): (clock?: Clock) => Promise<Table> {
  let filled: Promise<{ readonly entries: Entries }> | undefined;
  return async (clock) => {
    filled ??= filledWith(fill, clockOfFilling);
    return tableOf((await filled).entries, clock);
  };
}

export async function filledWith<T>(
  fill: Fill<T>,
  clock?: Clock,
): Promise<{ readonly entries: Entries; readonly result: T }> {
  const store = await openStore(null);
  const table = await tableOver(store, clock);
  await createTableIfMissing(table.client, name);
  const result = await fill(table);
  return { entries: await store.db.iterator(asBytes).all(), result };
}

/** A table of its own on an engine in memory; nothing to close. */
export const tableOf = async (entries: Entries, clock?: Clock): Promise<Table> =>
  tableOver(await storeOf(entries, null), clock);

/** The store of an engine, in memory or in a folder. */
export async function storeOf(entries: Entries, folder: string | null): Promise<Store> {
  const store = await openStore(folder);
  await store.db.batch(entries.map(([key, value]) => ({ type: "put", key, value, ...asBytes })));
  return store;
}

/** The data folder of an embedded engine, which nobody has open. */
export async function writeDataFolder(entries: Entries, dataDir: string): Promise<void> {
  const store = await storeOf(entries, path.join(dataDir, "dynamodb"));
  await store.lifecycleManager.gracefulClose();
}

const tableOver = async (store: Store, clock?: Clock): Promise<Table> =>
  new Table(name, embeddedClient(inProcess(await engineOver(store))), undefined, clock);
