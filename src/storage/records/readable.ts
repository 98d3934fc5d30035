import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import type { Codec } from "./codec";
import { keys } from "./keys";
import { allItemsOf, itemsByKeys } from "./records.repository";
import { idOf, isTombstone, type StoredItem } from "./stored-item";

/** A stored item that cannot be read: its constructor rejects the record, or no release wrote this form. */
export interface Unreadable {
  readonly key: Key;
  readonly reason: string;
}

export type Skip = (unreadable: Unreadable) => void;

/** The record of an item. A tombstone gives none, and an unreadable item is reported to `skip`. */
function readRecord<T>(codec: Codec<T>, item: Item, skip: Skip): T[] {
  const key = { pk: item.pk, sk: item.sk };
  if (item.record === undefined) {
    if (!isTombstone(item as StoredItem)) skip({ key, reason: "It has no record and is no tombstone." });
    return [];
  }
  try {
    const record = item.record as T;
    codec.create?.(record);
    if (idOf(codec.key(record)) === idOf(key)) return [record];
    skip({ key, reason: `It holds the record ${JSON.stringify(codec.code(record))} of another item.` });
  } catch (error) {
    skip({ key, reason: error instanceof Error ? error.message : String(error) });
  }
  return [];
}

/** The readable records of a type: one Query. */
export const readAll = <T>(table: Table, codec: Codec<T>, skip: Skip): Promise<T[]> =>
  readList(table, codec, keys.list.records(codec.type, "").listPk, skip);

/** The readable records of a list of the index `list`: one Query. */
export const readList = async <T>(
  table: Table,
  codec: Codec<T>,
  partition: string,
  skip: Skip,
): Promise<T[]> =>
  (await allItemsOf(table, partition, "list")).flatMap((item) => readRecord(codec, item, skip));

/** As `readList`, from a partition of the table itself: a consistent read. */
export const readPartition = async <T>(
  table: Table,
  codec: Codec<T>,
  partition: string,
  skip: Skip,
): Promise<T[]> => (await allItemsOf(table, partition)).flatMap((item) => readRecord(codec, item, skip));

/**
 * The readable records of some keys. A merged record is replaced by the one that it was merged into.
 * @returns records by `idOf` of the given key.
 */
export async function readKeys<T>(
  table: Table,
  codec: Codec<T>,
  wanted: readonly Key[],
  skip: Skip,
): Promise<Map<string, T>> {
  const found = await itemsByKeys(table, wanted);
  const records = [...found].map(([id, item]) => [id, readRecord(codec, item, skip)] as const);
  return new Map(records.flatMap(([id, [record]]) => (record === undefined ? [] : [[id, record]])));
}

/** As `readKeys`, with a consistent read, and without following merges. */
export const readNow = async <T>(
  table: Table,
  codec: Codec<T>,
  wanted: readonly Key[],
  skip: Skip,
): Promise<T[]> =>
  (await table.batchGet(wanted, ["pk", "sk", "action", "record"], true)).flatMap((item) =>
    readRecord(codec, item, skip),
  );
