import { Float, Int } from "type-graphql";
import type { ComparedCell } from "../../domain/indicators/compare-areas";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage, Observation, ObservationStatus } from "../../domain/indicators/observation";
import type { MapExclusion, Standing } from "../../domain/indicators/ranking";
import type { Area } from "../../domain/places/area";
import type { AnsweredCell, Comparison } from "../../queries/indicators/make-comparison";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { CoverageType, ObservationStatusEnum, ObservationType } from "./observation.type";

@Output("Standing", "Rank and decile of an area among the areas of its level and city.")
export class StandingType implements Omit<Standing, "residents"> {
  @Nullable(() => Int, "Rank (1 = highest value); ties share the smallest rank. Null if excluded.")
  rank!: number | null;

  @Nullable(() => Int, "Decile (1 = lowest). Null if excluded or if fewer than ten areas are ranked.")
  decile!: number | null;

  @NonNull(() => Int, "Number of ranked areas.")
  ranked!: number;

  @Nullable(() => MapExclusionEnum, "Reason why the area is not ranked; null for a ranked area.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "Reason in words.")
  reason!: LocalizedTextType | null;
}

@Output("AreaComparisonCell", "Value of one indicator for one area, with the value of its city.")
export class AreaComparisonCellType implements ComparedCell {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => IndicatorDefinitionType, "The indicator.")
  indicator!: IndicatorDefinition;

  @Nullable(() => Float, "Value at full precision; null if missing.")
  value!: number | null;

  @NonNull(() => ObservationStatusEnum, "Status of the value; BREAK if the basis of the series changes.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Reason for a missing value, or a caveat.")
  reason!: LocalizedTextType | null;

  @Nullable(() => ObservationType, "Observation with its components and sources; null if the hub has none.")
  observation!: Observation | null;

  @Nullable(() => ObservationType, "Observation of the city; null if there is none or if the area is a city.")
  cityObservation!: Observation | null;

  @Nullable(
    () => Float,
    "Value minus the value of the city, in the unit of the indicator (percentage points for percentages). Null for counts.",
  )
  differenceToCity!: number | null;

  @Nullable(() => Float, "Value as a share of the value of the city, 0 to 1; for counts only.")
  shareOfCity!: number | null;
}

@Output(
  "AreaComparison",
  "Values of several indicators for several areas in one period, with the values of the city.",
)
export class AreaComparisonType implements Omit<Comparison, "cells"> {
  @NonNull(() => [AreaType], "Areas in the requested order.")
  areas!: Area[];

  @NonNull(() => [IndicatorDefinitionType], "Indicators in the requested order.")
  indicators!: IndicatorDefinition[];

  @NonNull(() => PartialDateScalar, "Requested period.")
  period!: string;

  @NonNull(() => Int, "Minimum number of residents. Areas with fewer residents are not ranked.")
  minimumResidents!: number;

  @NonNull(() => [AreaComparisonCellType], "One cell for each area and indicator, area by area.")
  cells!: AnsweredCell[];

  @NonNull(() => CoverageType, "Number of cells, and of those with a value.")
  coverage!: Coverage;
}
