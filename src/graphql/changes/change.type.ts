import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import { type ChangeFilter, recordTypes } from "../../queries/changes/find-changes";
import type { Change } from "../../storage/records/change.repository";
import type { RecordType } from "../../storage/records/hub-record";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { Input, NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { ChangeActionEnum } from "./record-version.type";

const RecordTypeEnum = enumType<RecordType>("RecordType", "What a record is about.", recordTypes);

@Input("ChangeFilter", "Which changes. All conditions must hold; none means all changes.")
export class ChangeFilterInput implements ChangeFilter {
  @Nullable(() => [RecordTypeEnum], "Of records of these types.")
  types!: RecordType[] | null | undefined;

  @Nullable(
    () => String,
    "Code of an area: changes of records that name it, and of those that left it; for example nil:42. Of locations of services the centre changes, and not they.",
  )
  area!: string | null | undefined;
}

@Output("Change", "The last thing that happened to a record.")
export class ChangeType implements Omit<Change, "mergedInto"> {
  @NonNull(() => ChangeActionEnum, "What happened.")
  action!: ChangeAction;

  @NonNull(() => RecordTypeEnum, "What the record is about.")
  type!: RecordType;

  @NonNull(() => String, "Code of the record.")
  code!: string;

  @NonNull(() => Int, "Its version since then.")
  version!: number;

  @NonNull(() => GraphQLDateTime, "When.")
  updatedAt!: string;

  @NonNull(() => String, "By whom: an editor by name, the code of an imported source, or `starter`.")
  changedBy!: string;

  @Nullable(() => String, "Why, in the words of the editor.")
  reason!: string | null;
}

export const ChangeConnectionType = connectionType("Change", () => ChangeType, "changes");
