import { Int } from "type-graphql";
import { type ChangeFilter, recordTypes } from "../../queries/changes/find-changes";
import type { Change } from "../../storage/records/change.repository";
import type { RecordType } from "../../storage/records/hub-record";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { Input, NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { DateTimeScalar } from "../kit/scalars";
import { ChangeActionEnum } from "./record-version.type";

const RecordTypeEnum = enumType<RecordType>("RecordType", "Type of a record.", recordTypes);

@Input("ChangeFilter", "Filter of changes. All conditions must be met; without conditions all changes match.")
export class ChangeFilterInput implements ChangeFilter {
  @Nullable(() => [RecordTypeEnum], "Types of the records.")
  types!: RecordType[] | null | undefined;

  @Nullable(
    () => String,
    "Code of an area, for example nil:42. Matches records that name the area, and records that no longer do. A service at a centre names no area: only its centre matches.",
  )
  area!: string | null | undefined;
}

@Output("Change", "Latest change of a record.")
export class ChangeType implements Omit<Change, "mergedInto"> {
  @NonNull(() => ChangeActionEnum, "Kind of change.")
  action!: ChangeAction;

  @NonNull(() => RecordTypeEnum, "Type of the record.")
  type!: RecordType;

  @NonNull(() => String, "Code of the record.")
  code!: string;

  @NonNull(() => Int, "Version of the record since this change.")
  version!: number;

  @NonNull(() => DateTimeScalar, "Time of the change.")
  updatedAt!: string;

  @NonNull(() => String, "Author: name of an editor, code of an imported source, or `starter`.")
  changedBy!: string;

  @Nullable(() => String, "Reason in the words of the editor.")
  reason!: string | null;
}

export const ChangeConnectionType = connectionType("Change", () => ChangeType, "changes");
