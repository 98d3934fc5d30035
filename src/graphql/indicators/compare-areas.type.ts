import { Float, Int } from "type-graphql";
import type { ComparedCell } from "../../domain/indicators/compare-areas";
import type { Standing } from "../../domain/indicators/ranking";
import type { Comparison } from "../../queries/indicators/make-comparison";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { CoverageType, ObservationStatusEnum, ObservationType } from "./observation.type";

export const StandingType = output<Standing & { readonly ranked: number }, "residents">(
  "Standing",
  "Rank and decile of an area among the areas of its level and city.",
  {
    rank: nullable(() => Int, "Rank (1 = highest value); ties share the smallest rank. Null if excluded."),
    decile: nullable(
      () => Int,
      "Decile (1 = lowest). Null if excluded or if fewer than ten areas are ranked.",
    ),
    ranked: nonNull(() => Int, "Number of ranked areas."),
    exclusion: nullable(() => MapExclusionEnum, "Reason why the area is not ranked; null for a ranked area."),
    reason: nullable(() => LocalizedTextType, "Reason in words."),
  },
);

export const AreaComparisonCellType = output<ComparedCell>(
  "AreaComparisonCell",
  "Value of one indicator for one area, with the value of its city.",
  {
    area: nonNull(() => AreaType, "The area."),
    indicator: nonNull(() => IndicatorDefinitionType, "The indicator."),
    value: nullable(() => Float, "Value at full precision; null if missing."),
    status: nonNull(
      () => ObservationStatusEnum,
      "Status of the value; BREAK if the basis of the series changes.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason for a missing value, or a caveat."),
    observation: nullable(
      () => ObservationType,
      "Observation with its components and sources; null if the hub has none.",
    ),
    cityObservation: nullable(
      () => ObservationType,
      "Observation of the city; null if there is none or if the area is a city.",
    ),
    differenceToCity: nullable(
      () => Float,
      "Value minus the value of the city, in the unit of the indicator (percentage points for percentages). Null for counts.",
    ),
    shareOfCity: nullable(() => Float, "Value as a share of the value of the city, 0 to 1; for counts only."),
  },
);

export const AreaComparisonType = output<Comparison>(
  "AreaComparison",
  "Values of several indicators for several areas in one period, with the values of the city.",
  {
    areas: nonNull(() => [AreaType], "Areas in the requested order."),
    indicators: nonNull(() => [IndicatorDefinitionType], "Indicators in the requested order."),
    period: nonNull(() => PartialDateScalar, "Requested period."),
    minimumResidents: nonNull(
      () => Int,
      "Minimum number of residents. Areas with fewer residents are not ranked.",
    ),
    cells: nonNull(() => [AreaComparisonCellType], "One cell for each area and indicator, area by area."),
    coverage: nonNull(() => CoverageType, "Number of cells, and of those with a value."),
  },
);
