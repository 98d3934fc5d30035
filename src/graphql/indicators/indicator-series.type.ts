import { Float, Int } from "type-graphql";
import type { AreaSeries, SeriesPoint } from "../../domain/indicators/indicator-series";
import type { Change } from "../../domain/statistics/change";
import type { IndicatorSeries } from "../../queries/indicators/make-indicator-series";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType, ObservationType } from "./observation.type";

export const ChangeType = output<Change>("ValueChange", "Change of a value between two periods.", {
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

const SeriesPointType = output<SeriesPoint>(
  "SeriesPoint",
  "Value of an area in one period, compared with the city, the level and its peers.",
  {
    observation: nonNull(() => ObservationType, "Observation of the area."),
    change: nullable(() => ChangeType, "Change since the previous point; null with a reason."),
    noChange: nullable(() => LocalizedTextType, "Reason for a missing change."),
    isBreak: nonNull(
      () => Boolean,
      "True at a break in the series: do not connect this point with the previous one.",
    ),
    sourceChanged: nonNull(
      () => Boolean,
      "True if the value comes from other sources than the previous point.",
    ),
    city: nullable(() => ObservationType, "Observation of the city; null if there is none."),
    level: nullable(
      () => DistributionType,
      "Distribution over the ranked areas of the level in this period; null if none is ranked.",
    ),
    coverage: nonNull(() => CoverageType, "Number of areas of the level, and of those ranked."),
    rank: nullable(
      () => Int,
      "Rank among the areas of the level (1 = highest value); ties share a rank. Null if not ranked.",
    ),
    peersMean: nullable(() => Float, "Unweighted mean of its peers; null without any value."),
    peersCoverage: nonNull(() => CoverageType, "Number of peers, and of those with a value."),
  },
);

const SeriesComparisonType = output<NonNullable<AreaSeries["comparison"]>>(
  "SeriesComparison",
  "Change of an area from its first to its last value, compared with other areas.",
  {
    change: nonNull(() => ChangeType, "Change of the area."),
    city: nullable(() => ChangeType, "Change of the city; null if a value is unknown."),
    levelMean: nullable(
      () => ChangeType,
      "Change of the mean of the areas of the level that are ranked in both periods.",
    ),
    peersMean: nullable(() => ChangeType, "Change of the mean of the peers that are ranked in both periods."),
  },
);

const AreaSeriesType = output<AreaSeries>("AreaSeries", "Series of one indicator for one area over time.", {
  area: nonNull(() => AreaType, "The area."),
  points: nonNull(() => [SeriesPointType], "Points by period, oldest first; empty if there is no data."),
  peers: nonNull(
    () => [AreaType],
    "Peers: areas of the same level and city with the nearest values in the first period. Their change indicates the expected change of the area.",
  ),
  comparison: nullable(
    () => SeriesComparisonType,
    "Change from the first to the last value, compared with city, level and peers; null with a reason.",
  ),
  noComparison: nullable(() => LocalizedTextType, "Reason for a missing comparison."),
});

export const IndicatorSeriesType = output<IndicatorSeries>(
  "IndicatorSeries",
  "Series of one indicator for several areas over time.",
  {
    indicator: nonNull(() => IndicatorDefinitionType, "The indicator."),
    series: nonNull(() => [AreaSeriesType], "One series for each area, in the requested order."),
    minimumResidents: nonNull(
      () => Int,
      "Minimum number of residents. Areas with fewer residents in a period are excluded from comparisons.",
    ),
    peers: nonNull(() => Int, "Requested number of peers."),
    method: nonNull(() => String, "Method of computation."),
  },
);
