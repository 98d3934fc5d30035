import { canonicalText } from "../../domain/kit/canonical-text";
import { HubError } from "../../domain/kit/errors";
import { hashOf, partBytes, unzipped, zipped } from "../engine/compressed";
import { canExist, type Item, type Key } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import type { SnapshotManifest } from "./snapshot-manifest";

/** One BatchGet returns at most 16 MB. */
const maxParts = 50;

/** A document to publish: its bytes are only computed if its hash is new. */
export interface Draft {
  /** Of the text: equal hashes mean no change. */
  readonly hash: string;
  bytes(): Promise<Uint8Array>;
}

/** Texts are computed twice instead of kept: together they are much larger than documents that share their areas. */
export const draftOf = (document: unknown): Draft => ({
  hash: hashOf(canonicalText(document)),
  bytes: () => zipped(canonicalText(document)),
});

/**
 * Where a document is stored: the number of the publication that wrote it, and its number of parts (0: in its item).
 */
export interface Place {
  readonly number: number;
  readonly parts: number;
}

/** The items of a document; `packed` is `null` for a removed one. The item that names the parts comes last. */
export function itemsOf(
  scope: string,
  id: string,
  number: number,
  packed: { readonly hash: string; readonly bytes: Uint8Array } | null,
): Item[] {
  const key = keys.snapshotDocument(scope, id, number);
  if (packed === null) return [{ ...key, number, removed: true }];
  const { hash, bytes } = packed;
  const parts = partsOf(bytes);
  if (parts > maxParts) {
    const values = { name: `${scope}/${id}`, size: bytes.length, most: maxParts * partBytes };
    throw new HubError("LIMIT_EXCEEDED", "document", values);
  }
  if (parts === 0) return [{ ...key, number, hash, parts, bytes }];
  const ofParts = Array.from({ length: parts }, (_, i) => ({
    ...keys.snapshotPart(scope, id, number, i),
    bytes: bytes.subarray(i * partBytes, (i + 1) * partBytes),
  }));
  return [...ofParts, { ...key, number, hash, parts }];
}

export const partsOf = ({ length }: Uint8Array): number =>
  length <= partBytes ? 0 : Math.ceil(length / partBytes);

export const keysAt = (scope: string, id: string, { number, parts }: Place): Key[] => [
  keys.snapshotDocument(scope, id, number),
  ...Array.from({ length: parts }, (_, i) => keys.snapshotPart(scope, id, number, i)),
];

/** The item of a document in a version; `null` if that version has none. */
export async function itemIn(
  table: Table,
  scope: string,
  id: string,
  { version, floor, lost }: Pick<SnapshotManifest, "version" | "floor" | "lost">,
  consistent: boolean,
): Promise<Item | null> {
  const none = new Set(lost);
  for (let upTo = version; upTo >= floor; ) {
    const { pk, sk } = keys.snapshotDocument(scope, id, upTo);
    if (!canExist({ pk, sk })) return null;
    const item = await table.first({ partition: pk, upTo: sk, descending: true, consistent });
    if (item === null || Number(item.number) < floor) return null;
    if (!none.has(Number(item.number))) return item.removed ? null : item;
    upTo = Number(item.number) - 1;
  }
  return null;
}

/** The text of a document; `null` if a part no longer exists or its bytes are damaged. */
export async function textOf(
  table: Table,
  scope: string,
  id: string,
  { number, parts, bytes, hash }: Item,
  consistent: boolean,
): Promise<string | null> {
  const whole = Number(parts) === 0 ? bytes : await joined();
  if (whole === null) return null;
  const text = await unzipped(whole as Uint8Array).catch(() => null);
  return text !== null && (hash === undefined || hashOf(text) === hash) ? text : null;

  async function joined(): Promise<Uint8Array | null> {
    const wanted = keysAt(scope, id, { number: Number(number), parts: Number(parts) }).slice(1);
    const found = new Map(
      (await table.batchGet(wanted, undefined, consistent)).map((part) => [part.sk, part.bytes]),
    );
    if (found.size < wanted.length) return null;
    return Buffer.concat(wanted.map(({ sk }) => found.get(sk) as Uint8Array));
  }
}

/** The text of a document in a version; `null` if there is none, or none that can be read. */
export async function documentText(
  table: Table,
  scope: string,
  id: string,
  manifest: Pick<SnapshotManifest, "version" | "floor" | "lost">,
  consistent: boolean,
): Promise<string | null> {
  const item = await itemIn(table, scope, id, manifest, consistent);
  return item && textOf(table, scope, id, item, consistent);
}

/** The document that lists the others, for writers. */
export const catalogueId = "catalogue";

export interface Entry extends Place {
  /** `null` for a removed document. */
  readonly hash: string | null;
  /** Where the replaced document is stored, for readers of the version before. */
  readonly before: Place | null;
}

export interface Catalogue extends Place {
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The catalogue of a version; `null` if it no longer exists or cannot be read. */
export async function readCatalogue(
  table: Table,
  scope: string,
  manifest: Pick<SnapshotManifest, "version" | "floor" | "lost">,
): Promise<Catalogue | null> {
  const item = await itemIn(table, scope, catalogueId, manifest, true);
  const text = item && (await textOf(table, scope, catalogueId, item, true));
  if (item === null || text === null) return null;
  const entries = new Map(JSON.parse(text) as [string, Entry][]);
  return { number: Number(item.number), parts: Number(item.parts), entries };
}

export async function catalogueItems(
  scope: string,
  number: number,
  entries: ReadonlyMap<string, Entry>,
): Promise<Item[]> {
  const text = JSON.stringify([...entries]);
  return itemsOf(scope, catalogueId, number, { hash: hashOf(text), bytes: await zipped(text) });
}
