import { Int } from "type-graphql";
import { recordTypes } from "../../queries/changes/find-changes";
import type { Change } from "../../storage/changes/change.repository";
import type { RecordType } from "../../storage/records/hub-record";
import { codeOf, optional } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { input } from "../kit/input";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { ChangeActionEnum } from "./record-version.type";

export const RecordTypeEnum = enumType<RecordType>("RecordType", "Type of a record.", recordTypes);

export const ChangeFilterInput = input(
  "ChangeFilter",
  "Filter of changes. All conditions must be met; without conditions all changes match.",
  {
    types: optional(() => [RecordTypeEnum], "Types of the records."),
    area: optional(
      codeOf("area"),
      "Code of an area, for example nil:42. Matches records that name the area, and records that no longer do. A service at a centre names no area: only its centre matches.",
    ),
  },
);

export const ChangeType = output<Change, "areaCodes">(
  "Change",
  "Change of a record from one published version to the next.",
  {
    action: nonNull(() => ChangeActionEnum, "Kind of change."),
    type: nonNull(() => RecordTypeEnum, "Type of the record."),
    code: nonNull(() => String, "Code of the record."),
    version: nonNull(() => Int, "Version of the record since this change."),
    updatedAt: nonNull(() => DateTimeScalar, "Time of the change."),
    changedBy: nonNull(
      () => String,
      "Author: organisation of the caller, code of an imported source, or `starter`.",
    ),
    reason: nullable(() => String, "Reason in the words of the author."),
    fields: nonNull(
      () => [String],
      "Names of the fields that differ, also of several changes since the version before; empty unless the action is UPDATE.",
    ),
    mergedInto: nullable(() => String, "Code of the record into which it was merged."),
    publishedVersion: nonNull(() => Int, "Number of the first published version with the change."),
  },
);

export const ChangeConnectionType = connectionType("Change", () => ChangeType, "changes");
