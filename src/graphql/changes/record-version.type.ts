import { Int } from "type-graphql";
import type { FieldChange } from "../../queries/changes/field-changes";
import type { ChangedVersion } from "../../queries/changes/find-versions";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, JSONScalar, PartialDateScalar } from "../kit/scalars";

export const ChangeActionEnum = enumType<ChangeAction>("ChangeAction", "Kind of change of a record.", {
  CREATE: "The record was added.",
  MERGE: "The record was merged into another record, to which its code now leads.",
  RETIRE: "The record was retired from the hub.",
  UPDATE: "Fields of the record changed.",
});

const FieldChangeType = output<FieldChange>(
  "FieldChange",
  "Difference of a field from the previous version.",
  {
    field: nonNull(() => String, "Name of the record field."),
    previousValue: nullable(() => JSONScalar, "Previous value; null for no value."),
    value: nullable(() => JSONScalar, "Value since this version."),
    suppressed: nonNull(
      () => Boolean,
      "True if the values are suppressed, because two versions of a count of people can reveal a small group.",
    ),
  },
);

const RecordVersionType = output<ChangedVersion, "origin" | "previous" | "record">(
  "RecordVersion",
  "Version of a record since a moment (HSDS metadata).",
  {
    version: nonNull(() => Int, "Version number, from 1."),
    action: nonNull(() => ChangeActionEnum, "Kind of change."),
    recordedAt: nonNull(() => DateTimeScalar, "Time from which the hub gave this version."),
    supersededAt: nullable(
      () => DateTimeScalar,
      "Time until which the hub gave this version; null for the current version.",
    ),
    changedBy: nonNull(
      () => String,
      "Author: organisation of the caller, code of an imported source, or `starter`.",
    ),
    credential: nullable(
      () => String,
      "Key or token of the author, as `key:Ab3dE5fG7h`; null unless the caller is of its organisation or reviews for the city.",
    ),
    isErased: nonNull(() => Boolean, "True if personal data was erased from this version."),
    reviewedBy: nullable(
      () => String,
      "Organisation of the reviewer who accepted the change that the author proposed; null for a change without a review.",
    ),
    reviewerCredential: nullable(
      () => String,
      "Key or token of the reviewer, as `key:Ab3dE5fG7h`; null unless the caller is of its organisation or reviews for the city.",
    ),
    reason: nullable(() => String, "Reason in the words of the author."),
    publishedOn: nullable(
      () => PartialDateScalar,
      "Publication date of the dataset that first stated these facts; null if unknown.",
    ),
    mergedInto: nullable(() => String, "Code of the record into which it was merged."),
    fields: nonNull(
      () => [FieldChangeType],
      "Differences from the previous version; all fields for the first version in the hub.",
    ),
  },
);

export const RecordVersionConnectionType = connectionType(
  "RecordVersion",
  () => RecordVersionType,
  "versions",
);
