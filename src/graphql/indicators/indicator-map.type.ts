import { Float, Int } from "type-graphql";
import type { PanelCell } from "../../domain/indicators/indicator-panel";
import type { MapExclusion } from "../../domain/indicators/ranking";
import type { AreaLevel } from "../../domain/places/area";
import type { ClassMethod } from "../../domain/statistics/classes";
import type { AreaClass, IndicatorMap } from "../../queries/indicators/make-indicator-map";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
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

@Output("IndicatorMapArea", "Area of a map, with its observation, rank and decile.")
class IndicatorMapAreaType implements PanelCell {
  @NonNull(() => AreaType, "The area.")
  area!: PanelCell["area"];

  @Nullable(() => ObservationType, "Observation with status and source; null if the hub has none.")
  observation!: PanelCell["observation"];

  @Nullable(() => Float, "Number of residents used for the minimum; null if unknown or without a minimum.")
  residents!: number | null;

  @Nullable(
    () => Int,
    "Rank (1 = highest value); ties share the smallest rank (1, 2, 2, 4). Null if excluded.",
  )
  rank!: number | null;

  @Nullable(
    () => Int,
    "Decile (1 = lowest); ties share a decile. Null if excluded or if fewer than ten areas are ranked.",
  )
  decile!: number | null;

  @Nullable(() => MapExclusionEnum, "Reason why the area is not ranked; null for a ranked area.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "Reason in words.")
  reason!: LocalizedTextType | null;
}

@Output("ValueClass", "Class of values for colouring a map.")
export class ValueClassType implements AreaClass {
  @NonNull(() => Float, "Lowest value of the class.")
  from!: number;

  @NonNull(() => Float, "Start of the next class; for the last class its highest value, included.")
  to!: number;

  @NonNull(() => [String], "Codes of the ranked areas in the class; empty for an empty class.")
  areaCodes!: string[];
}

@Output(
  "IndicatorMap",
  "Values of one indicator for all areas of a level in one period, with ranks and distribution.",
)
export class IndicatorMapType implements IndicatorMap {
  @NonNull(() => IndicatorDefinitionType, "The indicator.")
  indicator!: IndicatorMap["indicator"];

  @NonNull(() => PartialDateScalar, "Requested period.")
  period!: string;

  @NonNull(() => AreaLevelEnum, "Requested level.")
  level!: AreaLevel;

  @NonNull(
    () => Int,
    "Minimum number of residents. Areas with fewer residents are excluded from ranks and distribution.",
  )
  minimumResidents!: number;

  @Nullable(() => PartialDateScalar, "Year of the residents; null without a minimum.")
  residentsPeriod!: string | null;

  @NonNull(() => [IndicatorMapAreaType], "All areas of the level, by area number.")
  areas!: readonly PanelCell[];

  @NonNull(() => CoverageType, "Number of areas of the level, and of those with a value.")
  coverage!: CoverageType;

  @NonNull(() => Int, "Number of ranked areas.")
  ranked!: number;

  @Nullable(() => DistributionType, "Distribution over the ranked areas; null if no area is ranked.")
  distribution!: DistributionType | null;

  @NonNull(() => String, "Method of computing ranks, deciles and distribution.")
  method!: string;
}
