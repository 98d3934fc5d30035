import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import type { CheckedItem } from "../engine/transaction";
import type { PutCondition } from "../engine/write-input";
import type { Codec, Owned } from "./codec";
import { keys } from "./keys";

/** What must hold for a write to take place, beside the version of its item. */
export interface Guard {
  /** Of the item that is replaced. */
  readonly item: PutCondition | null;
  /** Of other items. */
  readonly others: readonly CheckedItem[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Codes of the organisations that own a record; none for a type whose records belong to nobody. */
export async function ownersOf<T>(table: Table, codec: Codec<T>, record: T): Promise<string[]> {
  const { owned } = codec;
  if (owned === undefined) return [];
  const place = placeOf(owned, record);
  const named = place === null ? record : ((await table.get(place, true))?.record ?? {});
  return owned.by.map((field) => (named as Fields)[field]).filter((code) => typeof code === "string");
}

/**
 * Lets a write pass only if an organisation owns the record before it and after it. The store decides when it writes: what is
 * checked earlier may have changed since.
 * @param records the record before and after, or the new one.
 */
export function ownershipGuard<T>(
  codec: Codec<T>,
  records: readonly T[],
  isNew: boolean,
  organizationCode: string,
): Guard {
  const { owned } = codec;
  if (owned === undefined) throw new Error(`Records of the type ${codec.type} belong to nobody.`);
  const condition = conditionOf(owned.by, organizationCode);
  if (owned.through === undefined) return { item: isNew ? null : condition, others: [] };
  const places = records.flatMap((record) => placeOf(owned, record) ?? []);
  const distinct = new Map(places.map((key) => [key.pk, key]));
  return { item: null, others: [...distinct.values()].map((key) => ({ key, condition })) };
}

/**
 * The same for a write whose former record was not read yet; none for a writer who may change all, and for records without
 * owners.
 */
export async function ownerGuard<T>(
  table: Table,
  codec: Codec<T>,
  record: T,
  isNew: boolean,
  organizationCode: string | null = null,
): Promise<Guard | undefined> {
  if (organizationCode === null || codec.owned === undefined) return undefined;
  // The write is conditional on its version.
  const before = isNew ? null : ((await table.get(codec.key(record), true))?.record as T | undefined);
  const records = before == null ? [record] : [before, record];
  return ownershipGuard(codec, records, before == null, organizationCode);
}

/** Where the owner stands, if not in the record itself. No item has the key of a record that leads nowhere: it belongs to nobody. */
function placeOf({ through }: Owned, record: unknown): Key | null {
  if (through === undefined) return null;
  return keys.record(through.type, String((record as Fields)[through.field] ?? ""));
}

const conditionOf = (by: readonly string[], organizationCode: string): PutCondition => ({
  ConditionExpression: by.map((_, i) => `#record.#owner${i} = :owner`).join(" OR "),
  ExpressionAttributeNames: {
    "#record": "record",
    ...Object.fromEntries(by.map((field, i) => [`#owner${i}`, field])),
  },
  ExpressionAttributeValues: { ":owner": organizationCode },
});
