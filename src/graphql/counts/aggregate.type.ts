import { Field, Float, ObjectType } from "type-graphql";
import type { Dimension, Measure } from "../../domain/counts/aggregate-rules";
import type { Coverage, ObservationStatus } from "../../domain/indicators/observation";
import type { AreaLevel } from "../../domain/places/area";
import type { AreaPart } from "../../domain/places/area-parts";
import type {
  Aggregate,
  AggregateCell,
  AggregateGroup,
  AggregateMeasure,
  AggregateValue,
} from "../../queries/counts/make-aggregate";
import { AreaPartType } from "../indicators/area-number.type";
import { CoverageType, ObservationStatusEnum } from "../indicators/observation.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";

@ObjectType("AggregateGroup", { description: "A group of a cell.", simpleResolvers: true })
class AggregateGroupType implements AggregateGroup {
  @Field(() => DimensionEnum, { description: "The dimension." })
  dimension!: Dimension;

  @Field(() => String, { nullable: true, description: "Code of the group; null for what is not known." })
  code!: string | null;

  @Field(() => String, { nullable: true, description: "Its name in Italian; the code where it has none." })
  name!: string | null;
}

@ObjectType("AggregateValue", { description: "One number of an aggregate.", simpleResolvers: true })
export class AggregateValueType implements Omit<AggregateValue, "sourceCodes"> {
  @Field(() => MeasureEnum, { description: "What is measured." })
  measure!: Measure;

  @Field(() => Float, {
    nullable: true,
    description: "The number, 0 for a zero cell; null when missing, withheld or never added up.",
  })
  value!: number | null;

  @Field(() => ObservationStatusEnum, {
    description: "State of the number; CONFIDENTIAL where it is held back to protect people.",
  })
  status!: ObservationStatus;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why there is none, or what to know." })
  reason!: LocalizedTextType | null;

  @Field(() => CoverageType, {
    nullable: true,
    description:
      "What should be in it and what is: things with known groups, entries of the ledger, events that were counted, parts of a larger area.",
  })
  coverage!: Coverage | null;

  @Field(() => [AreaPartType], {
    description: "The areas that it was put together from, with their shares; none where it was not.",
  })
  parts!: readonly AreaPart[];
}

@ObjectType("AggregateCell", { description: "The numbers of one combination.", simpleResolvers: true })
class AggregateCellType implements AggregateCell {
  @Field(() => [AggregateGroupType], { description: "Its groups, in the order of groupBy." })
  groups!: readonly AggregateGroupType[];

  @Field(() => [AggregateValueType], { description: "One number for each measure, in their order." })
  values!: readonly AggregateValue[];
}

@ObjectType("AggregateMeasure", { description: "A measure of an aggregate.", simpleResolvers: true })
class AggregateMeasureType implements AggregateMeasure {
  @Field(() => MeasureEnum, { description: "What is measured." })
  measure!: Measure;

  @Field(() => String, { description: "Unit of its numbers." })
  unit!: string;

  @Field(() => [DimensionEnum], { description: "What it can be grouped and filtered by." })
  dimensions!: readonly Dimension[];

  @Field(() => AggregateValueType, {
    description:
      "All that the filter keeps: each thing once, so cells may add up to more. Of an indicator the areas of the level together.",
  })
  total!: AggregateValue;
}

@ObjectType("AggregateSelection", { description: "Groups that were kept.", simpleResolvers: true })
export class AggregateSelectionType {
  @Field(() => DimensionEnum, { description: "The dimension." })
  dimension!: Dimension;

  @Field(() => [String], { description: "Codes of the groups." })
  codes!: readonly string[];
}

@ObjectType("Aggregate", {
  description:
    "Measures by the dimensions that were asked for, with zero cells; what is unknown stands apart.",
  simpleResolvers: true,
})
export class AggregateType implements Aggregate {
  @Field(() => [AggregateMeasureType], { description: "The measures, with their totals." })
  measures!: readonly AggregateMeasure[];

  @Field(() => [DimensionEnum], { description: "What they are grouped by." })
  groupBy!: readonly Dimension[];

  @Field(() => [AggregateSelectionType], { description: "What was kept." })
  filter!: readonly AggregateSelectionType[];

  @Field(() => AreaLevelEnum, { description: "The level of the areas." })
  level!: AreaLevel;

  @Field(() => PartialDateScalar, { description: "The day of kinds of centres and of the ledger." })
  on!: string;

  @Field(() => String, { nullable: true, description: "Code of the strategy that was named." })
  strategy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Label of the version of the budget; null where none was named: the newest.",
  })
  budgetVersion!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the indicator that was named." })
  indicator!: string | null;

  @Field(() => [AggregateCellType], {
    description: "Every known combination, zero cells included, then those with something unknown.",
  })
  cells!: readonly AggregateCell[];
}
