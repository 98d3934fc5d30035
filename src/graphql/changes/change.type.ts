import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { ChangeFilter } from "../../queries/changes/find-changes";
import type { Change } from "../../storage/records/change.repository";
import type { RecordType } from "../../storage/records/keys";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { ChangeActionEnum } from "./record-version.type";

const RecordTypeEnum = enumType<RecordType>("RecordType", "What a record is about.", {
  Action: "An action of a strategy.",
  Area: "An area.",
  Centre: "A centre.",
  CityCalendar: "The calendar of a city.",
  DataQualityIssue: "A fault that an import found.",
  EngagementEvent: "An event of participation.",
  EvaluationQuestion: "A question of an evaluation.",
  Expenditure: "An expenditure.",
  IndicatorDefinition: "An indicator.",
  IndicatorTarget: "A target of an indicator.",
  Milestone: "A milestone.",
  Organization: "A body.",
  Partnership: "A partnership.",
  Service: "A service.",
  ServiceAtLocation: "A service at a centre.",
  SourceRef: "A source: it changes whenever its file does, and with it all its figures.",
  Strategy: "A strategy.",
  TaxonomyTerm: "A word of a vocabulary.",
});

@InputType("ChangeFilter", {
  description: "Which changes. All conditions must hold; none means all changes.",
})
export class ChangeFilterInput implements ChangeFilter {
  @Field(() => [RecordTypeEnum], { nullable: true, description: "Of records of these types." })
  types!: RecordType[] | null | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of an area: changes of records that name it, and of those that left it; for example nil:42. Of locations of services the centre changes, and not they.",
  })
  area!: string | null | undefined;
}

@ObjectType("Change", { description: "The last thing that happened to a record.", simpleResolvers: true })
export class ChangeType implements Omit<Change, "mergedInto"> {
  @Field(() => ChangeActionEnum, { description: "What happened." })
  action!: ChangeAction;

  @Field(() => RecordTypeEnum, { description: "What the record is about." })
  type!: RecordType;

  @Field(() => String, { description: "Code of the record." })
  code!: string;

  @Field(() => Int, { description: "Its version since then." })
  version!: number;

  @Field(() => GraphQLDateTime, { description: "When." })
  updatedAt!: string;

  @Field(() => String, {
    description: "By whom: an editor by name, the code of an imported source, or `starter`.",
  })
  changedBy!: string;

  @Field(() => String, { nullable: true, description: "Why, in the words of the editor." })
  reason!: string | null;
}

export const ChangeConnectionType = connectionType("Change", () => ChangeType, "changes");
