import { Float, Int } from "type-graphql";
import type { AreaSeries, SeriesPoint } from "../../domain/indicators/indicator-series";
import type { Change } from "../../domain/statistics/change";
import type { IndicatorSeries } from "../../queries/indicators/make-indicator-series";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType, ObservationType } from "./observation.type";

@Output("ValueChange", "Change of a value between two periods.")
export class ChangeType implements Change {
  @NonNull(() => PartialDateScalar, "Earlier period.")
  fromPeriod!: string;

  @NonNull(() => PartialDateScalar, "Later period.")
  toPeriod!: string;

  @NonNull(
    () => Float,
    "Later value minus earlier value, in the unit of the indicator (percentage points for percentages).",
  )
  absolute!: number;

  @Nullable(
    () => Float,
    "Change as a share of the earlier value, for example 0.1 for 10 percent more; null if the earlier value is 0.",
  )
  relative!: number | null;
}

@Output("SeriesPoint", "Value of an area in one period, compared with the city, the level and its peers.")
class SeriesPointType implements SeriesPoint {
  @NonNull(() => ObservationType, "Observation of the area.")
  observation!: SeriesPoint["observation"];

  @Nullable(() => ChangeType, "Change since the previous point; null with a reason.")
  change!: ChangeType | null;

  @Nullable(() => LocalizedTextType, "Reason for a missing change.")
  noChange!: LocalizedTextType | null;

  @NonNull(() => Boolean, "True at a break in the series: do not connect this point with the previous one.")
  isBreak!: boolean;

  @NonNull(() => Boolean, "True if the value comes from other sources than the previous point.")
  sourceChanged!: boolean;

  @Nullable(() => ObservationType, "Observation of the city; null if there is none.")
  city!: SeriesPoint["city"];

  @Nullable(
    () => DistributionType,
    "Distribution over the ranked areas of the level in this period; null if none is ranked.",
  )
  level!: DistributionType | null;

  @NonNull(() => CoverageType, "Number of areas of the level, and of those ranked.")
  coverage!: CoverageType;

  @Nullable(
    () => Int,
    "Rank among the areas of the level (1 = highest value); ties share a rank. Null if not ranked.",
  )
  rank!: number | null;

  @Nullable(() => Float, "Unweighted mean of its peers; null without any value.")
  peersMean!: number | null;

  @NonNull(() => CoverageType, "Number of peers, and of those with a value.")
  peersCoverage!: CoverageType;
}

@Output("SeriesComparison", "Change of an area from its first to its last value, compared with other areas.")
class SeriesComparisonType implements NonNullable<AreaSeries["comparison"]> {
  @NonNull(() => ChangeType, "Change of the area.")
  change!: ChangeType;

  @Nullable(() => ChangeType, "Change of the city; null if a value is unknown.")
  city!: ChangeType | null;

  @Nullable(() => ChangeType, "Change of the mean of the areas of the level that are ranked in both periods.")
  levelMean!: ChangeType | null;

  @Nullable(() => ChangeType, "Change of the mean of the peers that are ranked in both periods.")
  peersMean!: ChangeType | null;
}

@Output("AreaSeries", "Series of one indicator for one area over time.")
class AreaSeriesType implements AreaSeries {
  @NonNull(() => AreaType, "The area.")
  area!: AreaSeries["area"];

  @NonNull(() => [SeriesPointType], "Points by period, oldest first; empty if there is no data.")
  points!: AreaSeries["points"];

  @NonNull(
    () => [AreaType],
    "Peers: areas of the same level and city with the nearest values in the first period. Their change indicates the expected change of the area.",
  )
  peers!: AreaSeries["peers"];

  @Nullable(
    () => SeriesComparisonType,
    "Change from the first to the last value, compared with city, level and peers; null with a reason.",
  )
  comparison!: SeriesComparisonType | null;

  @Nullable(() => LocalizedTextType, "Reason for a missing comparison.")
  noComparison!: LocalizedTextType | null;
}

@Output("IndicatorSeries", "Series of one indicator for several areas over time.")
export class IndicatorSeriesType implements IndicatorSeries {
  @NonNull(() => IndicatorDefinitionType, "The indicator.")
  indicator!: IndicatorSeries["indicator"];

  @NonNull(() => [AreaSeriesType], "One series for each area, in the requested order.")
  series!: IndicatorSeries["series"];

  @NonNull(
    () => Int,
    "Minimum number of residents. Areas with fewer residents in a period are excluded from comparisons.",
  )
  minimumResidents!: number;

  @NonNull(() => Int, "Requested number of peers.")
  peers!: number;

  @NonNull(() => String, "Method of computation.")
  method!: string;
}
