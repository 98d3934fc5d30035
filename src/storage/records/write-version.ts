import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { type Codec, contentHash } from "./codec";
import { keys } from "./keys";
import { archived, type Header, idOf, isTombstone, type StoredItem, unchangedSince } from "./stored-item";

/** Who follows the feed of changes waits so long before trusting that nothing earlier will still appear. */
export const settlingMs = 2_000;

/**
 * Writes the next version of a record: first its edges and the version that it replaces, then itself. What is gone
 * leaves its lists last, so that a run that is killed half-way leaves no record that no list holds.
 * @throws ConditionalCheckFailedException where somebody else wrote since the header was read.
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

/** Earlier versions, to be written before what replaces them. Items of an older hub have no history to keep. */
export async function archive(table: Table, items: readonly (Item | null)[]): Promise<void> {
  const versions = items.filter((item) => item !== null && item.changedBy !== undefined) as Item[];
  await table.batchWrite({ puts: versions.map(archived) });
}

/** Whoever was held up longer than readers of the feed wait takes a new place in it, where they will see it. */
async function restampLateChange(table: Table, { pk, sk, type, code, version, changeSk }: StoredItem) {
  const stamp = String(changeSk).split("#")[0]!;
  const now = table.clock();
  if (Date.parse(now) - Date.parse(stamp) <= settlingMs / 2) return;
  const later = keys.change(now, type, code);
  await setUnlessReplaced(table, { pk, sk, version }, { changeSk: later.changeSk });
}

/** A version that was replaced meanwhile needs no change: the one that replaced it has its own attributes. */
const setUnlessReplaced = (
  table: Table,
  { pk, sk, version }: Pick<StoredItem, "pk" | "sk" | "version">,
  set: Partial<StoredItem>,
): Promise<unknown> => ifUnchanged(table.update({ pk, sk }, { set, when: { version } }), () => null);

/**
 * Who lost to another writer puts the edges right: takes back those that lead to a record that was never written, and
 * gives back those of the record that is there that it took away or wrote over.
 * @param written edges of the record that was not written.
 * @param header that it was to replace.
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

/** `null` where the item does not keep what its edges are made of, and the record at hand is another one. */
function edgesOfStored<T>(codec: Codec<T>, item: StoredItem, record: T | null): Item[] | null {
  if (codec.stored === undefined) return edgesOf(codec, item.record as T, item.updatedAt);
  const isSame = record !== null && contentHash(record) === item.contentHash;
  return isSame ? edgesOf(codec, record, item.updatedAt) : null;
}

/** The edges of a record; each tells when it was written, for lists by date. */
export const edgesOf = <T>(codec: Codec<T>, record: T, now: string): Item[] =>
  (codec.edges?.(record) ?? []).map((edge) => ({ ...edge, updatedAt: now }));
