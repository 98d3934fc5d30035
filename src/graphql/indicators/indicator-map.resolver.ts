import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import {
  cityObservation,
  type IndicatorMap,
  makeIndicatorMap,
  mapClasses,
} from "../../queries/indicators/make-indicator-map";
import { usually } from "../kit/argument";
import { field, fields, fieldWith, neverNull, operation, queries } from "../kit/declare";
import { AreaLevelEnum } from "../places/area.type";
import { ClassMethodEnum, IndicatorMapType, ValueClassType } from "./indicator-map.type";
import { ObservationType } from "./observation.type";
import { cityOfAreas, indicator, period, residentsIndicator } from "./panel-arguments";

queries({
  indicatorMap: operation(
    () => IndicatorMapType,
    "Values of one indicator for all areas of a level in one period, with ranks, deciles and distribution.",
    {
      indicator,
      period,
      level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Level of the areas."),
      city: cityOfAreas,
      minimumResidents: usually(
        () => Int,
        limits.rankedResidents.usual,
        "Minimum number of residents for ranks and distribution; 0 includes all areas.",
      ),
      residentsIndicator,
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
  classes: neverNull(
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
