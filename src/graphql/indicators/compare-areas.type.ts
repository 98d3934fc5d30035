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

@Output("Standing", "Where an area stands among those of its level and city.")
export class StandingType implements Omit<Standing, "residents"> {
  @Nullable(() => Int, "Rank: 1 is the highest value; equal values share the smallest. Null where excluded.")
  rank!: number | null;

  @Nullable(
    () => Int,
    "Tenth: 1 holds the lowest values. Null where excluded, or with fewer than ten ranked areas.",
  )
  decile!: number | null;

  @NonNull(() => Int, "How many areas have a rank.")
  ranked!: number;

  @Nullable(() => MapExclusionEnum, "Why it has no rank; null when it has one.")
  exclusion!: MapExclusion | null;

  @Nullable(() => LocalizedTextType, "The same in words.")
  reason!: LocalizedTextType | null;
}

@Output("AreaComparisonCell", "One number of one area, beside that of its city.")
export class AreaComparisonCellType implements ComparedCell {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @NonNull(() => IndicatorDefinitionType, "What the number means.")
  indicator!: IndicatorDefinition;

  @Nullable(() => Float, "The value at full precision; null when missing.")
  value!: number | null;

  @NonNull(() => ObservationStatusEnum, "State of the number; BREAK where its series changes its base.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is no value, or what to know about it.")
  reason!: LocalizedTextType | null;

  @Nullable(() => ObservationType, "The number with its parts and sources; null where the hub has none.")
  observation!: Observation | null;

  @Nullable(
    () => ObservationType,
    "The number of the city itself; null where there is none, or where the area is a city.",
  )
  cityObservation!: Observation | null;

  @Nullable(
    () => Float,
    "Value less city, in the unit of the indicator (points of a percentage); null for counts.",
  )
  differenceToCity!: number | null;

  @Nullable(() => Float, "Value as a share of the city, 0 to 1; of counts only.")
  shareOfCity!: number | null;
}

@Output("AreaComparison", "Some numbers of some areas in one period, beside their city.")
export class AreaComparisonType implements Omit<Comparison, "cells"> {
  @NonNull(() => [AreaType], "The areas, as they were asked for.")
  areas!: Area[];

  @NonNull(() => [IndicatorDefinitionType], "The indicators, as they were asked for.")
  indicators!: IndicatorDefinition[];

  @NonNull(() => PartialDateScalar, "The period that was asked.")
  period!: string;

  @NonNull(() => Int, "Areas with fewer residents are left out of ranks.")
  minimumResidents!: number;

  @NonNull(() => [AreaComparisonCellType], "Every area with every indicator, area by area.")
  cells!: AnsweredCell[];

  @NonNull(() => CoverageType, "Cells, and those of them with a value.")
  coverage!: Coverage;
}
