import { HubError } from "../../domain/kit/errors";
import { BoundedCache } from "../engine/bounded-cache";
import { unzipped } from "../engine/compressed";
import type { Item } from "../engine/key";
import { canExist } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import { manifestOf, type SnapshotManifest } from "./snapshot-manifest";

/** To be raised when the layout of any document changes. */
export const snapshotForm = 2;

/** Characters of documents that are kept in memory. */
const mostKept = 32_000_000;
const attempts = 3;
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
  readonly document: unknown;
}

/**
 * Documents that were published together, under one version for each scope (decision 15). Reading one costs the manifest
 * (1 Get) and, when it was not read since that version came into force, the document (1 Query of 1 item).
 */
export function snapshotRepository(table: Table) {
  const cache = new BoundedCache<Kept>(mostKept);

  async function manifest(scope: string): Promise<SnapshotManifest | null> {
    const key = keys.snapshotManifest(scope);
    const found = canExist(key) ? manifestOf(await table.get(key)) : null;
    return found?.form === snapshotForm ? found : null;
  }

  /** A replica that lags would give an older document under the new version: for some seconds all are asked to agree. */
  const isFresh = ({ committedAt }: SnapshotManifest): boolean =>
    Date.parse(table.clock()) - Date.parse(committedAt) < settlingMs;

  /**
   * Documents of one version of a scope, in the order of their names: the manifest (1 Get) and, of each that was not read
   * since that version came into force, 1 Query. `null` where nothing was published of the scope.
   */
  async function documents(scope: string, ids: readonly string[]): Promise<FoundTogether | null> {
    let before = await manifest(scope);
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (before === null) return null;
      const { version } = before;
      const found = await Promise.all(ids.map((id) => read(scope, id, before!)));
      if (!found.includes(null)) return { version, documents: found };
      // It may never have been there, or it was removed because newer ones were published meanwhile.
      const now = await manifest(scope);
      if (now?.version === version) return { version, documents: found };
      before = now;
    }
    throw beingPublished();
  }

  async function read(scope: string, id: string, manifest: SnapshotManifest): Promise<unknown> {
    const name = `${scope} ${id}`;
    const { version } = manifest;
    const kept = cache.get(name);
    if (kept?.version === version) return kept.document;
    const text = await documentText(table, scope, id, manifest, isFresh(manifest));
    if (text === null) return null;
    const document: unknown = JSON.parse(text);
    cache.set(name, { version, document }, text.length);
    return document;
  }

  return {
    manifest,

    /** The scopes of which something was published. */
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

/** The text of a document as it is in a version; `null` where it has none, or has it no more. */
export async function documentText(
  table: Table,
  scope: string,
  id: string,
  { version, floor, lost }: Pick<SnapshotManifest, "version" | "floor" | "lost">,
  consistent: boolean,
): Promise<string | null> {
  const none = new Set(lost);
  for (let upTo = version; upTo >= floor; ) {
    const { pk, sk } = keys.snapshotDocument(scope, id, upTo);
    if (!canExist({ pk, sk })) return null;
    const item = await table.first({ partition: pk, upTo: sk, descending: true, consistent });
    if (item === null || Number(item.number) < floor) return null;
    if (!none.has(Number(item.number))) return contentOf(table, scope, id, item, consistent);
    upTo = Number(item.number) - 1;
  }
  return null;
}

async function contentOf(
  table: Table,
  scope: string,
  id: string,
  item: Item,
  consistent: boolean,
): Promise<string | null> {
  if (item.removed) return null;
  const parts = Number(item.parts);
  if (parts === 0) return unzipped(item.bytes as Uint8Array);
  const wanted = Array.from({ length: parts }, (_, i) =>
    keys.snapshotPart(scope, id, Number(item.number), i),
  );
  const items = await table.batchGet(wanted, undefined, consistent);
  const found = new Map(items.map((part) => [part.sk, part.bytes as Uint8Array]));
  if (found.size < parts) return null;
  return unzipped(Buffer.concat(wanted.map(({ sk }) => found.get(sk)!)));
}

const beingPublished = (): HubError =>
  new HubError("SERVICE_UNAVAILABLE", {
    message: "A new version of the data is being published.",
    messageIt: "È in corso la pubblicazione di una nuova versione dei dati.",
    hint: "Try again in some seconds.",
  });
