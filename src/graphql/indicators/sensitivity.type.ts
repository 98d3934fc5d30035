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

@Output("SensitivityPeriod", "Order of the areas in a variant for one period, compared with the index.")
export class SensitivityPeriodType implements Readonly<VariantAnswer["periods"][number]> {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @NonNull(() => Int, "Number of areas ranked in both.")
  compared!: number;

  @Nullable(() => Float, "Spearman's rank correlation; 1 is the same order. Null for fewer than three areas.")
  rankCorrelation!: number | null;

  @Nullable(() => Int, "Largest change of rank; null if no area is compared.")
  largestShift!: number | null;

  @Nullable(() => AreaType, "Area with the largest change of rank; null if no rank changes.")
  largestShiftArea!: Area | null;
}

@Output("SensitivityAreaValue", "Result of a variant for a requested area.")
export class SensitivityAreaType implements Readonly<VariantAnswer["areas"][number]> {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @Field(() => [Float], {
    nullable: "items",
    description: "Values by period, oldest first, rounded as in the index.",
  })
  values!: (number | null)[];

  @Field(() => [Int], { nullable: "items", description: "Ranks by period, oldest first." })
  ranks!: (number | null)[];

  @Nullable(() => Float, "Change of the area minus that of the reference area, on the scale of the variant.")
  relativeChange!: number | null;
}

@Output("SensitivityVariant", "Variant of the index.")
export class SensitivityVariantType implements VariantAnswer {
  @NonNull(() => LocalizedTextType, "Difference from the index.")
  label!: LocalizedTextType;

  @NonNull(() => CompositeMethodEnum, "Method of combination.")
  method!: CompositeMethod;

  @NonNull(() => [Float], "Weights of the components, in the order of the recipe.")
  weights!: number[];

  @NonNull(() => [SensitivityPeriodType], "Results by period, oldest first.")
  periods!: SensitivityPeriodType[];

  @NonNull(() => [SensitivityAreaType], "Requested areas; empty if the request named none.")
  areas!: SensitivityAreaType[];
}

@Output("RankRange", "Range of ranks of an area over the index and its variants.")
export class RankRangeType implements RankRange {
  @NonNull(() => PartialDateScalar, "The period.")
  period!: string;

  @Nullable(() => Int, "Rank in the index; null if the area is not ranked.")
  rank!: number | null;

  @Nullable(() => Int, "Smallest rank number: the highest index.")
  smallest!: number | null;

  @Nullable(() => Int, "Largest rank number: the lowest index.")
  largest!: number | null;
}

@Output("SensitivityArea", "Robustness of the index of one area.")
export class RobustnessType implements Readonly<CompositeSensitivity["areas"][number]> {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => [RankRangeType], "Results by period, oldest first.")
  ranks!: readonly RankRangeType[];

  @Nullable(() => Float, "Change of its index, minus that of the reference area.")
  relativeChange!: number | null;

  @NonNull(() => Int, "Number of variants with a known change.")
  variantsWithChange!: number;

  @NonNull(() => Int, "Number of those variants in which the area moves in the same direction.")
  sameDirection!: number;
}

@Output(
  "CompositeSensitivity",
  "Variants of the index with the same goalposts. If variants disagree, the index reflects its choices more than the areas.",
)
export class CompositeSensitivityType implements CompositeSensitivity {
  @NonNull(
    () => [SensitivityVariantType],
    "Variants with each weight doubled and halved, and with equal weights if they differ.",
  )
  weights!: SensitivityVariantType[];

  @NonNull(() => [SensitivityVariantType], "Variants with each other method.")
  method!: SensitivityVariantType[];

  @NonNull(() => [SensitivityVariantType], "Variants that omit one component each.")
  leaveOneOut!: SensitivityVariantType[];

  @NonNull(() => [RobustnessType], "Requested areas; empty if the request named none.")
  areas!: RobustnessType[];
}
