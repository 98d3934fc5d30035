import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Baseline, IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { TargetProgress } from "../../domain/strategy/target-progress";
import { connectionType } from "../kit/connection.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@ObjectType("Baseline", {
  description: "Where an indicator stood before anything was done.",
  simpleResolvers: true,
})
export class BaselineType implements Baseline {
  @Field(() => Float, { description: "The value, in the unit of the indicator." })
  value!: number;

  @Field(() => Int, { description: "The year that it speaks of." })
  year!: number;
}

@ObjectType("TargetProgress", {
  description: "How far the last value is on the way from the baseline.",
  simpleResolvers: true,
})
export class TargetProgressType implements TargetProgress {
  @Field(() => Float, {
    nullable: true,
    description:
      "Computed as (last - baseline) / (milestone - baseline): 1 is reached, above 1 beyond, below 0 the wrong way. Null with a reason.",
  })
  towardsMilestone!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The same towards the target of 2029. Null with a reason.",
  })
  towardsTarget!: number | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why one of them is null." })
  reason!: LocalizedTextType | null;
}

@ObjectType("IndicatorTarget", {
  description: "What a strategy promises to reach in one indicator (Reg. (EU) 2021/1060, art. 16).",
  implements: NodeType,
  simpleResolvers: true,
})
export class IndicatorTargetType
  extends NodeType
  implements
    Omit<IndicatorTarget, "indicatorCode" | "strategyCode" | "actionCode" | "areaCode" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => BaselineType, { nullable: true, description: "The state before; null if unknown." })
  baseline!: BaselineType | null;

  @Field(() => Float, {
    nullable: true,
    description: "What was to be reached by 2024, in the unit of the indicator; null if unknown.",
  })
  milestone2024!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "What is to be reached by 2029, in the unit of the indicator; null if unknown.",
  })
  target2029!: number | null;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Whom the numbers count; without it targets cannot be compared. Null if unknown.",
  })
  populationDefinition!: LocalizedTextType | null;
}

export const IndicatorTargetConnectionType = connectionType(
  "IndicatorTarget",
  () => IndicatorTargetType,
  "targets",
);
