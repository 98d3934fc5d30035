import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ComparedCell } from "../../domain/indicators/compare-areas";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage, Observation, ObservationStatus } from "../../domain/indicators/observation";
import type { MapExclusion, Standing } from "../../domain/indicators/ranking";
import type { Area } from "../../domain/places/area";
import type { AnsweredCell, Comparison } from "../../queries/indicators/make-comparison";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { IndicatorDefinitionType } from "./indicator.type";
import { MapExclusionEnum } from "./indicator-map.type";
import { CoverageType, ObservationStatusEnum, ObservationType } from "./observation.type";

@ObjectType("Standing", {
  description: "Where an area stands among those of its level and city.",
  simpleResolvers: true,
})
export class StandingType implements Omit<Standing, "residents"> {
  @Field(() => Int, {
    nullable: true,
    description: "Rank: 1 is the highest value; equal values share the smallest. Null where excluded.",
  })
  rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Tenth: 1 holds the lowest values. Null where excluded, or with fewer than ten ranked areas.",
  })
  decile!: number | null;

  @Field(() => Int, { description: "How many areas have a rank." })
  ranked!: number;

  @Field(() => MapExclusionEnum, { nullable: true, description: "Why it has no rank; null when it has one." })
  exclusion!: MapExclusion | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "The same in words." })
  reason!: LocalizedTextType | null;
}

@ObjectType("AreaComparisonCell", {
  description: "One number of one area, beside that of its city.",
  simpleResolvers: true,
})
export class AreaComparisonCellType implements ComparedCell {
  @Field(() => AreaType, { description: "The area." })
  area!: Area;

  @Field(() => IndicatorDefinitionType, { description: "What the number means." })
  indicator!: IndicatorDefinition;

  @Field(() => Float, { nullable: true, description: "The value at full precision; null when missing." })
  value!: number | null;

  @Field(() => ObservationStatusEnum, {
    description: "State of the number; BREAK where its series changes its base.",
  })
  status!: ObservationStatus;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why there is no value, or what to know about it.",
  })
  reason!: LocalizedTextType | null;

  @Field(() => ObservationType, {
    nullable: true,
    description: "The number with its parts and sources; null where the hub has none.",
  })
  observation!: Observation | null;

  @Field(() => ObservationType, {
    nullable: true,
    description: "The number of the city itself; null where there is none, or where the area is a city.",
  })
  cityObservation!: Observation | null;

  @Field(() => Float, {
    nullable: true,
    description: "Value less city, in the unit of the indicator (points of a percentage); null for counts.",
  })
  differenceToCity!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Value as a share of the city, 0 to 1; of counts only.",
  })
  shareOfCity!: number | null;
}

@ObjectType("AreaComparison", {
  description: "Some numbers of some areas in one period, beside their city.",
  simpleResolvers: true,
})
export class AreaComparisonType implements Omit<Comparison, "cells"> {
  @Field(() => [AreaType], { description: "The areas, as they were asked for." })
  areas!: Area[];

  @Field(() => [IndicatorDefinitionType], { description: "The indicators, as they were asked for." })
  indicators!: IndicatorDefinition[];

  @Field(() => PartialDateScalar, { description: "The period that was asked." })
  period!: string;

  @Field(() => Int, { description: "Areas with fewer residents are left out of ranks." })
  minimumResidents!: number;

  @Field(() => [AreaComparisonCellType], { description: "Every area with every indicator, area by area." })
  cells!: AnsweredCell[];

  @Field(() => CoverageType, { description: "Cells, and those of them with a value." })
  coverage!: Coverage;
}
