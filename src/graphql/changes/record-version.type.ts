import { GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { Int } from "type-graphql";
import type { FieldChange } from "../../queries/changes/field-changes";
import type { ChangedVersion } from "../../queries/changes/find-versions";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { PartialDateScalar } from "../kit/scalars";

export const ChangeActionEnum = enumType<ChangeAction>("ChangeAction", "What happened to a record.", {
  CREATE: "It came into the hub.",
  MERGE: "It was merged into another record of the same thing, to which its code now leads.",
  RETIRE: "It was taken out of the hub.",
  UPDATE: "Something in it changed.",
});

@Output("FieldChange", "A field that differs from the version before.")
class FieldChangeType implements FieldChange {
  @NonNull(() => String, "Name of the field of the record.")
  field!: string;

  @Nullable(() => GraphQLJSON, "What stood there before; null for nothing.")
  previousValue!: unknown;

  @Nullable(() => GraphQLJSON, "What stands there from this version on.")
  value!: unknown;

  @NonNull(
    () => Boolean,
    "True where the values are not shown: two versions of a count of people can together tell of few of them.",
  )
  withheld!: boolean;
}

@Output("RecordVersion", "What the hub said about something from one instant on (HSDS metadata).")
class RecordVersionType implements Omit<ChangedVersion, "origin" | "previous" | "record"> {
  @NonNull(() => Int, "Number of the version, from 1.")
  version!: number;

  @NonNull(() => ChangeActionEnum, "What happened.")
  action!: ChangeAction;

  @NonNull(() => GraphQLDateTime, "From when on the hub said this.")
  recordedAt!: string;

  @Nullable(() => GraphQLDateTime, "Until when; null for the version of now.")
  supersededAt!: string | null;

  @NonNull(() => String, "Who did it: an editor by name, the code of an imported source, or `starter`.")
  changedBy!: string;

  @Nullable(() => String, "Why, in the words of the editor.")
  reason!: string | null;

  @Nullable(
    () => PartialDateScalar,
    "When the dataset was published that first said so; null where that is not known.",
  )
  publishedOn!: string | null;

  @Nullable(() => String, "Code of the record that took its place.")
  mergedInto!: string | null;

  @NonNull(
    () => [FieldChangeType],
    "What differs from the version before; all fields for the first one that the hub kept.",
  )
  fields!: FieldChangeType[];
}

export const RecordVersionConnectionType = connectionType(
  "RecordVersion",
  () => RecordVersionType,
  "versions",
);
