import { createRecords, type Records } from "../queries/kit/records";
import { nearestCodes } from "../queries/search/nearest-codes";
import { createRepositories, type Repositories } from "../storage";
import type { Reader } from "../storage/engine/reader";
import type { Table } from "../storage/engine/table";
import { emptyRoot, includes, type Root } from "../storage/snapshots/root";
import { Snapshot } from "../storage/snapshots/snapshot";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";
import type { Publication } from "./answers/publication";

/** Everything that a request reads of one version. */
export interface PublishedVersion {
  /** `null` for the table as it is now. */
  readonly root: Root | null;
  readonly records: Records;
  readonly repositories: Repositories;
}

export function versionOver(reader: Reader, root: Root | null): PublishedVersion {
  const repositories = createRepositories(reader);
  return { root, repositories, records: createRecords(repositories, nearestCodes(repositories)) };
}

/** How often a request that waits for a version looks for it. */
const lookEveryMs = 50;
/** A store that does not answer by then is left to the request, which has a deadline. */
const lookPatienceMs = 1_000;

export interface PublishedVersions extends Publication {
  current(): Promise<PublishedVersion>;
  /** The current version without waiting; `null` if it was not looked for lately. */
  now(): PublishedVersion | null;
}

/** The published versions that requests read: those of one version share what it computes. */
export function publishedVersions(table: Table): PublishedVersions {
  const store = snapshotsOf(table);
  let newest: PublishedVersion | null = null;

  function versionOf(root: Root): PublishedVersion {
    if (newest?.root !== root) newest = versionOver(new Snapshot(store, root), root);
    return newest;
  }

  /** Looks until a version of the data is included, or the time is over. */
  async function waitFor(dataVersion: number, milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds;
    while (!includes(await store.look().catch(() => emptyRoot), dataVersion)) {
      if (performance.now() + lookEveryMs > until) return false;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    return true;
  }

  return {
    waitFor,
    async look() {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, lookPatienceMs);
      });
      await Promise.race([store.current().catch(() => undefined), patience]);
      clearTimeout(timer);
    },
    version: () => store.known?.version ?? null,
    dataVersion: () => store.known?.dataVersion ?? null,
    includes: (dataVersion) => store.known !== null && includes(store.known, dataVersion),
    current: async () => versionOf(await store.current()),
    now: () => store.known && versionOf(store.known),
  };
}
