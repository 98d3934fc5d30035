import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { onlyAppended, transactionSize } from "../engine/transaction";
import { bothOf, type PutCondition } from "../engine/write-input";
import { entriesOf } from "./audit-entries";
import { type Codec, contentHash } from "./codec";
import type { Guard } from "./ownership";
import {
  archived,
  type Header,
  idOf,
  isTombstone,
  isWhole,
  type StoredItem,
  setUnlessReplaced,
  unchangedSince,
} from "./stored-item";

/**
 * Writes the next version of a record with its edges, the previous version in the history, and the entries of audit trails: all or
 * nothing, if they fit a transaction.
 * @throws ConditionalCheckFailedException if another writer wrote since the header was read; then nothing of this version
 * is written, but for edges that do not fit a transaction (`repairEdges`).
 */
export async function writeVersion<T>(
  table: Table,
  codec: Codec<T>,
  version: StoredItem,
  header: Header | null,
  edges: readonly Item[],
  guard?: Guard,
): Promise<void> {
  if (!codec.audited) return writeWithEdges(table, version, header, edges, guard);
  const before =
    header === null || isWhole(header) ? header : ((await table.get(version, true)) as StoredItem | null);
  const entries = await entriesOf(table, codec, version, before);
  const appended = [...(before === null ? [] : [archived(before)]), ...entries];
  await writeWithEdges(table, version, header, edges, guard, appended);
}

/**
 * Writes an item with its edges, and removes those that it had before.
 * @throws ConditionalCheckFailedException if another writer wrote since the header was read.
 */
export async function writeWithEdges(
  table: Table,
  item: StoredItem,
  header: Header | null,
  edges: readonly Item[],
  { item: guard, others: checks }: Guard = { item: null, others: [] },
  appended: readonly Item[] = [],
): Promise<void> {
  const deletes = staleEdges(header, edges);
  const condition = bothOf(unchangedSince(header, item.fence), guard);
  if (edges.length + deletes.length + checks.length + appended.length === 0)
    return table.put(item, condition);
  if (checks.length > 0 || fitTransaction(header, edges, appended.length))
    return table.transact({ item, condition, puts: edges, deletes, checks, appended });
  for (const entry of appended) await table.put(entry, onlyAppended(entry));
  await writeInParts(table, item, header, edges, condition);
}

const staleEdges = (header: Header | null, edges: readonly Key[]): Key[] => {
  const kept = new Set(edges.map(idOf));
  return (header?.edgeKeys ?? []).filter((key) => !kept.has(idOf(key)));
};

/** Boundaries with many cells and points are larger than DynamoDB allows in one transaction. */
const mostBytes = 1_000_000;

const fitTransaction = (header: Header | null, edges: readonly Key[], others = 0): boolean =>
  edges.length + staleEdges(header, edges).length + others < transactionSize &&
  edges.reduce((bytes, edge) => bytes + sizeOf(edge), 0) < mostBytes;

const sizeOf = (edge: Key): number =>
  Object.values(edge).reduce(
    (bytes: number, value: unknown) =>
      bytes + (value instanceof Uint8Array ? value.length : JSON.stringify(value ?? null).length),
    0,
  );

/**
 * More than a transaction holds. The stored item names the new edges before they are written, so that the next write removes
 * those of a killed one. A tombstone leaves its lists last, so that an interrupted run leaves no record outside all lists.
 */
async function writeInParts(
  table: Table,
  item: StoredItem,
  header: Header | null,
  edges: readonly Item[],
  condition: PutCondition,
): Promise<void> {
  const deletes = staleEdges(header, edges);
  const owned = new Set((header?.edgeKeys ?? []).map(idOf));
  const added = edges.filter((edge) => !owned.has(idOf(edge))).map(({ pk, sk }) => ({ pk, sk }));
  if (header !== null && added.length > 0) {
    const edgeKeys = [...header.edgeKeys, ...added];
    await table.update(item, { set: { edgeKeys }, when: { version: header.version } });
  }
  if (!isTombstone(item)) await table.batchWrite({ puts: edges, deletes });
  await table.put(item, condition);
  if (isTombstone(item)) await table.batchWrite({ deletes });
}

/** For records that are written in batches: call it before the replacement is written. */
export async function archive(table: Table, items: readonly (Item | null)[]): Promise<void> {
  await table.batchWrite({ puts: items.filter((item) => item !== null).map(archived) });
}

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
  if (fitTransaction(header, written)) return;
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
