import type { OpeningState } from "../../domain/schedule/opening-answer";
import type { ClosureInterval } from "../../domain/schedule/stated-closures";
import type { PlaceClosures } from "../../queries/places/opening";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { DateTimeScalar } from "../kit/scalars";
import { OpeningStateEnum } from "./opening.enum";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

@Output("ClosureInterval", "Interval of an exceptional closure.")
export class ClosureIntervalType implements Omit<ClosureInterval, "state"> {
  @NonNull(() => DateTimeScalar, "Start of the interval; the requested `from` if it began earlier.")
  from!: string;

  @NonNull(() => DateTimeScalar, "End of the interval, not included; the requested `to` if it ends later.")
  to!: string;

  @NonNull(() => OpeningStateEnum, "CLOSED, or UNKNOWN if the words of the source are doubtful.")
  state!: OpeningState;

  @NonNull(() => ScheduleType, "Schedule row that states the closure, with the words of the source.")
  rule!: ScheduleType;
}

@Output("Closures", "Exceptional closures of a place in a period, and their completeness.")
export class ClosuresType implements Omit<PlaceClosures, "intervals"> {
  @NonNull(() => DateTimeScalar, "Requested start.")
  from!: string;

  @NonNull(() => DateTimeScalar, "Requested end.")
  to!: string;

  @NonNull(
    () => Boolean,
    "True if a source states the exceptional closures, including that there are none. If false, an empty list proves nothing.",
  )
  known!: boolean;

  @NonNull(() => [ClosureIntervalType], "Closures in order, without times of special opening.")
  intervals!: ClosureIntervalType[];

  @NonNull(() => [UnparsedTextType], "Statements about closures that are not understood.")
  unparsed!: UnparsedTextType[];

  @Nullable(() => LocalizedTextType, "Caveat about the answer; null if nothing is doubtful.")
  note!: LocalizedTextType | null;
}
