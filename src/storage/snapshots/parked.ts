import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { parkedPartition } from "../engine/table-definition";
import { idOf } from "../records/stored-item";

/** A stored write that could not be published: readers keep what was published before. */
export interface ParkedWrite {
  readonly key: Key;
  readonly reason: string;
}

interface ParkedItem extends Item, ParkedWrite {
  readonly at: string;
}

/** More than anybody reads: the rest is found by a comparison of everything. */
const mostRead = 1_000;

const placeOf = ({ pk, sk }: Key): Key => ({ pk: parkedPartition, sk: `${pk} ${sk}` });

/** Notes a write that is left out until it is written again, or until everything is rebuilt. */
export const park = (table: Table, { key: { pk, sk }, reason }: ParkedWrite): Promise<void> =>
  table.put({ ...placeOf({ pk, sk }), key: { pk, sk }, reason, at: table.clock() });

/** The parked writes, with the instant in the reason. */
export async function parkedWrites(table: Table): Promise<ParkedWrite[]> {
  const { items } = await table.query({ partition: parkedPartition, consistent: true }, mostRead);
  return (items as ParkedItem[]).map(({ key, reason, at }) => ({
    key,
    reason: `Parked at ${at}, because it could not be published: ${reason}`,
  }));
}

/** Removes the notes of writes that are published now. @param published all of them if absent. */
export async function unpark(table: Table, published?: readonly Key[]): Promise<void> {
  const parked = await parkedWrites(table);
  if (parked.length === 0) return;
  const done = published && new Set(published.map(idOf));
  const gone = parked.filter(({ key }) => done?.has(idOf(key)) ?? true);
  await table.batchWrite({ deletes: gone.map(({ key }) => placeOf(key)) });
}
