import { Field, Int, ObjectType } from "type-graphql";
import type { QualityGroup } from "../../domain/quality/data-quality-summary";
import type { DataQualitySummary } from "../../queries/quality/find-data-quality-summary";

@ObjectType("DataQualityGroup", { description: "How many issues a group has.", simpleResolvers: true })
export class DataQualityGroupType implements Omit<QualityGroup, "groupBy"> {
  @Field(() => String, {
    nullable: true,
    description:
      "Rule, severity, or code of the source or body; null for issues that no body is known to answer for.",
  })
  key!: string | null;

  @Field(() => Int, { description: "Issues that stand." })
  standing!: number;

  @Field(() => Int, { description: "Issues that were mended." })
  resolved!: number;
}

@ObjectType("DataQualitySummary", { description: "How many issues there are.", simpleResolvers: true })
export class DataQualitySummaryType implements DataQualitySummary {
  @Field(() => Int, { description: "All issues that stand." })
  standing!: number;

  @Field(() => Int, { description: "All issues that were mended." })
  resolved!: number;

  @Field(() => [DataQualityGroupType], {
    description: "The groups; together they are all issues, each once.",
  })
  groups!: (DataQualityGroupType & QualityGroup)[];
}
