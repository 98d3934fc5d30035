import { required } from "../kit/argument";
import { input } from "../kit/input";
import { DateTimeScalar } from "../kit/scalars";

export const TimeSpanInput = input("TimeSpan", "Period of time.", {
  from: required(() => DateTimeScalar, "Start of the period."),
  to: required(() => DateTimeScalar, "End of the period, not included, at most 92 days after the start."),
});
