import { Float, Int } from "type-graphql";
import type { PanelCell } from "../../domain/indicators/indicator-panel";
import type { MapExclusion } from "../../domain/indicators/ranking";
import type { ClassMethod } from "../../domain/statistics/classes";
import type { AreaClass, IndicatorMap } from "../../queries/indicators/make-indicator-map";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { DistributionType } from "./distribution.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { CoverageType, ObservationType } from "./observation.type";

export const ClassMethodEnum = enumType<ClassMethod>(
  "ClassMethod",
  "Method of dividing values into classes.",
  {
    EQUAL_INTERVALS: "Classes of equal width.",
    QUANTILES: "Classes with about the same number of areas.",
  },
);

export const MapExclusionEnum = enumType<MapExclusion>(
  "MapExclusion",
  "Reason why an area is excluded from ranks.",
  {
    FEW_RESIDENTS: "The area has fewer residents than the minimum. A few persons would change its rank.",
    NO_VALUE: "The area has no value.",
    RESIDENTS_UNKNOWN: "The number of residents is unknown, so the minimum cannot be checked.",
  },
);

const IndicatorMapAreaType = output<PanelCell>(
  "IndicatorMapArea",
  "Area of a map, with its observation, rank and decile.",
  {
    area: nonNull(() => AreaType, "The area."),
    observation: nullable(
      () => ObservationType,
      "Observation with status and source; null if the hub has none.",
    ),
    residents: nullable(
      () => Float,
      "Number of residents used for the minimum; null if unknown or without a minimum.",
    ),
    rank: nullable(
      () => Int,
      "Rank (1 = highest value); ties share the smallest rank (1, 2, 2, 4). Null if excluded.",
    ),
    decile: nullable(
      () => Int,
      "Decile (1 = lowest); ties share a decile. Null if excluded or if fewer than ten areas are ranked.",
    ),
    exclusion: nullable(() => MapExclusionEnum, "Reason why the area is not ranked; null for a ranked area."),
    reason: nullable(() => LocalizedTextType, "Reason in words."),
  },
);

export const ValueClassType = output<AreaClass>("ValueClass", "Class of values for colouring a map.", {
  from: nonNull(() => Float, "Lowest value of the class."),
  to: nonNull(() => Float, "Start of the next class; for the last class its highest value, included."),
  areaCodes: nonNull(() => [String], "Codes of the ranked areas in the class; empty for an empty class."),
});

export const IndicatorMapType = output<IndicatorMap>(
  "IndicatorMap",
  "Values of one indicator for all areas of a level in one period, with ranks and distribution.",
  {
    indicator: nonNull(() => IndicatorDefinitionType, "The indicator."),
    period: nonNull(() => PartialDateScalar, "Requested period."),
    level: nonNull(() => AreaLevelEnum, "Requested level."),
    minimumResidents: nonNull(
      () => Int,
      "Minimum number of residents. Areas with fewer residents are excluded from ranks and distribution.",
    ),
    residentsPeriod: nullable(() => PartialDateScalar, "Year of the residents; null without a minimum."),
    areas: nonNull(() => [IndicatorMapAreaType], "All areas of the level, by area number."),
    coverage: nonNull(() => CoverageType, "Number of areas of the level, and of those with a value."),
    ranked: nonNull(() => Int, "Number of ranked areas."),
    distribution: nullable(
      () => DistributionType,
      "Distribution over the ranked areas; null if no area is ranked.",
    ),
    method: nonNull(() => String, "Method of computing ranks, deciles and distribution."),
  },
);
