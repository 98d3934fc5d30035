import type { Dimension } from "../../domain/counts/aggregate-rules";
import { Input, NonNull } from "../kit/decorators";
import { DimensionEnum } from "./aggregate.enum";

@Input("AggregateFilter", "Selection of groups of one dimension.")
export class AggregateFilterInput {
  @NonNull(
    () => DimensionEnum,
    "Filtered dimension. Every measure must have it. STAGE and PERIOD are exceptions: they apply to the measures that have them.",
  )
  dimension!: Dimension;

  @NonNull(() => [String], "Codes of the selected groups, for example nil:30 or HEALTH.")
  codes!: string[];
}
