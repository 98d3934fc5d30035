import { Int } from "type-graphql";
import { usualResidentsIndicator } from "../../domain/indicators/map-document";
import { limits } from "../../domain/kit/limits";
import {
  cityObservation,
  type IndicatorMap,
  makeIndicatorMap,
  mapClasses,
} from "../../queries/indicators/make-indicator-map";
import { optional, required, usually } from "../kit/argument";
import { field, fields, fieldWith, nonNull, operation, queries } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { ClassMethodEnum, IndicatorMapType, ValueClassType } from "./indicator-map.type";
import { ObservationType } from "./observation.type";

queries({
  indicatorMap: operation(
    () => IndicatorMapType,
    "Values of one indicator for all areas of a level in one period, with ranks, deciles and distribution.",
    {
      indicator: required(() => String, "Code of the indicator, for example share_65plus."),
      period: required(() => PartialDateScalar, "Period, for example 2024."),
      level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Level of the areas."),
      city: optional(
        () => String,
        "Code of a city: restricts the areas to this city. The whole hub when absent.",
      ),
      minimumResidents: usually(
        () => Int,
        limits.rankedResidents.usual,
        "Minimum number of residents for ranks and distribution; 0 includes all areas.",
      ),
      residentsIndicator: usually(
        () => String,
        usualResidentsIndicator,
        "Code of the population indicator for the minimum, by year.",
      ),
    },
    makeIndicatorMap,
  ),
});

fields<IndicatorMap>(() => IndicatorMapType, {
  cityObservation: field(
    () => ObservationType,
    "Observation of the city, which differs from the mean of its areas. Null if there is none or if the areas belong to several cities.",
    cityObservation,
  ),
  classes: nonNull(
    fieldWith(
      () => [ValueClassType],
      "Classes of the ranked areas for colouring; empty if no area is ranked.",
      {
        count: usually(
          () => Int,
          limits.mapClasses.usual,
          `Number of classes, ${limits.mapClasses.smallest} to ${limits.mapClasses.largest}.`,
        ),
        method: usually(() => ClassMethodEnum, "QUANTILES", "Method of division."),
      },
      (map: IndicatorMap, { count, method }) => mapClasses(map, count, method),
    ),
  ),
});
