import { Field, InputType } from "type-graphql";
import type { Dimension } from "../../domain/counts/aggregate-rules";
import { DimensionEnum } from "./aggregate.enum";

@InputType("AggregateFilter", { description: "Which groups of a dimension are kept." })
export class AggregateFilterInput {
  @Field(() => DimensionEnum, {
    description:
      "The dimension. Every measure must have it, but for STAGE and PERIOD, which choose for the measure that has them.",
  })
  dimension!: Dimension;

  @Field(() => [String], { description: "Codes of the groups that are kept, for example nil:30 or HEALTH." })
  codes!: string[];
}
