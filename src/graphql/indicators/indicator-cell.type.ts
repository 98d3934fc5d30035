import { Float, Int } from "type-graphql";
import type { AreaMean, Weighting } from "../../domain/indicators/area-mean";
import type { RankExclusion } from "../../domain/indicators/ranking";
import { limits } from "../../domain/kit/limits";
import type { Change } from "../../domain/statistics/change";
import type { IndicatorCell } from "../../queries/indicators/make-cells";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { DistributionType } from "./distribution.type";
import { CoverageType, ObservationType } from "./observation.type";

export const RankExclusionEnum = enumType<RankExclusion>(
  "RankExclusion",
  "Reason why an area is excluded from ranks.",
  {
    FEW_RESIDENTS: "The area has fewer residents than the minimum. A few persons would change its rank.",
    NO_VALUE: "The area has no value.",
    RESIDENTS_UNKNOWN: "The number of residents is unknown, so the minimum cannot be checked.",
    SMALL_DENOMINATOR:
      "The denominator of the value, or of a component, is less than the minimum. A few persons would set the scale.",
  },
);

export const WeightingEnum = enumType<Weighting>("Weighting", "Weight of each area in a mean of areas.", {
  EQUAL: "Each area counts once, regardless of its size.",
  INDICATOR:
    "By the aggregation rule of the indicator. For WEIGHTED_MEAN, numerators and denominators are summed, then divided. An indicator with another rule has no weights: EQUAL applies.",
});

const ValueChangeType = output<Change>("ValueChange", "Change of a value between two periods.", {
  fromPeriod: nonNull(() => PartialDateScalar, "Earlier period."),
  toPeriod: nonNull(() => PartialDateScalar, "Later period."),
  absolute: nonNull(
    () => Float,
    "Later value minus earlier value, in the unit of the indicator (percentage points for percentages).",
  ),
  relative: nullable(
    () => Float,
    "Change as a share of the earlier value, for example 0.1 for 10 percent more; null if the earlier value is 0.",
  ),
});

const AreaMeanType = output<AreaMean>("AreaMean", "Mean of several areas in one period.", {
  value: nullable(() => Float, "The mean of the ranked areas; null if none is ranked."),
  weighting: nonNull(() => WeightingEnum, "Weighting as applied."),
  areas: nullable(
    () => [AreaType],
    "The peers; null for a level, whose areas are those of the map.",
    limits.peers.largest,
  ),
  coverage: nonNull(() => CoverageType, "Number of areas, and of those in the mean."),
  change: nullable(
    () => ValueChangeType,
    "Change of the mean over the areas ranked in both periods, without a break between. Null where the cell has no earlier period.",
  ),
});

export const IndicatorCellType = output<IndicatorCell, "area" | "indicator">(
  "IndicatorCell",
  "One indicator in one area and period, with its place among city, level and peers.",
  {
    observation: nonNull(
      () => ObservationType,
      "Observation of the area. Its status is MISSING, with a note, if the hub has none.",
    ),
    isComputed: nonNull(
      () => Boolean,
      "True if the hub computed the value from smaller areas, because no source publishes it.",
    ),
    rank: nullable(
      () => Int,
      "Rank among the areas of the level (1 = highest value); ties share the smallest rank (1, 2, 2, 4). Null if excluded.",
    ),
    ranked: nonNull(() => Int, "Number of ranked areas of the level."),
    decile: nullable(
      () => Int,
      "Decile (1 = lowest); ties share a decile. Null if excluded or if fewer than ten areas are ranked.",
    ),
    exclusion: nullable(
      () => RankExclusionEnum,
      "Reason why the area is not ranked; null for a ranked area.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason in words."),
    residents: nullable(
      () => Float,
      "Number of residents used for the minimum; null if unknown or without a minimum.",
    ),
    distribution: nullable(
      () => DistributionType,
      "Distribution over the ranked areas of the level; null if no area is ranked.",
    ),
    city: nullable(
      () => ObservationType,
      "Observation of the city itself, which differs from the mean of its areas. Null if there is none, and for a city.",
    ),
    differenceToCity: nullable(
      () => Float,
      "Value minus the value of the city, in the unit of the indicator (percentage points for percentages). Null for counts.",
    ),
    shareOfCity: nullable(() => Float, "Value as a share of the value of the city, 0 to 1; for counts only."),
    level: nonNull(() => AreaMeanType, "Mean of the areas of the level."),
    peers: nullable(
      () => AreaMeanType,
      "Mean of the peers: areas of the same level and city with the nearest values in the first period, or in `since`. Null if the area has no value then.",
    ),
    change: nullable(
      () => ValueChangeType,
      "Change of the area since the previous period of its series, or `since`. Null without two values, and across a break.",
    ),
    changeReason: nullable(
      () => LocalizedTextType,
      "Reason for a missing change, such as a break of the series with its cause; null with a change.",
    ),
    cityChange: nullable(() => ValueChangeType, "Change of the city between the same periods."),
    isBreak: nonNull(
      () => Boolean,
      "True at a break in the series: do not connect this value with the previous one.",
    ),
    sourceChanged: nonNull(
      () => Boolean,
      "True if the value comes from other sources than that of the previous period.",
    ),
  },
);
