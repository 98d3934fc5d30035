import { HubError } from "../../domain/kit/errors";
import { BoundedCache } from "../engine/bounded-cache";
import { chunks } from "../engine/chunks";
import { canExist } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import { itemIn, textOf } from "./document-items";
import { manifestOf, type SnapshotManifest, snapshotForm } from "./snapshot-manifest";

/** Characters of documents that are kept in memory. */
const mostKept = 32_000_000;
const attempts = 3;
/** Documents that are read at the same time. */
const concurrent = 50;
/** Within this time every replica of the store has a write: AWS says usually one second. */
const settlingMs = 10_000;

/** A document of the version in force; `null` where that version has none of that name. */
export interface Found<T> {
  readonly version: number;
  readonly document: T | null;
}

/** Documents that were asked for together; `null` for each that their version does not have. */
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
 * The one store of what is published: compressed documents under one version for each scope (decisions 8 and 15). Reading one
 * costs the manifest (1 Get) and, when it was not read since that version came into force, the document (1 Query of 1 item). A
 * document that the new version did not change is not decoded again: readers get the same object.
 * @param consistent whether to see every publication that was acknowledged before: for who is about to write.
 */
export function documentStore(table: Table, consistent = false) {
  const cache = new BoundedCache<Kept>(mostKept);

  async function manifest(scope: string): Promise<SnapshotManifest | null> {
    const key = keys.snapshotManifest(scope);
    const found = canExist(key) ? manifestOf(await table.get(key, consistent)) : null;
    return found?.form === snapshotForm ? found : null;
  }

  /** A replica that lags would give an older document under the new version: for some seconds all are asked to agree. */
  const isFresh = ({ committedAt }: SnapshotManifest): boolean =>
    consistent || Date.parse(table.clock()) - Date.parse(committedAt) < settlingMs;

  /**
   * Documents of one version of a scope, in the order of their names: the manifest (1 Get) and, of each that was not read
   * since that version came into force, 1 Query. `null` where nothing was published of the scope.
   */
  async function documents(scope: string, ids: readonly string[]): Promise<FoundTogether | null> {
    let before = await manifest(scope);
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (before === null) return null;
      const { version } = before;
      const found: unknown[] = [];
      for (const group of chunks(ids, concurrent))
        found.push(...(await Promise.all(group.map((id) => read(scope, id, before!)))));
      if (!found.includes(null)) return { version, documents: found };
      // It may never have been there, or it was removed because newer ones were published meanwhile.
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

    /** The scopes of cities of which something was published. */
    async scopes(): Promise<readonly string[]> {
      return ((await table.get(keys.snapshotScopes()))?.scopes as string[] | undefined) ?? [];
    },

    documents,

    /** One document of a scope; `null` where nothing was published of the scope. */
    async document<T>(scope: string, id: string): Promise<Found<T> | null> {
      const found = await documents(scope, [id]);
      return found && { version: found.version, document: found.documents[0] as T | null };
    },
  };
}
