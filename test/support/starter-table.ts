import path from "node:path";
import { loadStarter } from "../../src/ingest/starter/load-starter";
import type { Clock, Table } from "../../src/storage/engine/table";
import { prepared, preparedAt } from "./prepared-table";
import { type Entries, tableOf } from "./table-copies";

export const starterFolder = path.resolve(__dirname, "../../data");
export const publishedFolder = path.join(starterFolder, "published");

const starter = prepared({
  name: "starter",
  from: [starterFolder],
  fill: (table) => loadStarter(table, starterFolder, preparedAt),
});
const withDemo = prepared({
  name: "starter and demonstration",
  from: [starterFolder],
  fill: async (table) => {
    await loadStarter(table, starterFolder, preparedAt);
    await loadStarter(table, path.join(starterFolder, "demo"), preparedAt);
  },
});

/** All that comes with the hub, as `npm start` loads it: whole cities. Slower than what is written by hand. */
const everything = prepared({
  name: "all that comes with the hub",
  from: [starterFolder],
  fill: (table) => loadStarter(table, [starterFolder, publishedFolder], preparedAt),
});

/** All that comes with the hub, as it stands in an engine. */
export const cloneEntries = async (): Promise<Entries> => (await everything()).entries;

/** A table in memory with all that comes with the hub, as a fresh clone has it. */
export const cloneTable = async (clock?: Clock): Promise<Table> => tableOf(await cloneEntries(), clock);

/** The starter data of `data/`, as it stands in an engine. */
export const starterEntries = async (): Promise<Entries> => (await starter()).entries;

/** A table in memory with it. */
export const starterTable = async (clock?: Clock): Promise<Table> => tableOf(await starterEntries(), clock);

/** The same with the demonstration beside it. */
export const demoTable = async (clock?: Clock): Promise<Table> => tableOf((await withDemo()).entries, clock);
