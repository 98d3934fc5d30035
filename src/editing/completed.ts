import type { TableRepositories } from "../storage";
import type { RecordTypes } from "../storage/records/hub-record";
import { checkReferences } from "./check-references";
import { checkTexts } from "./check-texts";
import type { EditableType } from "./editable";
import { editableOf } from "./editables";
import { withEditorsSource } from "./editors-source";

/**
 * A record with new values of some fields, and with what follows from them.
 * @throws HubError INVALID_RECORD with every problem, UNKNOWN_CODE, BAD_USER_INPUT.
 */
export async function completed<T extends EditableType>(
  repositories: TableRepositories,
  type: T,
  before: RecordTypes[T],
  fields: Partial<RecordTypes[T]>,
  now: string,
): Promise<RecordTypes[T]> {
  const editable = editableOf(type);
  checkTexts(editable.codec.type, before.code, fields);
  const changed = new Set(Object.keys(fields));
  const edited = withEditorsSource({ ...before, ...fields });
  const whole = (await editable.complete?.(edited, changed, { repositories, now })) ?? edited;
  const record = editable.codec.create!(whole);
  await checkReferences(before, record, editable.definition.references, repositories);
  return record;
}
