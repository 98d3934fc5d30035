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

export const ClassMethodEnum = enumType<ClassMethod>("ClassMethod", "How values are cut into classes.", {
  EQUAL_INTERVALS: "Classes of the same width.",
  QUANTILES: "Classes that hold about as many areas each.",
});

export const MapExclusionEnum = enumType<MapExclusion>("MapExclusion", "Why an area is left out of ranks.", {
  FEW_RESIDENTS: "It has fewer residents than the minimum: a few persons would move its rank.",
  NO_VALUE: "It has no value.",
  RESIDENTS_UNKNOWN: "Nobody knows whether it has as many residents as the minimum.",
});

@Output("IndicatorMapArea", "An area of a map.")
class IndicatorMapAreaType implements PanelCell {
  @NonNull(() => AreaType, "The area.")
  area!: PanelCell["area"];

  @Nullable(() => ObservationType, "Its number with status and source; null where the hub has none.")
  observation!: PanelCell["observation"];

  @Nullable(
    () => Float,
    "Residents that it was judged by; null where unknown, or where no minimum was asked for.",
  )
  residents!: number | null;

  @Nullable(
    () => Int,
    "Rank: 1 is the highest value; equal values share the smallest rank (1, 2, 2, 4). Null where excluded.",
  )
  rank!: number | null;

  @Nullable(
    () => Int,
    "Tenth: 1 holds the lowest values, 10 the highest; equal values share one. Null where excluded, or with fewer than ten ranked areas.",
  )
  decile!: number | null;

  @Nullable(() => MapExclusionEnum, "Why it has no rank; null when it has one.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "The same in words.")
  reason!: LocalizedTextType | null;
}

@Output("ValueClass", "A class of values for colouring a map.")
export class ValueClassType implements AreaClass {
  @NonNull(() => Float, "Lowest value of the class.")
  from!: number;

  @NonNull(() => Float, "Where the next class begins; the last class holds this value too.")
  to!: number;

  @NonNull(() => [String], "Codes of the ranked areas in it; none in an empty class.")
  areaCodes!: string[];
}

@Output("IndicatorMap", "One number over all areas of a level in one period, with ranks and spread.")
export class IndicatorMapType implements IndicatorMap {
  @NonNull(() => IndicatorDefinitionType, "What the number means.")
  indicator!: IndicatorMap["indicator"];

  @NonNull(() => PartialDateScalar, "The period that was asked.")
  period!: string;

  @NonNull(() => AreaLevelEnum, "The level that was asked.")
  level!: AreaLevel;

  @NonNull(() => Int, "Areas with fewer residents are left out of ranks and spread.")
  minimumResidents!: number;

  @Nullable(() => PartialDateScalar, "The year of the residents; null where no minimum was asked for.")
  residentsPeriod!: string | null;

  @NonNull(() => [IndicatorMapAreaType], "Every area of the level, by number.")
  areas!: readonly PanelCell[];

  @NonNull(() => CoverageType, "Areas of the level, and those of them with a value.")
  coverage!: CoverageType;

  @NonNull(() => Int, "How many areas have a rank.")
  ranked!: number;

  @Nullable(() => DistributionType, "The spread over the ranked areas; null where none is ranked.")
  distribution!: DistributionType | null;

  @NonNull(() => String, "How ranks, deciles and spread are made.")
  method!: string;
}
