import type { OpeningReason, OpeningState } from "../../domain/schedule/opening-answer";
import type { PlaceInterval, PlaceNextOpening, PlaceOpening } from "../../queries/places/opening";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { DateTimeScalar } from "../kit/scalars";
import { OpeningReasonEnum, OpeningStateEnum } from "./opening.enum";
import { ScheduleType } from "./schedule.type";

const noteDescription = "Caveat about the answer; null if nothing is doubtful.";

@Output("OpeningAnswer", "Opening state of a place at a moment, with reason and supporting schedule row.")
export class OpeningAnswerType implements PlaceOpening {
  @NonNull(() => DateTimeScalar, "Requested moment.")
  time!: string;

  @NonNull(() => OpeningStateEnum, "Opening state: open, closed or unknown.")
  state!: OpeningState;

  @NonNull(() => OpeningReasonEnum, "Reason code.")
  reason!: OpeningReason;

  @Nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}

@Output(
  "OpeningInterval",
  "Interval in which a place is open or its state is unknown. The place is closed between intervals.",
)
export class OpeningIntervalType implements Omit<PlaceInterval, "state"> {
  @NonNull(() => DateTimeScalar, "Start of the interval; the requested `from` if it began earlier.")
  opens!: string;

  @NonNull(() => DateTimeScalar, "End of the interval, not included; the requested `to` if it ends later.")
  closes!: string;

  @NonNull(() => OpeningStateEnum, "Opening state: open or unknown.")
  state!: OpeningState;

  @NonNull(() => OpeningReasonEnum, "Reason code.")
  reason!: OpeningReason;

  @Nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}

@Output("NextOpening", "Next certain opening of a place, or the reason why it is unknown.")
export class NextOpeningType implements PlaceNextOpening {
  @Nullable(() => DateTimeScalar, "First moment of certain opening; null if there is none within 400 days.")
  opens!: string | null;

  @NonNull(
    () => Boolean,
    "True if the opening state is unknown for some earlier time, or for some time at all if no opening is found.",
  )
  mayOpenEarlier!: boolean;

  @Nullable(() => OpeningReasonEnum, "Reason why no opening is found; null for a found opening.")
  reason!: OpeningReason | null;

  @Nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}
