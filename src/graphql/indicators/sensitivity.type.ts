import { Field, Float, Int, ObjectType } from "type-graphql";
import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { RankRange } from "../../domain/indicators/composite/robustness";
import type { Area } from "../../domain/places/area";
import type { CompositeSensitivity, VariantAnswer } from "../../queries/indicators/answer-sensitivity";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { CompositeMethodEnum } from "./composite-index.enum";

@ObjectType("SensitivityPeriod", {
  description: "How a variant orders the areas of one period, beside the index itself.",
  simpleResolvers: true,
})
export class SensitivityPeriodType implements Readonly<VariantAnswer["periods"][number]> {
  @Field(() => PartialDateScalar, { description: "The period." })
  period!: string;

  @Field(() => Int, { description: "Areas with a rank in both." })
  compared!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Spearman's rank correlation: 1 is the same order. Null for fewer than three areas.",
  })
  rankCorrelation!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "The most places that an area moves; null where none is compared.",
  })
  largestShift!: number | null;

  @Field(() => AreaType, {
    nullable: true,
    description: "The area that moves so far; null where none moves.",
  })
  largestShiftArea!: Area | null;
}

@ObjectType("SensitivityAreaValue", {
  description: "What a variant says of an area that was asked for by name.",
  simpleResolvers: true,
})
export class SensitivityAreaType implements Readonly<VariantAnswer["areas"][number]> {
  @Field(() => AreaType, { description: "The area." })
  area!: Area;

  @Field(() => [Float], {
    nullable: "items",
    description: "Its index by period, oldest first, rounded as in the index.",
  })
  values!: (number | null)[];

  @Field(() => [Int], { nullable: "items", description: "Its rank by period, oldest first." })
  ranks!: (number | null)[];

  @Field(() => Float, {
    nullable: true,
    description: "Its change less that of the reference area, in the scale of the variant.",
  })
  relativeChange!: number | null;
}

@ObjectType("SensitivityVariant", {
  description: "The same index made in another way.",
  simpleResolvers: true,
})
export class SensitivityVariantType implements VariantAnswer {
  @Field(() => LocalizedTextType, { description: "What is different." })
  label!: LocalizedTextType;

  @Field(() => CompositeMethodEnum, { description: "How it is put together." })
  method!: CompositeMethod;

  @Field(() => [Float], { description: "The weights of its parts, in the order of the recipe." })
  weights!: number[];

  @Field(() => [SensitivityPeriodType], { description: "By period, oldest first." })
  periods!: SensitivityPeriodType[];

  @Field(() => [SensitivityAreaType], {
    description: "The areas that were asked for by name; empty where none was.",
  })
  areas!: SensitivityAreaType[];
}

@ObjectType("RankRange", {
  description: "The places that an area takes over the index and all its variants.",
  simpleResolvers: true,
})
export class RankRangeType implements RankRange {
  @Field(() => PartialDateScalar, { description: "The period." })
  period!: string;

  @Field(() => Int, { nullable: true, description: "Its rank in the index; null where it has none." })
  rank!: number | null;

  @Field(() => Int, { nullable: true, description: "The smallest number: the highest index." })
  smallest!: number | null;

  @Field(() => Int, { nullable: true, description: "The largest number: the lowest index." })
  largest!: number | null;
}

@ObjectType("SensitivityArea", {
  description: "Whether what the index says of an area survives other choices.",
  simpleResolvers: true,
})
export class RobustnessType implements Readonly<CompositeSensitivity["areas"][number]> {
  @Field(() => AreaType, { description: "The area." })
  area!: Area;

  @Field(() => [RankRangeType], { description: "By period, oldest first." })
  ranks!: readonly RankRangeType[];

  @Field(() => Float, {
    nullable: true,
    description: "Its change in the index, less that of the reference area.",
  })
  relativeChange!: number | null;

  @Field(() => Int, { description: "Variants that tell of a change at all." })
  variantsWithChange!: number;

  @Field(() => Int, { description: "Those of them in which it moves the same way." })
  sameDirection!: number;
}

@ObjectType("CompositeSensitivity", {
  description:
    "The index made in other ways, with the same goalposts. Where variants disagree, the index says more of its maker than of the areas.",
  simpleResolvers: true,
})
export class CompositeSensitivityType implements CompositeSensitivity {
  @Field(() => [SensitivityVariantType], {
    description: "Each weight doubled and halved, and all equal where they are not.",
  })
  weights!: SensitivityVariantType[];

  @Field(() => [SensitivityVariantType], { description: "Each other method." })
  method!: SensitivityVariantType[];

  @Field(() => [SensitivityVariantType], { description: "Each part left out." })
  leaveOneOut!: SensitivityVariantType[];

  @Field(() => [RobustnessType], {
    description: "The areas that were asked for by name; empty where none was.",
  })
  areas!: RobustnessType[];
}
