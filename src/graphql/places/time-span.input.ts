import { Input, NonNull } from "../kit/decorators";
import { DateTimeScalar } from "../kit/scalars";

@Input("TimeSpan", "Period of time.")
export class TimeSpanInput {
  @NonNull(() => DateTimeScalar, "Start of the period.")
  from!: Date;

  @NonNull(() => DateTimeScalar, "End of the period, not included, at most 92 days after the start.")
  to!: Date;
}
