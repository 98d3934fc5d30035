import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { codeOf, later, optional, required, usually } from "../kit/argument";
import { cityDescription } from "../kit/city-argument";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { DimensionEnum, MeasureEnum } from "./aggregate.enum";

const AggregateFilterInput = input("AggregateFilter", "Selection of groups of one dimension.", {
  dimension: required(
    () => DimensionEnum,
    "Filtered dimension. Every measure must have it. STAGE and PERIOD are exceptions: they apply to the measures that have them.",
  ),
  codes: required(() => [String], "Codes of the selected groups, for example nil:30 or HEALTH."),
});

const AggregatePerInput = input(
  "AggregatePerInput",
  "Denominator of counts: each value becomes factor x count / people.",
  {
    indicator: required(
      codeOf("indicator"),
      "Code of an indicator that counts people, for example residents_65plus.",
    ),
    period: required(() => PartialDateScalar, "Period of the indicator, for example 2024."),
    factor: usually(
      () => Int,
      limits.aggregateFactor.usual,
      `Number of people in a ratio, ${limits.aggregateFactor.smallest} to ${limits.aggregateFactor.largest}.`,
    ),
  },
);

export const AggregateInput = input("AggregateInput", "What to count or sum, and by what.", {
  measures: required(() => [MeasureEnum], "Measures."),
  groupBy: required(() => [DimensionEnum], "Grouping dimensions; none for totals only."),
  filter: usually(() => [AggregateFilterInput], [], "Selected groups; each dimension at most once."),
  per: optional(() => AggregatePerInput, "Makes ratios of CENTRES and SERVICES; plain counts when absent."),
  level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Level of the areas."),
  city: optional(
    codeOf("area", later),
    `${cityDescription} Money and participations always cover the whole strategy.`,
  ),
  on: optional(() => PartialDateScalar, "Date for kinds of centres and the ledger; today when absent."),
  strategy: optional(codeOf("strategy"), "Code of the strategy, for EXPENDITURE, PARTICIPANTS and PLAN."),
  budgetVersion: optional(() => String, "Label of a budget version, for PLAN; the newest when absent."),
  indicator: optional(codeOf("indicator"), "Code of the indicator, for OBSERVATION."),
});
