import type { Item, Key } from "../engine/key";
import type { Reader } from "../engine/reader";
import type { Codec, Coded } from "./codec";
import { keys } from "./keys";
import { allItemsOf, itemsByKeys } from "./records.repository";
import { idOf, isTombstone, type StoredItem } from "./stored-item";

/** A stored item that cannot be read: its constructor rejects the record, or no release wrote this form. */
export interface Unreadable {
  readonly key: Key;
  readonly reason: string;
}

export type Skip = (unreadable: Unreadable) => void;

/** Items of snapshots stay the same objects from version to version: each is checked once. */
const checked = new WeakSet<Item>();

/** The record of an item. A tombstone gives none, and an unreadable item is reported to `skip`. */
export function readRecord<T>(codec: Codec<T>, item: Item, skip: Skip): T[] {
  const key = { pk: item.pk, sk: item.sk };
  if (item.record === undefined) {
    if (!isTombstone(item as StoredItem)) skip({ key, reason: "It has no record and is no tombstone." });
    return [];
  }
  if (checked.has(item)) return [item.record as T];
  try {
    const record = item.record as T;
    codec.create?.(record);
    if (idOf(codec.key(record)) === idOf(key)) {
      checked.add(item);
      return [record];
    }
    skip({ key, reason: `It holds the record ${JSON.stringify(codec.code(record))} of another item.` });
  } catch (error) {
    skip({ key, reason: error instanceof Error ? error.message : String(error) });
  }
  return [];
}

export interface Reading {
  readonly reader: Reader;
  /** Called for every stored item that cannot be read: it is left out, and everything else goes on. */
  readonly skip: Skip;
}

/** Every record of a type that can be read. */
export const readAll = <T>(reading: Reading, codec: Codec<T>): T[] =>
  readList(reading, codec, keys.list.records(codec.type, "").listPk);

/** The readable records of a list of the index `list`. */
export const readList = <T>({ reader, skip }: Reading, codec: Codec<T>, partition: string): T[] =>
  allItemsOf(reader, partition, "list").flatMap((item) => readRecord(codec, item, skip));

/** As `readList`, from a partition of the table itself: a consistent read. */
export const readPartition = <T>({ reader, skip }: Reading, codec: Codec<T>, partition: string): T[] =>
  allItemsOf(reader, partition).flatMap((item) => readRecord(codec, item, skip));

/**
 * The readable records of some keys. A merged record is replaced by the one that it was merged into.
 * @returns records by `idOf` of the given key.
 */
export function readCodes<T>(
  { reader, skip }: Reading,
  codec: Coded<T>,
  codes: readonly string[],
): Map<string, T> {
  const found = itemsByKeys(reader, codes.map(codec.keyOf));
  return new Map(
    codes.flatMap((code) => {
      const item = found.get(idOf(codec.keyOf(code)));
      return item ? readRecord(codec, item, skip).map((record) => [code, record] as const) : [];
    }),
  );
}

/** As `readKeys`, with a consistent read, and without following merges. */
export const readNow = <T>({ reader, skip }: Reading, codec: Codec<T>, wanted: readonly Key[]): T[] =>
  reader
    .batchGet(wanted, ["pk", "sk", "action", "record"], true)
    .flatMap((item) => readRecord(codec, item, skip));
