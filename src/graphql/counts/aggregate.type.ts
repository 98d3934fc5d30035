import { Float } from "type-graphql";
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
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";

@Output("AggregateGroup", "A group of a cell.")
class AggregateGroupType implements AggregateGroup {
  @NonNull(() => DimensionEnum, "The dimension.")
  dimension!: Dimension;

  @Nullable(() => String, "Code of the group; null for what is not known.")
  code!: string | null;

  @Nullable(() => String, "Its name in Italian; the code where it has none.")
  name!: string | null;
}

@Output("AggregateValue", "One number of an aggregate.")
export class AggregateValueType implements Omit<AggregateValue, "sourceCodes"> {
  @NonNull(() => MeasureEnum, "What is measured.")
  measure!: Measure;

  @Nullable(() => Float, "The number, 0 for a zero cell; null when missing, withheld or never added up.")
  value!: number | null;

  @NonNull(
    () => ObservationStatusEnum,
    "State of the number; CONFIDENTIAL where it is held back to protect people.",
  )
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is none, or what to know.")
  reason!: LocalizedTextType | null;

  @Nullable(
    () => CoverageType,
    "What should be in it and what is: things with known groups, entries of the ledger, events that were counted, parts of a larger area.",
  )
  coverage!: Coverage | null;

  @NonNull(
    () => [AreaPartType],
    "The areas that it was put together from, with their shares; none where it was not.",
  )
  parts!: AreaPart[];
}

@Output("AggregateCell", "The numbers of one combination.")
class AggregateCellType implements AggregateCell {
  @NonNull(() => [AggregateGroupType], "Its groups, in the order of groupBy.")
  groups!: AggregateGroupType[];

  @NonNull(() => [AggregateValueType], "One number for each measure, in their order.")
  values!: AggregateValue[];
}

@Output("AggregateMeasure", "A measure of an aggregate.")
class AggregateMeasureType implements AggregateMeasure {
  @NonNull(() => MeasureEnum, "What is measured.")
  measure!: Measure;

  @NonNull(() => String, "Unit of its numbers.")
  unit!: string;

  @NonNull(() => [DimensionEnum], "What it can be grouped and filtered by.")
  dimensions!: Dimension[];

  @NonNull(
    () => AggregateValueType,
    "All that the filter keeps: each thing once, so cells may add up to more. Of an indicator the areas of the level together.",
  )
  total!: AggregateValue;
}

@Output("AggregateSelection", "Groups that were kept.")
export class AggregateSelectionType {
  @NonNull(() => DimensionEnum, "The dimension.")
  dimension!: Dimension;

  @NonNull(() => [String], "Codes of the groups.")
  codes!: string[];
}

@Output(
  "Aggregate",
  "Measures by the dimensions that were asked for, with zero cells; what is unknown stands apart.",
)
export class AggregateType implements Aggregate {
  @NonNull(() => [AggregateMeasureType], "The measures, with their totals.")
  measures!: AggregateMeasure[];

  @NonNull(() => [DimensionEnum], "What they are grouped by.")
  groupBy!: Dimension[];

  @NonNull(() => [AggregateSelectionType], "What was kept.")
  filter!: AggregateSelectionType[];

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @NonNull(() => PartialDateScalar, "The day of kinds of centres and of the ledger.")
  on!: string;

  @Nullable(() => String, "Code of the strategy that was named.")
  strategy!: string | null;

  @Nullable(() => String, "Label of the version of the budget; null where none was named: the newest.")
  budgetVersion!: string | null;

  @Nullable(() => String, "Code of the indicator that was named.")
  indicator!: string | null;

  @NonNull(
    () => [AggregateCellType],
    "Every known combination, zero cells included, then those with something unknown.",
  )
  cells!: AggregateCell[];
}
