import { stat } from "node:fs/promises";
import path from "node:path";
import { type Env, envNames } from "../app/env";
import { HubError } from "../domain/kit/errors";
import {
  hasStarted,
  loadNewStarter,
  loadStarter,
  readStarter,
  type Starter,
  type StarterReport,
} from "../ingest/starter/load-starter";
import type { Table } from "../storage/engine/table";

/** What is written by hand. */
export const handWrittenFolder = path.resolve(__dirname, "../../data");

/** What imports of published files give beside it: `npm run data` writes it. */
export const publishedFolder = path.join(handWrittenFolder, "published");

/** All that comes with the hub, in the order of loading. */
export const starterFolders = [handWrittenFolder, publishedFolder] as const;

/** A data folder in which they are loaded: `build starter` makes it, and a new hub begins with a copy. */
export const packedStarter = path.resolve(__dirname, "../../dist/starter");

type Seeds = Env["seeds"];

export const seedFolders = (seeds: Seeds): readonly string[] => seeds ?? starterFolders;

/**
 * Reads the data that comes with the hub, or that of the folders which the environment names.
 * @throws HubError BAD_USER_INPUT for a folder that does not exist.
 */
export async function readSeeds(seeds: Seeds): Promise<Starter> {
  for (const folder of seedFolders(seeds)) {
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory())
      throw new HubError("BAD_USER_INPUT", "noFolder", { folder }, { where: envNames.seedDir });
  }
  return readStarter(seedFolders(seeds));
}

/**
 * Loads the data of the hub before any import.
 * @returns `null` if it was loaded before and nothing changed.
 * @throws HubError as `readSeeds` does.
 */
export const loadSeeds = async (table: Table, seeds: Seeds, now: string): Promise<StarterReport | null> =>
  loadNewStarter(table, await readSeeds(seeds), now);

/**
 * The same before an import. An empty table gets what is written by hand: the import itself gives the rest. A hub that started
 * has the rest too, and keeps it.
 */
export const loadSeedsBeforeImport = async (
  table: Table,
  seeds: Seeds,
  now: string,
): Promise<StarterReport | null> =>
  seeds === null && !(await hasStarted(table))
    ? loadStarter(table, handWrittenFolder, now)
    : loadSeeds(table, seeds, now);
