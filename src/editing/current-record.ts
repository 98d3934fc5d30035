import { HubError } from "../domain/kit/errors";
import type { Table } from "../storage/engine/table";
import type { RecordTypes } from "../storage/records/hub-record";
import { recordsByKeys } from "../storage/records/records.repository";
import type { EditableType } from "./editable";
import { editableOf } from "./editables";

/** A record in an argument of an edit, with the version that the editor has seen. */
export interface Seen {
  readonly code: string;
  readonly expectedVersion: number;
}

/** The record of a code, or the one that replaced it in a merge; `null` without one. */
export async function recordNow<T extends EditableType>(
  table: Table,
  type: T,
  code: string,
): Promise<RecordTypes[T] | null> {
  const key = editableOf(type).codec.key({ code } as RecordTypes[T]);
  const [record] = await recordsByKeys<RecordTypes[T]>(table, [key]);
  return record ?? null;
}

/**
 * @param argument of the edit with the code, for errors.
 * @throws HubError UNKNOWN_CODE if it does not exist, or was merged into another, which the editor has not seen.
 */
export async function currentRecord<T extends EditableType>(
  table: Table,
  type: T,
  code: string,
  argument = "code",
): Promise<RecordTypes[T]> {
  const { codec } = editableOf(type);
  const record = await recordNow(table, type, code);
  if (record === null || codec.code(record) !== code)
    throw new HubError("UNKNOWN_CODE", "gone", { name: `${codec.type} ${code}` }, { where: argument });
  return record;
}
