import { GraphQLDateTime } from "graphql-scalars";
import type { OpeningState } from "../../domain/schedule/opening-answer";
import type { ClosureInterval } from "../../domain/schedule/stated-closures";
import type { PlaceClosures } from "../../queries/places/opening";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { OpeningStateEnum } from "./opening.enum";
import { ScheduleType, UnparsedTextType } from "./schedule.type";

@Output("ClosureInterval", "A stretch of time in which a place is closed by exception.")
export class ClosureIntervalType implements Omit<ClosureInterval, "state"> {
  @NonNull(() => GraphQLDateTime, "When it begins; the asked from where it began before.")
  from!: string;

  @NonNull(() => GraphQLDateTime, "When it ends, not included; the asked to where it ends after.")
  to!: string;

  @NonNull(() => OpeningStateEnum, "CLOSED; or UNKNOWN where words of the source leave it in doubt.")
  state!: OpeningState;

  @NonNull(() => ScheduleType, "The row that says so, with the words it was read from.")
  rule!: ScheduleType;
}

@Output(
  "Closures",
  "When a place is closed by exception in a stretch of time, and whether its sources say that.",
)
export class ClosuresType implements Omit<PlaceClosures, "intervals"> {
  @NonNull(() => GraphQLDateTime, "The asked from.")
  from!: string;

  @NonNull(() => GraphQLDateTime, "The asked to.")
  to!: string;

  @NonNull(
    () => Boolean,
    "Whether a source says when it is closed by exception, be it never. False: that no closure is listed tells nothing.",
  )
  known!: boolean;

  @NonNull(() => [ClosureIntervalType], "The closures, in order; special openings are cut out of them.")
  intervals!: ClosureIntervalType[];

  @NonNull(() => [UnparsedTextType], "Words about closures that are not understood.")
  unparsed!: UnparsedTextType[];

  @Nullable(
    () => LocalizedTextType,
    "What to know before trusting the answer; null where nothing is doubtful.",
  )
  note!: LocalizedTextType | null;
}
