import { limits } from "../../domain/kit/limits";
import type { ClosureInterval } from "../../domain/schedule/stated-closures";
import type { PlaceClosures } from "../../queries/places/opening";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { OpeningStateEnum } from "./opening.enum";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

const ClosureIntervalType = output<ClosureInterval>(
  "ClosureInterval",
  "Interval of an exceptional closure.",
  {
    from: nonNull(() => DateTimeScalar, "Start of the interval; the requested `from` if it began earlier."),
    to: nonNull(
      () => DateTimeScalar,
      "End of the interval, not included; the requested `to` if it ends later.",
    ),
    state: nonNull(() => OpeningStateEnum, "CLOSED, or UNKNOWN if the words of the source are doubtful."),
    rule: nonNull(() => ScheduleType, "Schedule row that states the closure, with the words of the source."),
  },
);

export const ClosuresType = output<PlaceClosures>(
  "Closures",
  "Exceptional closures of a place in a period, and their completeness.",
  {
    from: nonNull(() => DateTimeScalar, "Requested start."),
    to: nonNull(() => DateTimeScalar, "Requested end."),
    known: nonNull(
      () => Boolean,
      "True if a source states the exceptional closures, including that there are none. If false, an empty list proves nothing.",
    ),
    intervals: nonNull(
      () => [ClosureIntervalType],
      "Closures in order, without times of special opening.",
      limits.intervals,
    ),
    unparsed: nonNull(() => [UnparsedTextType], "Statements about closures that are not understood."),
    note: nullable(() => LocalizedTextType, "Caveat about the answer; null if nothing is doubtful."),
  },
);
