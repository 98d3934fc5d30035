import { HubError } from "../domain/kit/errors";
import type { TableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { conflict } from "../storage/records/edit";
import type { RecordType, RecordTypes } from "../storage/records/hub-record";
import type { RecordState } from "../storage/records/record-state";
import type { StoredItem } from "../storage/records/stored-item";
import type { Editable, EditableType } from "./editable";
import { editableCentre } from "./editable-centre";
import { editableMilestone } from "./editable-milestone";
import { editableOrganization } from "./editable-organization";
import { editableService } from "./editable-service";
import { editableServiceAtLocation } from "./editable-service-at-location";

const editables: { readonly [T in EditableType]: Editable<RecordTypes[T]> } = {
  centre: editableCentre,
  milestone: editableMilestone,
  organization: editableOrganization,
  service: editableService,
  serviceAtLocation: editableServiceAtLocation,
};

export const editableOf = <T extends EditableType>(type: T): Editable<RecordTypes[T]> =>
  editables[type] as unknown as Editable<RecordTypes[T]>;

/** The key of a record in its history. */
export const refOf = (type: EditableType, code: string) => ({
  type: editables[type].codec.type as RecordType,
  code,
});

/** A record that stands in one place of an edit, as the editor has seen it. */
export interface Seen {
  readonly code: string;
  readonly expectedVersion: number;
}

/** A stored record, its version, and the item with both. */
export interface Current<T> {
  readonly record: T;
  readonly version: number;
  readonly item: StoredItem;
}

/**
 * A record that is to be edited.
 * @param argument where the editor named it.
 * @throws HubError UNKNOWN_CODE where it is not there, and where another took its place: that one nobody has seen.
 */
export async function currentRecord<T extends EditableType>(
  table: Table,
  type: T,
  code: string,
  argument = "code",
): Promise<Current<RecordTypes[T]>> {
  const { codec } = editableOf(type);
  const item = (await table.get(codec.key({ code } as RecordTypes[T]), true)) as StoredItem | null;
  const record = item?.record as RecordTypes[T] | undefined;
  if (record === undefined)
    throw new HubError("UNKNOWN_CODE", "gone", { name: `${codec.type} ${code}` }, { where: argument });
  return { record, version: item!.version, item: item! };
}

/**
 * The state of a record whose version the editor has seen.
 * @param argument where the editor gave the version.
 * @throws HubError VERSION_CONFLICT for a version that is not the current one.
 */
export async function stateSeen(
  { states }: TableRepositories,
  type: EditableType,
  { code, expectedVersion }: Seen,
  argument: string,
): Promise<RecordState> {
  const ref = refOf(type, code);
  const [state] = await states.of([ref]);
  if (state?.version === expectedVersion) return state;
  throw conflict(`${ref.type} ${code}`, state?.version ?? 0, expectedVersion, argument);
}
