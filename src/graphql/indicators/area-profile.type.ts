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
  "A number of an area in one period, beside the city and the other areas of its level.",
)
export class AreaProfilePointType implements ProfilePoint {
  @NonNull(() => ObservationType, "The number with period, status and source.")
  observation!: ProfilePoint["observation"];

  @Nullable(
    () => Int,
    "Rank among the areas of its level in its city: 1 is the highest value, equal values share one. Null where not ranked, and for a city.",
  )
  rank!: number | null;

  @Nullable(
    () => Int,
    "Tenth: 1 holds the lowest values, 10 the highest. Null where not ranked, or below ten areas.",
  )
  decile!: number | null;

  @NonNull(() => Int, "How many areas are ranked; 0 for a city.")
  ranked!: number;

  @Nullable(() => MapExclusionEnum, "Why it has no rank; null for a city too.")
  exclusion!: ProfilePoint["exclusion"];

  @Nullable(
    () => Float,
    "The unweighted mean of the ranked areas of its level; null without any, and for a city.",
  )
  levelMean!: number | null;

  @Nullable(() => Float, "The number of the city itself, which is not that mean; null where there is none.")
  cityValue!: number | null;

  @Nullable(
    () => ChangeType,
    "Since the point before; null for the first point, where the series changes its base, and where one of the two has no value.",
  )
  change!: ChangeType | null;
}

@Output("AreaProfileSeries", "One indicator of an area.")
export class AreaProfileSeriesType implements Readonly<ProfileAnswer["series"][number]> {
  @NonNull(() => IndicatorDefinitionType, "What the number means.")
  indicator!: IndicatorDefinition;

  @Nullable(
    () => AreaProfilePointType,
    "The period that was asked, or the newest one; null where nothing is known of that period.",
  )
  point!: AreaProfilePointType | null;

  @NonNull(() => [AreaProfilePointType], "All periods, oldest first.")
  points!: readonly AreaProfilePointType[];
}

@Output("AreaProfile", "What is known in numbers of one area.")
export class AreaProfileType implements ProfileAnswer {
  @NonNull(() => AreaType, "The area.")
  area!: ProfileAnswer["area"];

  @NonNull(
    () => [AreaProfileSeriesType],
    "One for each indicator with a number of the area, by code, or in the order asked.",
  )
  series!: AreaProfileSeriesType[];

  @NonNull(() => Int, "Areas with fewer residents are left out of ranks and means.")
  minimumResidents!: number;

  @NonNull(() => String, "How ranks, deciles and means are made.")
  method!: string;
}
