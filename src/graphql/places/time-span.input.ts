import { GraphQLDateTime } from "graphql-scalars";
import { Input, NonNull } from "../kit/decorators";

@Input("TimeSpan", "Period of time.")
export class TimeSpanInput {
  @NonNull(() => GraphQLDateTime, "Start of the period.")
  from!: Date;

  @NonNull(() => GraphQLDateTime, "End of the period, not included, at most 92 days after the start.")
  to!: Date;
}
