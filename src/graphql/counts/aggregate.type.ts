import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type {
  Aggregate,
  AggregateCell,
  AggregateGroup,
  AggregateMeasure,
  AggregateValue,
} from "../../queries/counts/make-aggregate";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType, ObservationStatusEnum } from "../indicators/observation.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { UnitType } from "../kit/unit.type";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";
import { AreaPartType } from "./area-part.type";

const dimensions = Object.keys(DimensionEnum).length;
const measures = limits.aggregateMeasures.largest;

export const AggregateGroupType = output<AggregateGroup>(
  "AggregateGroup",
  "Group of a cell in one dimension.",
  {
    dimension: nonNull(() => DimensionEnum, "The dimension."),
    code: nullable(() => String, "Code of the group; null if unknown."),
    name: nullable(
      () => LocalizedTextType,
      "Name of the group; its code if it has no name. Null if unknown.",
    ),
  },
);

export const AggregateValueType = sourced<AggregateValue, "sourceCodes">(
  "AggregateValue",
  "Value of one measure in one cell.",
  {
    measure: nonNull(() => MeasureEnum, "The measure."),
    value: nullable(
      () => Float,
      "The value; 0 for a zero cell. Null if it is missing, suppressed or must not be summed.",
    ),
    numerator: nullable(
      () => Float,
      "Numerator of a ratio: with `per`, the number of items. Null for a count or an amount.",
    ),
    denominator: nullable(
      () => Float,
      "Denominator of a ratio: with `per`, the people of the area. Null if unknown, and for a count or an amount.",
    ),
    ofUnknownStatus: nullable(
      () => Int,
      "Number of items whose current status no source states: they may be closed. The value counts them only if the request groups or filters by STATUS. Null for other measures.",
    ),
    isUnstable: nonNull(
      () => Boolean,
      "True for a ratio to fewer than 50 people: one more item changes it much.",
    ),
    status: nonNull(
      () => ObservationStatusEnum,
      "Status of the value; CONFIDENTIAL if it is suppressed to protect people. A ratio has that of its denominator.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason for a null value, or a caveat."),
    coverage: nullable(
      () => CoverageType,
      "Expected and present parts: items with known groups, ledger entries, counted events, or areas of a denominator.",
    ),
    parts: nonNull(
      () => [AreaPartType],
      "Areas from which the value, or its denominator, was computed, with their shares; empty for other values.",
      limits.mapAreas,
    ),
  },
);

const AggregateCellType = output<AggregateCell>("AggregateCell", "Values of one combination of groups.", {
  groups: nonNull(() => [AggregateGroupType], "Groups of the cell, in the order of groupBy.", dimensions),
  values: nonNull(
    () => [AggregateValueType],
    "One value for each measure, in the order of measures.",
    measures,
  ),
});

const AggregateMeasureType = output<AggregateMeasure>(
  "AggregateMeasure",
  "Measure of an aggregate, with its total.",
  {
    measure: nonNull(() => MeasureEnum, "The measure."),
    unit: nonNull(() => UnitType, "Unit of the values."),
    dimensions: nonNull(
      () => [DimensionEnum],
      "Dimensions by which the measure can be grouped and filtered.",
    ),
    total: nonNull(
      () => AggregateValueType,
      "Total of the filtered data, each item counted once; cells can sum to more. For an indicator, the value of all selected areas together.",
    ),
  },
);

const AggregateSelectionType = output<Aggregate["filter"][number]>(
  "AggregateSelection",
  "Selected groups of one dimension.",
  {
    dimension: nonNull(() => DimensionEnum, "The dimension."),
    codes: nonNull(() => [String], "Codes of the selected groups.", limits.totalCells),
  },
);

const AggregatePerType = output<NonNullable<Aggregate["per"]>, "of">(
  "AggregatePer",
  "People of the denominators of ratios.",
  {
    indicator: nonNull(() => IndicatorDefinitionType, "Indicator that counts the people."),
    period: nonNull(() => PartialDateScalar, "Period of the indicator."),
    factor: nonNull(() => Int, "Number of people in a ratio, for example 1,000."),
    coverage: nonNull(() => CoverageType, "Number of areas, and of those with a known number of people."),
  },
);

export const AggregateType = output<Aggregate>(
  "Aggregate",
  "Measures by grouping dimensions, with zero cells. Unknown groups have cells of their own.",
  {
    measures: nonNull(() => [AggregateMeasureType], "Measures with their totals.", measures),
    groupBy: nonNull(() => [DimensionEnum], "Grouping dimensions."),
    filter: nonNull(() => [AggregateSelectionType], "Groups selected by the filter.", dimensions),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    city: nullable(() => String, "Code of the requested city; null for the whole hub."),
    on: nonNull(() => PartialDateScalar, "Date for the kinds of centres and the ledger."),
    strategy: nullable(() => String, "Code of the requested strategy."),
    budgetVersion: nullable(
      () => String,
      "Label of the requested budget version; null for the newest version.",
    ),
    indicator: nullable(() => String, "Code of the requested indicator."),
    per: nullable(() => AggregatePerType, "People of the denominators; null for plain counts."),
    cells: nonNull(
      () => [AggregateCellType],
      "Every known combination, including zero cells, then combinations with an unknown group.",
      limits.totalCells,
    ),
  },
);
