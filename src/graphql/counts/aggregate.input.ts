import type { Dimension } from "../../domain/counts/aggregate-rules";
import { Input, NonNull } from "../kit/decorators";
import { DimensionEnum } from "./aggregate.enum";

@Input("AggregateFilter", "Which groups of a dimension are kept.")
export class AggregateFilterInput {
  @NonNull(
    () => DimensionEnum,
    "The dimension. Every measure must have it, but for STAGE and PERIOD, which choose for the measure that has them.",
  )
  dimension!: Dimension;

  @NonNull(() => [String], "Codes of the groups that are kept, for example nil:30 or HEALTH.")
  codes!: string[];
}
