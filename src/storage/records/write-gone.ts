import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import type { Codec } from "./codec";
import {
  type Authorship,
  archived,
  type Header,
  headersOf,
  nextItem,
  type StoredItem,
  unchangedSince,
} from "./stored-item";
import { writeVersion } from "./write-version";

/**
 * Removes items that follow from others, with their edges; of records that people see, tombstones stay instead.
 * @param foundBy the edges by which the caller finds what is to be removed. They go last: killed in between, the next call
 * still finds it.
 */
export async function removeAll(
  table: Table,
  keys: readonly Key[],
  foundBy: readonly Key[] = [],
): Promise<void> {
  const headers = await headersOf(table, keys);
  const found = [...headers.values()];
  const last = new Set(foundBy.map(textOf));
  // Before the item, which lists those that are left.
  await table.batchWrite({
    deletes: found.flatMap(({ edgeKeys }) => edgeKeys.filter((edge) => !last.has(textOf(edge)))),
  });
  await table.batchWrite({ deletes: found });
  await table.batchWrite({ deletes: foundBy });
}

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Once more takes out of the lists what left them: of a run that was killed some may still hold it. */
export const clearLists = (table: Table, gone: readonly Pick<Header, "edgeKeys">[]): Promise<void> =>
  table.batchWrite({ deletes: gone.flatMap(({ edgeKeys }) => [...edgeKeys]) });

/**
 * Writes that a record is gone. A tombstone stays where people look it up; of numbers, which lie among those of their
 * area, only the history tells of it; what has no history is removed with its edges.
 * @throws ConditionalCheckFailedException where somebody else wrote since the header was read.
 */
export async function writeGone(
  table: Table,
  codec: Codec<unknown>,
  { key, code, header }: { readonly key: Key; readonly code: string; readonly header: Header },
  authorship: Authorship,
  now: string,
): Promise<void> {
  if (!codec.audited) return removeAll(table, [key]);
  const content = { gone: code, mergedInto: null };
  const instants = { now, stamp: table.clock() };
  // Which lists it leaves stays known: who is killed before they are cleared can clear them again.
  const item: StoredItem = nextItem(codec, key, content, header, authorship, instants, header.edgeKeys);
  if (!codec.bulk) return writeVersion(table, codec, item, header, []);
  const current = await table.get(key, true);
  await table.batchWrite({ puts: [...(current === null ? [] : [archived(current)]), archived(item)] });
  await table.delete(key, unchangedSince(header, authorship.fence));
}
