import { createRecords, type Records } from "../queries/kit/records";
import { nearestCodes } from "../queries/search/nearest-codes";
import { createRepositories, type Repositories } from "../storage";
import type { Reader } from "../storage/engine/reader";
import type { Table } from "../storage/engine/table";
import type { Root } from "../storage/snapshots/root";
import { Snapshot } from "../storage/snapshots/snapshot";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";

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

/** The published versions that requests read: those of one version share what it computes. */
export function publishedVersions(table: Table) {
  const store = snapshotsOf(table);
  let newest: PublishedVersion | null = null;
  return {
    async current(): Promise<PublishedVersion> {
      const root = await store.current();
      if (newest?.root !== root) newest = versionOver(new Snapshot(store, root), root);
      return newest;
    },
  };
}
