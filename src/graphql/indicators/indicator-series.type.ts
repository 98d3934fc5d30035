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

@Output("ValueChange", "What a number did between two periods.")
export class ChangeType implements Change {
  @NonNull(() => PartialDateScalar, "The period from which.")
  fromPeriod!: string;

  @NonNull(() => PartialDateScalar, "The period to which.")
  toPeriod!: string;

  @NonNull(() => Float, "Later less earlier, in the unit of the number: percentage points for a percentage.")
  absolute!: number;

  @Nullable(() => Float, "The same as a share of the earlier value: 0.1 is a tenth more. Null from 0.")
  relative!: number | null;
}

@Output(
  "SeriesPoint",
  "One period of a series, beside the city, the other areas of its level, and its peers.",
)
class SeriesPointType implements SeriesPoint {
  @NonNull(() => ObservationType, "The number of the area.")
  observation!: SeriesPoint["observation"];

  @Nullable(() => ChangeType, "Since the point before; null with a reason.")
  change!: ChangeType | null;

  @Nullable(() => LocalizedTextType, "Why there is no change to tell.")
  noChange!: LocalizedTextType | null;

  @NonNull(() => Boolean, "True where the series changes its base: draw no line from the point before.")
  isBreak!: boolean;

  @NonNull(() => Boolean, "True where the number comes from other sources than the point before.")
  sourceChanged!: boolean;

  @Nullable(() => ObservationType, "The number of the city itself; null where there is none.")
  city!: SeriesPoint["city"];

  @Nullable(
    () => DistributionType,
    "The spread over the ranked areas of its level in this period; null where none is ranked.",
  )
  level!: DistributionType | null;

  @NonNull(() => CoverageType, "Areas of its level, and those of them that are ranked.")
  coverage!: CoverageType;

  @Nullable(
    () => Int,
    "Its rank among them: 1 is the highest value, equal values share one. Null where not ranked.",
  )
  rank!: number | null;

  @Nullable(() => Float, "The unweighted mean of its peers; null without any value.")
  peersMean!: number | null;

  @NonNull(() => CoverageType, "How many peers it has, and how many of them have a value.")
  peersCoverage!: CoverageType;
}

@Output("SeriesComparison", "From the first value of an area to its last, beside what happened elsewhere.")
class SeriesComparisonType implements NonNullable<AreaSeries["comparison"]> {
  @NonNull(() => ChangeType, "The area.")
  change!: ChangeType;

  @Nullable(() => ChangeType, "The city itself; null where a value is unknown.")
  city!: ChangeType | null;

  @Nullable(() => ChangeType, "The mean of the areas of its level that are ranked in both periods.")
  levelMean!: ChangeType | null;

  @Nullable(() => ChangeType, "The mean of its peers that are ranked in both periods.")
  peersMean!: ChangeType | null;
}

@Output("AreaSeries", "A number of one area over the years.")
class AreaSeriesType implements AreaSeries {
  @NonNull(() => AreaType, "The area.")
  area!: AreaSeries["area"];

  @NonNull(() => [SeriesPointType], "By period, oldest first; empty where nothing is known.")
  points!: AreaSeries["points"];

  @NonNull(
    () => [AreaType],
    "The areas of its level and city whose value was nearest to its own in its first period with one: where they went is what might have been expected of it.",
  )
  peers!: AreaSeries["peers"];

  @Nullable(
    () => SeriesComparisonType,
    "From the first value to the last, beside city, level and peers; null with a reason.",
  )
  comparison!: SeriesComparisonType | null;

  @Nullable(() => LocalizedTextType, "Why there is no comparison.")
  noComparison!: LocalizedTextType | null;
}

@Output("IndicatorSeries", "A number of some areas over the years.")
export class IndicatorSeriesType implements IndicatorSeries {
  @NonNull(() => IndicatorDefinitionType, "What the number means.")
  indicator!: IndicatorSeries["indicator"];

  @NonNull(() => [AreaSeriesType], "One for each area, in the order asked.")
  series!: IndicatorSeries["series"];

  @NonNull(() => Int, "Areas with fewer residents in a period are not compared with.")
  minimumResidents!: number;

  @NonNull(() => Int, "How many peers were asked for.")
  peers!: number;

  @NonNull(() => String, "How it is made.")
  method!: string;
}
