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

@Output("AggregateGroup", "Group of a cell in one dimension.")
class AggregateGroupType implements AggregateGroup {
  @NonNull(() => DimensionEnum, "The dimension.")
  dimension!: Dimension;

  @Nullable(() => String, "Code of the group; null if unknown.")
  code!: string | null;

  @Nullable(() => String, "Italian name of the group; its code if it has no name.")
  name!: string | null;
}

@Output("AggregateValue", "Value of one measure in one cell.")
export class AggregateValueType implements Omit<AggregateValue, "sourceCodes"> {
  @NonNull(() => MeasureEnum, "The measure.")
  measure!: Measure;

  @Nullable(
    () => Float,
    "The value; 0 for a zero cell. Null if it is missing, suppressed or must not be summed.",
  )
  value!: number | null;

  @NonNull(
    () => ObservationStatusEnum,
    "Status of the value; CONFIDENTIAL if it is suppressed to protect people.",
  )
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Reason for a null value, or a caveat.")
  reason!: LocalizedTextType | null;

  @Nullable(
    () => CoverageType,
    "Expected and present parts: items with known groups, ledger entries, counted events, or parts of a larger area.",
  )
  coverage!: Coverage | null;

  @NonNull(
    () => [AreaPartType],
    "Areas from which the value was computed, with their shares; empty for other values.",
  )
  parts!: AreaPart[];
}

@Output("AggregateCell", "Values of one combination of groups.")
class AggregateCellType implements AggregateCell {
  @NonNull(() => [AggregateGroupType], "Groups of the cell, in the order of groupBy.")
  groups!: AggregateGroupType[];

  @NonNull(() => [AggregateValueType], "One value for each measure, in the order of measures.")
  values!: AggregateValue[];
}

@Output("AggregateMeasure", "Measure of an aggregate, with its total.")
class AggregateMeasureType implements AggregateMeasure {
  @NonNull(() => MeasureEnum, "The measure.")
  measure!: Measure;

  @NonNull(() => String, "Unit of the values.")
  unit!: string;

  @NonNull(() => [DimensionEnum], "Dimensions by which the measure can be grouped and filtered.")
  dimensions!: Dimension[];

  @NonNull(
    () => AggregateValueType,
    "Total of the filtered data, each item counted once; cells can sum to more. For an indicator, the value of all selected areas together.",
  )
  total!: AggregateValue;
}

@Output("AggregateSelection", "Selected groups of one dimension.")
export class AggregateSelectionType {
  @NonNull(() => DimensionEnum, "The dimension.")
  dimension!: Dimension;

  @NonNull(() => [String], "Codes of the selected groups.")
  codes!: string[];
}

@Output(
  "Aggregate",
  "Measures by grouping dimensions, with zero cells. Unknown groups have cells of their own.",
)
export class AggregateType implements Aggregate {
  @NonNull(() => [AggregateMeasureType], "Measures with their totals.")
  measures!: AggregateMeasure[];

  @NonNull(() => [DimensionEnum], "Grouping dimensions.")
  groupBy!: Dimension[];

  @NonNull(() => [AggregateSelectionType], "Groups selected by the filter.")
  filter!: AggregateSelectionType[];

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @NonNull(() => PartialDateScalar, "Date for the kinds of centres and the ledger.")
  on!: string;

  @Nullable(() => String, "Code of the requested strategy.")
  strategy!: string | null;

  @Nullable(() => String, "Label of the requested budget version; null for the newest version.")
  budgetVersion!: string | null;

  @Nullable(() => String, "Code of the requested indicator.")
  indicator!: string | null;

  @NonNull(
    () => [AggregateCellType],
    "Every known combination, including zero cells, then combinations with an unknown group.",
  )
  cells!: AggregateCell[];
}
