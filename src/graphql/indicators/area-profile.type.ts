import { Float, Int } from "type-graphql";
import type { ProfilePoint } from "../../domain/indicators/area-profile";
import type { ProfileAnswer } from "../../queries/indicators/find-area-profile";
import { nonNull, nullable, output } from "../kit/output";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { ChangeType } from "./indicator-series.type";
import { ObservationType } from "./observation.type";

const AreaProfilePointType = output<ProfilePoint>(
  "AreaProfilePoint",
  "Value of an area in one period, compared with the city and the areas of the same level.",
  {
    observation: nonNull(() => ObservationType, "Observation with period, status and source."),
    rank: nullable(
      () => Int,
      "Rank among the areas of the same level and city (1 = highest value); ties share a rank. Null if not ranked, and for a city.",
    ),
    decile: nullable(
      () => Int,
      "Decile (1 = lowest). Null if the area is not ranked or fewer than ten areas are.",
    ),
    ranked: nonNull(() => Int, "Number of ranked areas; 0 for a city."),
    exclusion: nullable(
      () => MapExclusionEnum,
      "Reason why the area is not ranked; null for a ranked area and for a city.",
    ),
    levelMean: nullable(
      () => Float,
      "Unweighted mean of the ranked areas of the same level; null if there are none, and for a city.",
    ),
    cityValue: nullable(
      () => Float,
      "Value of the city, which differs from levelMean; null if there is none.",
    ),
    change: nullable(
      () => ChangeType,
      "Change since the previous point. Null for the first point, at a break of the series, or if one value is missing.",
    ),
  },
);

const AreaProfileSeriesType = output<ProfileAnswer["series"][number]>(
  "AreaProfileSeries",
  "Series of one indicator for an area.",
  {
    indicator: nonNull(() => IndicatorDefinitionType, "The indicator."),
    point: nullable(
      () => AreaProfilePointType,
      "Point of the requested period, or the newest point; null if the requested period has no data.",
    ),
    points: nonNull(() => [AreaProfilePointType], "Points of all periods, oldest first."),
  },
);

export const AreaProfileType = output<ProfileAnswer>(
  "AreaProfile",
  "Values of all indicators for one area.",
  {
    area: nonNull(() => AreaType, "The area."),
    series: nonNull(
      () => [AreaProfileSeriesType],
      "One series for each indicator with a value for the area, by code or in the requested order.",
    ),
    minimumResidents: nonNull(
      () => Int,
      "Minimum number of residents. Areas with fewer residents are excluded from ranks and means.",
    ),
    method: nonNull(() => String, "Method of computing ranks, deciles and means."),
  },
);
