import { required } from "../kit/argument";
import { input } from "../kit/input";
import { DimensionEnum } from "./aggregate.enum";

export const AggregateFilterInput = input("AggregateFilter", "Selection of groups of one dimension.", {
  dimension: required(
    () => DimensionEnum,
    "Filtered dimension. Every measure must have it. STAGE and PERIOD are exceptions: they apply to the measures that have them.",
  ),
  codes: required(() => [String], "Codes of the selected groups, for example nil:30 or HEALTH."),
});
