import { Int } from "type-graphql";
import type { FieldChange } from "../../queries/changes/field-changes";
import type { ChangedVersion } from "../../queries/changes/find-versions";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { DateTimeScalar, JSONScalar, PartialDateScalar } from "../kit/scalars";

export const ChangeActionEnum = enumType<ChangeAction>("ChangeAction", "Kind of change of a record.", {
  CREATE: "The record was added.",
  MERGE: "The record was merged into another record, to which its code now leads.",
  RETIRE: "The record was retired from the hub.",
  UPDATE: "Fields of the record changed.",
});

@Output("FieldChange", "Difference of a field from the previous version.")
class FieldChangeType implements FieldChange {
  @NonNull(() => String, "Name of the record field.")
  field!: string;

  @Nullable(() => JSONScalar, "Previous value; null for no value.")
  previousValue!: unknown;

  @Nullable(() => JSONScalar, "Value since this version.")
  value!: unknown;

  @NonNull(
    () => Boolean,
    "True if the values are suppressed, because two versions of a count of people can reveal a small group.",
  )
  withheld!: boolean;
}

@Output("RecordVersion", "Version of a record since a moment (HSDS metadata).")
class RecordVersionType implements Omit<ChangedVersion, "origin" | "previous" | "record"> {
  @NonNull(() => Int, "Version number, from 1.")
  version!: number;

  @NonNull(() => ChangeActionEnum, "Kind of change.")
  action!: ChangeAction;

  @NonNull(() => DateTimeScalar, "Time from which the hub gave this version.")
  recordedAt!: string;

  @Nullable(() => DateTimeScalar, "Time until which the hub gave this version; null for the current version.")
  supersededAt!: string | null;

  @NonNull(() => String, "Author: name of an editor, code of an imported source, or `starter`.")
  changedBy!: string;

  @Nullable(() => String, "Reason in the words of the editor.")
  reason!: string | null;

  @Nullable(
    () => PartialDateScalar,
    "Publication date of the dataset that first stated these facts; null if unknown.",
  )
  publishedOn!: string | null;

  @Nullable(() => String, "Code of the record into which it was merged.")
  mergedInto!: string | null;

  @NonNull(
    () => [FieldChangeType],
    "Differences from the previous version; all fields for the first version in the hub.",
  )
  fields!: FieldChangeType[];
}

export const RecordVersionConnectionType = connectionType(
  "RecordVersion",
  () => RecordVersionType,
  "versions",
);
