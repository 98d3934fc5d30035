import { Float, Int } from "type-graphql";
import type { RankRange } from "../../domain/indicators/composite/robustness";
import { limits } from "../../domain/kit/limits";
import type { CompositeSensitivity, VariantAnswer } from "../../queries/indicators/answer-sensitivity";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, nullableItems, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { CompositeMethodEnum } from "./composite-index.enum";

const areas = limits.compositeAreas.largest;
const parts = limits.compositeParts.largest;
const periods = limits.compositePeriods.largest;

const SensitivityPeriodType = output<VariantAnswer["periods"][number]>(
  "SensitivityPeriod",
  "Order of the areas in a variant for one period, compared with the index.",
  {
    period: nonNull(() => PartialDateScalar, "The period."),
    compared: nonNull(() => Int, "Number of areas ranked in both."),
    rankCorrelation: nullable(
      () => Float,
      "Spearman's rank correlation; 1 is the same order. Null for fewer than three areas.",
    ),
    largestShift: nullable(() => Int, "Largest change of rank; null if no area is compared."),
    largestShiftArea: nullable(
      () => AreaType,
      "Area with the largest change of rank; null if no rank changes.",
    ),
  },
);

const SensitivityAreaType = output<VariantAnswer["areas"][number]>(
  "SensitivityAreaValue",
  "Result of a variant for a requested area.",
  {
    area: nonNull(() => AreaType, "The area."),
    values: nullableItems(() => [Float], "Values by period, oldest first, rounded as in the index.", periods),
    ranks: nullableItems(() => [Int], "Ranks by period, oldest first.", periods),
    relativeChange: nullable(
      () => Float,
      "Change of the area minus that of the reference area, on the scale of the variant.",
    ),
  },
);

const SensitivityVariantType = output<VariantAnswer>("SensitivityVariant", "Variant of the index.", {
  label: nonNull(() => LocalizedTextType, "Difference from the index."),
  method: nonNull(() => CompositeMethodEnum, "Method of combination."),
  weights: nonNull(() => [Float], "Weights of the components, in the order of the recipe.", parts),
  periods: nonNull(() => [SensitivityPeriodType], "Results by period, oldest first.", periods),
  areas: nonNull(() => [SensitivityAreaType], "Requested areas; empty if the request named none.", areas),
});

const RankRangeType = output<RankRange>(
  "RankRange",
  "Range of ranks of an area over the index and its variants.",
  {
    period: nonNull(() => PartialDateScalar, "The period."),
    rank: nullable(() => Int, "Rank in the index; null if the area is not ranked."),
    smallest: nullable(() => Int, "Smallest rank number: the highest index."),
    largest: nullable(() => Int, "Largest rank number: the lowest index."),
  },
);

const RobustnessType = output<CompositeSensitivity["areas"][number]>(
  "SensitivityArea",
  "Robustness of the index of one area.",
  {
    area: nonNull(() => AreaType, "The area."),
    ranks: nonNull(() => [RankRangeType], "Ranges of ranks by period, oldest first.", periods),
    relativeChange: nullable(() => Float, "Change of its index, minus that of the reference area."),
    variantsWithChange: nonNull(() => Int, "Number of variants with a known change."),
    sameDirection: nonNull(
      () => Int,
      "Number of those variants in which the area moves in the same direction.",
    ),
  },
);

export const CompositeSensitivityType = output<CompositeSensitivity>(
  "CompositeSensitivity",
  "Variants of the index with the same goalposts. If variants disagree, the index reflects its choices more than the areas.",
  {
    weights: nonNull(
      () => [SensitivityVariantType],
      "Variants with each weight doubled and halved, and with equal weights if they differ.",
      2 * parts + 1,
    ),
    method: nonNull(
      () => [SensitivityVariantType],
      "Variants with each other method.",
      Object.keys(CompositeMethodEnum).length - 1,
    ),
    leaveOneOut: nonNull(() => [SensitivityVariantType], "Variants that omit one component each.", parts),
    areas: nonNull(() => [RobustnessType], "Requested areas; empty if the request named none.", areas),
  },
);
