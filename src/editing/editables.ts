import type { RecordType, RecordTypes } from "../storage/records/hub-record";
import type { Editable, EditableType } from "./editable";
import { editableCentre } from "./editable-centre";
import { editableOrganization } from "./editable-organization";
import { editableService } from "./editable-service";
import { editableServiceAtLocation } from "./editable-service-at-location";

const editables: { readonly [T in EditableType]: Editable<RecordTypes[T]> } = {
  centre: editableCentre,
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
