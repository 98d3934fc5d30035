import type { Observation } from "../../domain/indicators/observation";
import { isSuppressedRecord } from "../../domain/indicators/suppressed";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import type { Codec } from "./codec";
import { keys as keysOf } from "./keys";
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

/** Removes retired records from their lists again, because a killed run may have left some there. */
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
 * Writes that a record is gone. A record that users look up leaves a tombstone. An observation stays only in the history,
 * because it lies among others of its area. A record without a history is removed with its edges.
 * @throws ConditionalCheckFailedException if another writer wrote since the header was read.
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
  // The tombstone keeps the keys of the lists, so that a run that was killed can clear them later.
  const item: StoredItem = nextItem(codec, key, content, header, authorship, now, header.edgeKeys);
  if (!codec.bulk) return writeVersion(table, codec, item, header, []);
  const current = await table.get(key, true);
  const marks = isSuppressedRecord(current?.record) ? [markOf(current!.record as Observation)] : [];
  await table.batchWrite({
    puts: [...(current === null ? [] : [archived(current)]), archived(item), ...marks],
  });
  await table.delete(key, unchangedSince(header, authorship.fence));
}

/** Remembers that an observation was suppressed. */
const markOf = ({ areaCode, indicatorCode, period }: Observation): Item => ({
  ...keysOf.suppressedBefore(areaCode, indicatorCode, period),
});
