import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { ClassMethod } from "../../domain/statistics/classes";
import type { AreaClass, IndicatorMap } from "../../queries/indicators/make-indicator-map";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { cellTableFields } from "./cell-table.type";
import { DistributionType } from "./distribution.type";
import { IndicatorCellType } from "./indicator-cell.type";
import { ObservationType } from "./observation.type";

export const ClassMethodEnum = enumType<ClassMethod>(
  "ClassMethod",
  "Method of dividing values into classes.",
  {
    EQUAL_INTERVALS: "Classes of equal width.",
    QUANTILES: "Classes with about the same number of areas.",
  },
);

export const ValueClassType = output<AreaClass>("ValueClass", "Class of values for colouring a map.", {
  from: nonNull(() => Float, "Lowest value of the class."),
  to: nonNull(() => Float, "Start of the next class; for the last class its highest value, included."),
  areaCodes: nonNull(
    () => [String],
    "Codes of the ranked areas in the class; empty for an empty class.",
    limits.mapAreas,
  ),
});

export const IndicatorMapType = output<IndicatorMap>(
  "IndicatorMap",
  "One indicator in all areas of a level in one period.",
  {
    period: nonNull(() => PartialDateScalar, "Period of the map."),
    residentsPeriod: nullable(() => PartialDateScalar, "Year of the residents; null without a minimum."),
    cells: nonNull(() => [IndicatorCellType], "All areas of the level, by area number.", limits.mapAreas),
    ranked: nonNull(() => Int, "Number of ranked areas."),
    distribution: nullable(
      () => DistributionType,
      "Distribution over the ranked areas; null if no area is ranked.",
    ),
    city: nullable(
      () => ObservationType,
      "Observation of the city, which differs from the mean of its areas. Null if there is none or if the areas belong to several cities.",
    ),
    ...cellTableFields,
  },
);
