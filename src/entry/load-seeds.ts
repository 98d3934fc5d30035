import { stat } from "node:fs/promises";
import path from "node:path";
import { type Env, envNames } from "../app/env";
import { HubError } from "../domain/kit/errors";
import { hasStarted, loadNewStarter, loadStarter, type StarterReport } from "../ingest/starter/load-starter";
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
 * Loads the data of the hub before any import: that which comes with it, or that of the folders which the environment names.
 * @returns `null` if it was loaded before and nothing changed.
 * @throws HubError BAD_USER_INPUT for a folder that does not exist.
 */
export async function loadSeeds(table: Table, seeds: Seeds, now: string): Promise<StarterReport | null> {
  for (const folder of seedFolders(seeds)) {
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory())
      throw new HubError("BAD_USER_INPUT", "noFolder", { folder }, { where: envNames.seedDir });
  }
  return loadNewStarter(table, seedFolders(seeds), now);
}

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
