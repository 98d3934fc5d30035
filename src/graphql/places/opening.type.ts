import { GraphQLDateTime } from "graphql-scalars";
import type { OpeningReason, OpeningState } from "../../domain/schedule/opening-answer";
import type { PlaceInterval, PlaceNextOpening, PlaceOpening } from "../../queries/places/opening";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { OpeningReasonEnum, OpeningStateEnum } from "./opening.enum";
import { ScheduleType } from "./schedule.type";

const noteDescription = "What to know before trusting the answer; null where nothing is doubtful.";

@Output("OpeningAnswer", "Whether a place is open at a moment, why, and by which row.")
export class OpeningAnswerType implements PlaceOpening {
  @NonNull(() => GraphQLDateTime, "The moment that was asked.")
  time!: string;

  @NonNull(() => OpeningStateEnum, "Open, closed, or not known.")
  state!: OpeningState;

  @NonNull(() => OpeningReasonEnum, "Why.")
  reason!: OpeningReason;

  @Nullable(() => ScheduleType, "The row that says so; null where none does.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}

@Output(
  "OpeningInterval",
  "A stretch of time in which a place is open, or in which that is not known; in between it is closed.",
)
export class OpeningIntervalType implements Omit<PlaceInterval, "state"> {
  @NonNull(() => GraphQLDateTime, "When it begins; the asked from where it began before.")
  opens!: string;

  @NonNull(() => GraphQLDateTime, "When it ends, not included; the asked to where it ends after.")
  closes!: string;

  @NonNull(() => OpeningStateEnum, "Open or not known.")
  state!: OpeningState;

  @NonNull(() => OpeningReasonEnum, "Why.")
  reason!: OpeningReason;

  @Nullable(() => ScheduleType, "The row that says so; null where none does.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}

@Output("NextOpening", "When a place surely opens next, or why that cannot be told.")
export class NextOpeningType implements PlaceNextOpening {
  @Nullable(
    () => GraphQLDateTime,
    "The first moment at which it is surely open; null where none is found in 400 days.",
  )
  opens!: string | null;

  @NonNull(
    () => Boolean,
    "True where there is a time before it, or at all, of which it is not known whether it is open.",
  )
  mayOpenEarlier!: boolean;

  @Nullable(() => OpeningReasonEnum, "Why no opening is found; null where one is.")
  reason!: OpeningReason | null;

  @Nullable(() => ScheduleType, "The row that says so; null where none does.")
  rule!: ScheduleType | null;

  @Nullable(() => LocalizedTextType, noteDescription)
  note!: LocalizedTextType | null;
}
