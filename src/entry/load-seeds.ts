import { stat } from "node:fs/promises";
import path from "node:path";
import { type Env, envNames } from "../app/env";
import { HubError } from "../domain/kit/errors";
import { loadStarter, type StarterReport } from "../ingest/run/starter";
import type { Table } from "../storage/engine/table";

const ownFolder = path.resolve(__dirname, "../../data");

type Seeds = Pick<Env, "seeds">;

export const seedFolders = ({ seeds }: Seeds): readonly string[] => seeds ?? [ownFolder];

/**
 * Loads the data of the hub before any import: that which comes with it, or that of the folders which the environment names.
 * @throws HubError BAD_USER_INPUT for a folder that does not exist.
 */
export async function loadSeeds(table: Table, env: Seeds, now: string): Promise<readonly StarterReport[]> {
  const reports: StarterReport[] = [];
  for (const folder of seedFolders(env)) {
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory())
      throw new HubError("BAD_USER_INPUT", "noFolder", { folder }, { where: envNames.seedDir });
    reports.push(await loadStarter(table, folder, now));
  }
  return reports;
}
