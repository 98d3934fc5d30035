import type { Item, Key } from "../engine/key";
import type { Reader } from "../engine/reader";
import type { RecordType } from "./hub-record";
import { keys } from "./keys";
import { idOf, type StoredItem } from "./stored-item";

/** The key of a record of any type with a history. */
export interface RecordRef {
  readonly type: RecordType | "Observation";
  readonly code: string;
}

/** Metadata that the hub keeps about a record. */
export type RecordState = Pick<StoredItem, (typeof stateAttributes)[number]>;

/** Attributes of an item that are no part of its record. */
const stateAttributes = [
  "changedBy",
  "createdAt",
  "edits",
  "formerCodes",
  "mergedInto",
  "origin",
  "publishedOn",
  "updatedAt",
  "version",
] as const;

export function recordStateRepository(reader: Reader) {
  return {
    /** Metadata in the order of the refs. */
    of(refs: readonly RecordRef[]): (RecordState | null)[] {
      const found = reader.batchGet(refs.map(keyOf), ["pk", "sk", ...stateAttributes]);
      const byId = new Map(found.map((item) => [idOf(item), item as Item & RecordState]));
      return refs.map((ref) => byId.get(idOf(keyOf(ref))) ?? null);
    },
  };
}

export function keyOf({ type, code }: RecordRef): Key {
  if (type !== "Observation") return keys.record(type, code);
  const [indicatorCode = "", areaCode = "", period = ""] = code.split("@");
  return keys.observation(areaCode, indicatorCode, period);
}
