import type { Caller } from "../domain/identity/caller";
import { addEdits } from "../domain/kit/edits";
import type { Table } from "../storage/engine/table";
import type { Codec } from "../storage/records/codec";
import { writeEdit } from "../storage/records/edit";
import { headersOf, idOf, type StoredItem } from "../storage/records/stored-item";
import { ownerFor } from "./ownership";

export interface Author {
  /** Whose name the history shows. */
  readonly by: Caller;
  /** Who accepted the change, if the author had proposed it. */
  readonly reviewedBy?: string;
  readonly reason: string;
  readonly requestKey: string | null;
  /** Instant of the edit, ISO 8601 UTC. */
  readonly now: string;
}

interface Before<T> {
  /** The stored record. */
  readonly before: T;
  /** The version that the editor has seen; absent for the current version. */
  readonly expectedVersion?: number;
  /** The item with that version; read here if absent. */
  readonly item?: StoredItem;
}

/** Writes a record with its corrected fields, so that the correction survives the next import. */
export async function writeRecord<T extends object>(
  table: Table,
  codec: Codec<T>,
  record: T,
  seen: Before<T> | null,
  author: Author,
  former: readonly string[] = [],
): Promise<number> {
  const key = codec.key(record);
  const header = seen?.item ?? (await headersOf(table, [key])).get(idOf(key)) ?? null;
  const formerCodes = [...new Set([...(header?.formerCodes ?? []), ...former])];
  const edit = {
    ...signed(author),
    edits: seen === null ? {} : addEdits(header?.edits ?? {}, seen.before, record, codec.edited!),
    expectedVersion: seen === null ? null : (seen.expectedVersion ?? header?.version ?? 0),
    formerCodes,
    header,
    before: seen?.before ?? null,
  };
  return writeEdit(table, codec, key, { record }, edit);
}

/** Replaces a record with a tombstone. */
export function writeTombstone<T extends object>(
  table: Table,
  codec: Codec<T>,
  before: T,
  expectedVersion: number,
  mergedInto: string | null,
  author: Author,
): Promise<number> {
  const edit = { ...signed(author), edits: {}, expectedVersion, before };
  return writeEdit(table, codec, codec.key(before), { gone: codec.code(before), mergedInto }, edit);
}

const signed = ({ by, reviewedBy, reason, requestKey, now }: Author) => ({
  changedBy: by.name,
  ...(reviewedBy !== undefined && { reviewedBy }),
  owner: ownerFor(by),
  reason,
  requestKey,
  now,
});
