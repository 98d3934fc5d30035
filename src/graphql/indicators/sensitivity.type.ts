import { Field, Float, Int } from "type-graphql";
import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { RankRange } from "../../domain/indicators/composite/robustness";
import type { Area } from "../../domain/places/area";
import type { CompositeSensitivity, VariantAnswer } from "../../queries/indicators/answer-sensitivity";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { CompositeMethodEnum } from "./composite-index.enum";

@Output("SensitivityPeriod", "How a variant orders the areas of one period, beside the index itself.")
export class SensitivityPeriodType implements Readonly<VariantAnswer["periods"][number]> {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @NonNull(() => Int, "Areas with a rank in both.")
  compared!: number;

  @Nullable(() => Float, "Spearman's rank correlation: 1 is the same order. Null for fewer than three areas.")
  rankCorrelation!: number | null;

  @Nullable(() => Int, "The most places that an area moves; null where none is compared.")
  largestShift!: number | null;

  @Nullable(() => AreaType, "The area that moves so far; null where none moves.")
  largestShiftArea!: Area | null;
}

@Output("SensitivityAreaValue", "What a variant says of an area that was asked for by name.")
export class SensitivityAreaType implements Readonly<VariantAnswer["areas"][number]> {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @Field(() => [Float], {
    nullable: "items",
    description: "Its index by period, oldest first, rounded as in the index.",
  })
  values!: (number | null)[];

  @Field(() => [Int], { nullable: "items", description: "Its rank by period, oldest first." })
  ranks!: (number | null)[];

  @Nullable(() => Float, "Its change less that of the reference area, in the scale of the variant.")
  relativeChange!: number | null;
}

@Output("SensitivityVariant", "The same index made in another way.")
export class SensitivityVariantType implements VariantAnswer {
  @NonNull(() => LocalizedTextType, "What is different.")
  label!: LocalizedTextType;

  @NonNull(() => CompositeMethodEnum, "How it is put together.")
  method!: CompositeMethod;

  @NonNull(() => [Float], "The weights of its parts, in the order of the recipe.")
  weights!: number[];

  @NonNull(() => [SensitivityPeriodType], "By period, oldest first.")
  periods!: SensitivityPeriodType[];

  @NonNull(() => [SensitivityAreaType], "The areas that were asked for by name; empty where none was.")
  areas!: SensitivityAreaType[];
}

@Output("RankRange", "The places that an area takes over the index and all its variants.")
export class RankRangeType implements RankRange {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @Nullable(() => Int, "Its rank in the index; null where it has none.")
  rank!: number | null;

  @Nullable(() => Int, "The smallest number: the highest index.")
  smallest!: number | null;

  @Nullable(() => Int, "The largest number: the lowest index.")
  largest!: number | null;
}

@Output("SensitivityArea", "Whether what the index says of an area survives other choices.")
export class RobustnessType implements Readonly<CompositeSensitivity["areas"][number]> {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => [RankRangeType], "By period, oldest first.")
  ranks!: readonly RankRangeType[];

  @Nullable(() => Float, "Its change in the index, less that of the reference area.")
  relativeChange!: number | null;

  @NonNull(() => Int, "Variants that tell of a change at all.")
  variantsWithChange!: number;

  @NonNull(() => Int, "Those of them in which it moves the same way.")
  sameDirection!: number;
}

@Output(
  "CompositeSensitivity",
  "The index made in other ways, with the same goalposts. Where variants disagree, the index says more of its maker than of the areas.",
)
export class CompositeSensitivityType implements CompositeSensitivity {
  @NonNull(
    () => [SensitivityVariantType],
    "Each weight doubled and halved, and all equal where they are not.",
  )
  weights!: SensitivityVariantType[];

  @NonNull(() => [SensitivityVariantType], "Each other method.")
  method!: SensitivityVariantType[];

  @NonNull(() => [SensitivityVariantType], "Each part left out.")
  leaveOneOut!: SensitivityVariantType[];

  @NonNull(() => [RobustnessType], "The areas that were asked for by name; empty where none was.")
  areas!: RobustnessType[];
}
