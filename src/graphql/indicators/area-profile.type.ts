import { Float, Int } from "type-graphql";
import type { ProfilePoint } from "../../domain/indicators/area-profile";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { ProfileAnswer } from "../../queries/indicators/find-area-profile";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { ChangeType } from "./indicator-series.type";
import { ObservationType } from "./observation.type";

@Output(
  "AreaProfilePoint",
  "Value of an area in one period, compared with the city and the areas of the same level.",
)
export class AreaProfilePointType implements ProfilePoint {
  @NonNull(() => ObservationType, "Observation with period, status and source.")
  observation!: ProfilePoint["observation"];

  @Nullable(
    () => Int,
    "Rank among the areas of the same level and city (1 = highest value); ties share a rank. Null if not ranked, and for a city.",
  )
  rank!: number | null;

  @Nullable(() => Int, "Decile (1 = lowest). Null if the area is not ranked or fewer than ten areas are.")
  decile!: number | null;

  @NonNull(() => Int, "Number of ranked areas; 0 for a city.")
  ranked!: number;

  @Nullable(
    () => MapExclusionEnum,
    "Reason why the area is not ranked; null for a ranked area and for a city.",
  )
  exclusion!: ProfilePoint["exclusion"];

  @Nullable(
    () => Float,
    "Unweighted mean of the ranked areas of the same level; null if there are none, and for a city.",
  )
  levelMean!: number | null;

  @Nullable(() => Float, "Value of the city, which differs from levelMean; null if there is none.")
  cityValue!: number | null;

  @Nullable(
    () => ChangeType,
    "Change since the previous point. Null for the first point, at a break of the series, or if one value is missing.",
  )
  change!: ChangeType | null;
}

@Output("AreaProfileSeries", "Series of one indicator for an area.")
export class AreaProfileSeriesType implements Readonly<ProfileAnswer["series"][number]> {
  @NonNull(() => IndicatorDefinitionType, "The indicator.")
  indicator!: IndicatorDefinition;

  @Nullable(
    () => AreaProfilePointType,
    "Point of the requested period, or the newest point; null if the requested period has no data.",
  )
  point!: AreaProfilePointType | null;

  @NonNull(() => [AreaProfilePointType], "Points of all periods, oldest first.")
  points!: readonly AreaProfilePointType[];
}

@Output("AreaProfile", "Values of all indicators for one area.")
export class AreaProfileType implements ProfileAnswer {
  @NonNull(() => AreaType, "The area.")
  area!: ProfileAnswer["area"];

  @NonNull(
    () => [AreaProfileSeriesType],
    "One series for each indicator with a value for the area, by code or in the requested order.",
  )
  series!: AreaProfileSeriesType[];

  @NonNull(
    () => Int,
    "Minimum number of residents. Areas with fewer residents are excluded from ranks and means.",
  )
  minimumResidents!: number;

  @NonNull(() => String, "Method of computing ranks, deciles and means.")
  method!: string;
}
