import type { PlaceInterval, PlaceNextOpening, PlaceOpening } from "../../queries/places/opening";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { OpeningReasonEnum, OpeningStateEnum } from "./opening.enum";
import { ScheduleType } from "./schedule.type";

const noteDescription = "Caveat about the answer; null if nothing is doubtful.";

export const OpeningAnswerType = output<PlaceOpening>(
  "OpeningAnswer",
  "Opening state of a place at a moment, with reason and supporting schedule row.",
  {
    at: nonNull(() => DateTimeScalar, "Requested moment."),
    state: nonNull(() => OpeningStateEnum, "Opening state: open, closed or unknown."),
    reason: nonNull(() => OpeningReasonEnum, "Reason code."),
    rule: nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none."),
    note: nullable(() => LocalizedTextType, noteDescription),
  },
);

export const OpeningIntervalType = output<PlaceInterval>(
  "OpeningInterval",
  "Interval in which a place is open or its state is unknown. The place is closed between intervals.",
  {
    opens: nonNull(() => DateTimeScalar, "Start of the interval; the requested `from` if it began earlier."),
    closes: nonNull(
      () => DateTimeScalar,
      "End of the interval, not included; the requested `to` if it ends later.",
    ),
    state: nonNull(() => OpeningStateEnum, "Opening state: open or unknown."),
    reason: nonNull(() => OpeningReasonEnum, "Reason code."),
    rule: nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none."),
    note: nullable(() => LocalizedTextType, noteDescription),
  },
);

export const NextOpeningType = output<PlaceNextOpening>(
  "NextOpening",
  "Next certain opening of a place, or the reason why it is unknown.",
  {
    opens: nullable(
      () => DateTimeScalar,
      "First moment of certain opening; null if there is none within 400 days.",
    ),
    mayOpenEarlier: nonNull(
      () => Boolean,
      "True if the opening state is unknown for some earlier time, or for some time at all if no opening is found.",
    ),
    reason: nullable(() => OpeningReasonEnum, "Reason why no opening is found; null for a found opening."),
    rule: nullable(() => ScheduleType, "Schedule row that supports the answer; null if there is none."),
    note: nullable(() => LocalizedTextType, noteDescription),
  },
);
