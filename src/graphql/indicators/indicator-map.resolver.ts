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
    "One number over all areas of a level in one period, with ranks, deciles and spread.",
    {
      indicator: required(() => String, "Code of the indicator, for example share_65plus."),
      period: required(() => PartialDateScalar, "For example 2024."),
      level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Which size of area."),
      city: optional(() => String, "Code of a city: only its areas. All that the hub knows when absent."),
      minimumResidents: usually(
        () => Int,
        limits.rankedResidents.usual,
        "Areas with fewer residents are left out of ranks and spread; 0 leaves none out.",
      ),
      residentsIndicator: usually(
        () => String,
        usualResidentsIndicator,
        "Code of the indicator that counts residents, by year.",
      ),
    },
    makeIndicatorMap,
  ),
});

fields<IndicatorMap>(() => IndicatorMapType, {
  cityObservation: field(
    () => ObservationType,
    "The number of the city itself, which is not the mean of its areas. Null where there is none, or where the areas belong to several cities.",
    cityObservation,
  ),
  classes: nonNull(
    fieldWith(
      () => [ValueClassType],
      "The ranked areas cut into classes for colouring; none where no area is ranked.",
      {
        count: usually(
          () => Int,
          limits.mapClasses.usual,
          `How many classes, ${limits.mapClasses.smallest} to ${limits.mapClasses.largest}.`,
        ),
        method: usually(() => ClassMethodEnum, "QUANTILES", "How they are cut."),
      },
      (map: IndicatorMap, { count, method }) => mapClasses(map, count, method),
    ),
  ),
});
