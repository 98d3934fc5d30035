import { HubError } from "../../domain/kit/errors";
import { BoundedCache } from "../engine/bounded-cache";
import { inGroups } from "../engine/chunks";
import { canExist } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import { itemIn, textOf } from "./document-items";
import { manifestOf, type SnapshotManifest, snapshotForm } from "./snapshot-manifest";

/** Characters of documents that are kept in memory. */
const maxKept = 32_000_000;
const attempts = 3;
/** Documents that are read at the same time. */
const concurrent = 50;
/** Within this time every replica of the store has a write: usually one second, according to AWS. */
const settlingMs = 10_000;

/** A document of the current version; `null` if that version has none of that name. */
export interface Found<T> {
  readonly version: number;
  readonly document: T | null;
}

/** Documents of one request; `null` for each that their version does not have. */
export interface FoundTogether {
  readonly version: number;
  readonly documents: readonly unknown[];
}

interface Kept {
  readonly version: number;
  readonly hash: string;
  readonly document: unknown;
}

/**
 * The store of the lists of keys of complete files: compressed documents under one version for each scope (decision 22). What
 * readers of the API get is in snapshots. A document that the new version did not change is not decoded again.
 * @param consistent whether to see every acknowledged publication, as a writer must.
 */
export function documentStore(table: Table, consistent = false) {
  const cache = new BoundedCache<Kept>(maxKept);

  async function manifest(scope: string): Promise<SnapshotManifest | null> {
    const key = keys.snapshotManifest(scope);
    const found = canExist(key) ? manifestOf(await table.get(key, consistent)) : null;
    return found?.form === snapshotForm ? found : null;
  }

  /** A lagging replica would return an older document under the new version: for some seconds reads are consistent. */
  const isFresh = ({ committedAt }: SnapshotManifest): boolean =>
    consistent || Date.parse(table.clock()) - Date.parse(committedAt) < settlingMs;

  /**
   * Documents of one version of a scope, in the order of their names: the manifest (1 Get) and 1 Query for each that
   * was not read in the current version before. `null` if the scope has no publication.
   */
  async function documents(scope: string, ids: readonly string[]): Promise<FoundTogether | null> {
    let before = await manifest(scope);
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (before === null) return null;
      const { version } = before;
      const found = await inGroups(ids, concurrent, (id) => read(scope, id, before!));
      if (!found.includes(null)) return { version, documents: found };
      // It may never have existed, or a newer publication removed it meanwhile.
      const now = await manifest(scope);
      if (now?.version === version) return { version, documents: found };
      before = now;
    }
    throw new HubError("SERVICE_UNAVAILABLE", "publishing");
  }

  async function read(scope: string, id: string, manifest: SnapshotManifest): Promise<unknown> {
    const name = `${scope} ${id}`;
    const { version } = manifest;
    const kept = cache.get(name);
    if (kept?.version === version) return kept.document;
    const item = await itemIn(table, scope, id, manifest, isFresh(manifest));
    if (item === null) return null;
    const hash = String(item.hash);
    const text = kept?.hash === hash ? null : await textOf(table, scope, id, item, isFresh(manifest));
    if (text === null && kept?.hash !== hash) return null;
    const document: unknown = text === null ? kept?.document : JSON.parse(text);
    cache.set(name, { version, hash, document }, text?.length ?? cache.sizeOf(name));
    return document;
  }

  return {
    manifest,

    documents,

    /** One document of a scope; `null` if the scope has no publication. */
    async document<T>(scope: string, id: string): Promise<Found<T> | null> {
      const found = await documents(scope, [id]);
      return found && { version: found.version, document: found.documents[0] as T | null };
    },
  };
}
