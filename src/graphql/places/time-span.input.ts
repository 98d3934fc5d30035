import { GraphQLDateTime } from "graphql-scalars";
import { Input, NonNull } from "../kit/decorators";

@Input("TimeSpan", "A stretch of time.")
export class TimeSpanInput {
  @NonNull(() => GraphQLDateTime, "From this moment on.")
  from!: Date;

  @NonNull(() => GraphQLDateTime, "To before this moment, at most 92 days later.")
  to!: Date;
}
