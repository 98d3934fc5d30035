import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { type Codec, contentHash } from "./codec";
import { keys } from "./keys";
import { archived, type Header, idOf, isTombstone, type StoredItem, unchangedSince } from "./stored-item";

/** Readers of the feed of changes wait this long, because earlier changes may still appear. */
export const settlingMs = 2_000;

/**
 * Writes the next version of a record: first its edges and the previous version, then the record. A tombstone leaves its
 * lists last, so that an interrupted run leaves no record outside all lists.
 * @throws ConditionalCheckFailedException if another writer wrote since the header was read.
 */
export async function writeVersion<T>(
  table: Table,
  codec: Codec<T>,
  item: StoredItem,
  header: Header | null,
  edges: readonly Item[],
): Promise<void> {
  const kept = new Set(edges.map(idOf));
  const stale = (header?.edgeKeys ?? []).filter((key) => !kept.has(idOf(key)));
  if (!isTombstone(item)) await table.batchWrite({ puts: edges, deletes: stale });
  if (codec.audited && header !== null) await archive(table, [await table.get(item, true)]);
  await table.put(item, unchangedSince(header, item.fence));
  if (isTombstone(item)) await table.batchWrite({ deletes: stale });
  if (codec.feed) await restampLateChange(table, item);
}

/** Call it before the replacement is written. Items of an older hub have no history to keep. */
export async function archive(table: Table, items: readonly (Item | null)[]): Promise<void> {
  const versions = items.filter((item) => item !== null && item.changedBy !== undefined) as Item[];
  await table.batchWrite({ puts: versions.map(archived) });
}

/** A write that took longer than readers of the feed wait gets a new place in it, so that they see it. */
async function restampLateChange(table: Table, { pk, sk, type, code, version, changeSk }: StoredItem) {
  const stamp = String(changeSk).split("#")[0]!;
  const now = table.clock();
  if (Date.parse(now) - Date.parse(stamp) <= settlingMs / 2) return;
  const later = keys.change(now, type, code);
  await setUnlessReplaced(table, { pk, sk, version }, { changeSk: later.changeSk });
}

/** A version that was replaced meanwhile needs no new place: its replacement has its own. */
const setUnlessReplaced = (
  table: Table,
  { pk, sk, version }: Pick<StoredItem, "pk" | "sk" | "version">,
  set: Partial<StoredItem>,
): Promise<unknown> => ifUnchanged(table.update({ pk, sk }, { set, when: { version } }), () => null);

/**
 * After losing to another writer: removes edges to the record that was not written, and restores the edges of the stored
 * record that were removed or overwritten.
 * @param written edges of the record that was not written.
 * @param header of the item that it should have replaced.
 */
export async function repairEdges<T>(
  table: Table,
  codec: Codec<T>,
  key: Key,
  { record, written, header }: { record: T | null; written: readonly Key[]; header: Header | null },
): Promise<void> {
  const current = (await table.get(key, true)) as StoredItem | null;
  const isThere = current !== null && !isTombstone(current);
  const owned = new Set(isThere ? current.edgeKeys.map(idOf) : []);
  const touched = new Set([...(header?.edgeKeys ?? []), ...written].map(idOf));
  const edges = isThere ? edgesOfStored(codec, current, record) : [];
  await table.batchWrite({
    puts: (edges ?? []).filter((edge) => touched.has(idOf(edge))),
    deletes: written.filter((edge) => !owned.has(idOf(edge))),
  });
  // Nothing equals it then: the next import of the record writes it again, with its edges.
  if (isThere && edges === null) await setUnlessReplaced(table, current, { contentHash: "" });
}

/** `null` if the item lacks the data for its edges, and the given record is a different one. */
function edgesOfStored<T>(codec: Codec<T>, item: StoredItem, record: T | null): Item[] | null {
  if (codec.stored === undefined) return edgesOf(codec, item.record as T, item.updatedAt);
  const isSame = record !== null && contentHash(record) === item.contentHash;
  return isSame ? edgesOf(codec, record, item.updatedAt) : null;
}

/** The edges of a record, each with the moment of its writing, for lists by date. */
export const edgesOf = <T>(codec: Codec<T>, record: T, now: string): Item[] =>
  (codec.edges?.(record) ?? []).map((edge) => ({ ...edge, updatedAt: now }));
