import { groupBy } from "../../domain/kit/group-by";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { tableDefinition } from "../engine/table-definition";
import { ifUnchanged } from "../engine/write-input";
import { checkRecords, type RecordDrift } from "./check-records";
import { codecOf, recordTypeOf } from "./hub-record";
import { readRecord, type Skip } from "./readable";
import { idOf, indexAttributes, isTombstone, type StoredItem, unchangedSince } from "./stored-item";
import { edgesOf, writeWithEdges } from "./write-version";

/**
 * Rebuilds what follows from the records: places, edges and entries. A record with other content than was written loses its
 * hash, so that the next import of its source, or the start of the hub, writes it again. A record that was written meanwhile
 * is left: its writer wrote all of it.
 * @returns the differences that are left.
 */
export async function repairRecords(
  table: Table,
  skip: Skip,
): Promise<{ readonly repaired: number; readonly left: readonly RecordDrift[] }> {
  const before = await checkRecords(table, skip);
  if (before.length === 0) return { repaired: 0, left: [] };
  for (const { entry } of before) if (entry !== undefined) await removeEntry(table, entry);
  for (const drifts of groupBy(before, ({ owner }) => (owner === null ? "" : idOf(owner))).values())
    if (drifts[0]!.owner !== null) await rewrite(table, drifts[0]!.owner, drifts);
  const middle = await checkRecords(table, () => undefined);
  const known = new Set(before.map(nameOf));
  // One that is new since the first look may belong to a record that was written between the two.
  const ghosts = middle.filter((each) => isGhost(each) && known.has(nameOf(each)));
  await table.batchWrite({ deletes: ghosts.map(({ key }) => key) });
  const left = middle.filter((each) => !ghosts.includes(each));
  return { repaired: before.length - left.length, left };
}

const isGhost = ({ what, drift }: RecordDrift): boolean => what === "EDGE" && drift === "SUPERFLUOUS";

const nameOf = ({ what, drift, key }: RecordDrift): string => `${what} ${drift} ${idOf(key)}`;

async function rewrite(table: Table, owner: Key, drifts: readonly RecordDrift[]): Promise<void> {
  const item = (await table.get(owner, true)) as StoredItem | null;
  if (item === null) return;
  const codec = codecOf(recordTypeOf(item.type));
  const isGone = isTombstone(item);
  const isUnreadable =
    !isGone && codec.stored === undefined && readRecord(codec, item, () => undefined).length === 0;
  // Of a boundary only a part is stored: its edges do not follow from it, nor do those of an unreadable record.
  const isPart = (codec.stored !== undefined && !isGone) || isUnreadable;
  const edges = isGone || isPart ? [] : edgesOf(codec, item.record, item.updatedAt);
  const isLost = drifts.some(({ what }) => what === "CONTENT" || (isPart && what === "EDGE"));
  const next: StoredItem = {
    ...(isUnreadable ? item : withoutPlaces(item)),
    ...(!isGone && !isUnreadable && codec.index?.(item.record)),
    contentHash: isLost ? "" : item.contentHash,
    edgeKeys: isGone || isPart ? item.edgeKeys : edges.map(({ pk, sk }) => ({ pk, sk })),
  };
  const header = isPart ? { ...item, edgeKeys: [] } : item;
  await ifUnchanged(writeWithEdges(table, next, header, edges), () => undefined);
}

const withoutPlaces = (item: StoredItem): StoredItem =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !indexAttributes.has(name))) as StoredItem;

/**
 * The engine removes an entry that no item has together with the item that has it: the entry is put in the place of the
 * item, and the item is put back, or removed if there was none.
 */
async function removeEntry(table: Table, { index, item: entry }: NonNullable<RecordDrift["entry"]>) {
  const { partitionKey, sortKey } = tableDefinition.indexes.find(({ name }) => name === index)!;
  const place = { index, partition: String(entry[partitionKey]), prefix: String(entry[sortKey]) };
  const there = (await table.query(place, mostInPlace)).items;
  const now = (await table.get(entry, true)) as StoredItem | null;
  const isPlaced = now?.[partitionKey] === entry[partitionKey] && now?.[sortKey] === entry[sortKey];
  // The item has an entry there, or the index has followed its item meanwhile.
  if (isPlaced || !there.some((each) => idOf(each) === idOf(entry))) return;
  const replaced = async (): Promise<void> => {
    await table.put(entry, unchangedSince(now));
    const seen = unchangedSince({ version: Number(entry.version) });
    await (now === null ? table.delete(entry, seen) : table.put(now, seen));
  };
  await ifUnchanged(replaced(), () => undefined);
}

/** Entries of one place in an index; each is of another item. */
const mostInPlace = 100;
