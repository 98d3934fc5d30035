import { Field, Float, Int, ObjectType } from "type-graphql";
import type { PanelCell } from "../../domain/indicators/indicator-panel";
import type { MapExclusion } from "../../domain/indicators/ranking";
import type { AreaLevel } from "../../domain/places/area";
import type { ClassMethod } from "../../domain/statistics/classes";
import type { AreaClass, IndicatorMap } from "../../queries/indicators/make-indicator-map";
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

@ObjectType("IndicatorMapArea", { description: "An area of a map.", simpleResolvers: true })
class IndicatorMapAreaType implements PanelCell {
  @Field(() => AreaType, { description: "The area." })
  area!: PanelCell["area"];

  @Field(() => ObservationType, {
    nullable: true,
    description: "Its number with status and source; null where the hub has none.",
  })
  observation!: PanelCell["observation"];

  @Field(() => Float, {
    nullable: true,
    description: "Residents that it was judged by; null where unknown, or where no minimum was asked for.",
  })
  residents!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank: 1 is the highest value; equal values share the smallest rank (1, 2, 2, 4). Null where excluded.",
  })
  rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Tenth: 1 holds the lowest values, 10 the highest; equal values share one. Null where excluded, or with fewer than ten ranked areas.",
  })
  decile!: number | null;

  @Field(() => MapExclusionEnum, { nullable: true, description: "Why it has no rank; null when it has one." })
  exclusion!: MapExclusion | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "The same in words." })
  reason!: LocalizedTextType | null;
}

@ObjectType("ValueClass", {
  description: "A class of values for colouring a map.",
  simpleResolvers: true,
})
export class ValueClassType implements AreaClass {
  @Field(() => Float, { description: "Lowest value of the class." })
  from!: number;

  @Field(() => Float, { description: "Where the next class begins; the last class holds this value too." })
  to!: number;

  @Field(() => [String], { description: "Codes of the ranked areas in it; none in an empty class." })
  areaCodes!: string[];
}

@ObjectType("IndicatorMap", {
  description: "One number over all areas of a level in one period, with ranks and spread.",
  simpleResolvers: true,
})
export class IndicatorMapType implements IndicatorMap {
  @Field(() => IndicatorDefinitionType, { description: "What the number means." })
  indicator!: IndicatorMap["indicator"];

  @Field(() => PartialDateScalar, { description: "The period that was asked." })
  period!: string;

  @Field(() => AreaLevelEnum, { description: "The level that was asked." })
  level!: AreaLevel;

  @Field(() => Int, { description: "Areas with fewer residents are left out of ranks and spread." })
  minimumResidents!: number;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The year of the residents; null where no minimum was asked for.",
  })
  residentsPeriod!: string | null;

  @Field(() => [IndicatorMapAreaType], { description: "Every area of the level, by number." })
  areas!: readonly PanelCell[];

  @Field(() => CoverageType, { description: "Areas of the level, and those of them with a value." })
  coverage!: CoverageType;

  @Field(() => Int, { description: "How many areas have a rank." })
  ranked!: number;

  @Field(() => DistributionType, {
    nullable: true,
    description: "The spread over the ranked areas; null where none is ranked.",
  })
  distribution!: DistributionType | null;

  @Field(() => String, { description: "How ranks, deciles and spread are made." })
  method!: string;
}
