import type { Weekday } from "../../domain/schedule/calendar-day";
import type { OpeningReason, OpeningState } from "../../domain/schedule/opening-answer";
import type {
  ParseConfidence,
  ScheduleException,
  ScheduleTopic,
  UnparsedReason,
} from "../../domain/schedule/schedule";
import { enumType } from "../kit/enum-type";

export const OpeningStateEnum = enumType<OpeningState>("OpeningState", "Opening state of a place.", {
  CLOSED: "Closed: a source states it, or the moment is outside the known hours of that date.",
  OPEN: "Open: a source states it.",
  UNKNOWN: "Unknown; see the reason. Unknown does not mean closed.",
});

export const OpeningReasonEnum = enumType<OpeningReason>(
  "OpeningReason",
  "Reason for an answer about opening.",
  {
    CLOSURE_UNREADABLE: "Unknown: a stated closure has uncertain dates.",
    HOLIDAY_NOT_STATED:
      "Unknown: a public holiday, and the source does not state its effect on the usual hours.",
    HOURS_DOUBTFUL: "Unknown: the stated hours may not be those of this place; see the note.",
    HOURS_UNREADABLE: "Unknown: the stated hours of that day are not understood.",
    NO_HOURS: "Unknown: no usual hours are known.",
    NO_HOURS_FOR_DATE: "Unknown: usual hours are known only for other dates.",
    NO_HOURS_OF_SERVICE:
      "Unknown: no source states hours of the service at this place. The note says if the hours of the centre are known.",
    OUTSIDE_WEEKLY_HOURS: "Closed: outside the usual hours of that date.",
    SPECIAL_OPENING: "Open: an exceptional opening is stated.",
    STATED_CLOSURE: "Closed: a closure is stated.",
    TEXT_UNREADABLE: "Unknown: a statement that may concern that date is not understood.",
    WEEKLY_HOURS: "Open: within the usual hours, and closures are known.",
    WEEKLY_HOURS_CLOSURES_NOT_STATED:
      "Open: within the usual hours, but the source does not state exceptional closures.",
  },
);

export const WeekdayEnum = enumType<Weekday>("Weekday", "Day of the week in the notation of HSDS.", {
  MO: "Monday.",
  TU: "Tuesday.",
  WE: "Wednesday.",
  TH: "Thursday.",
  FR: "Friday.",
  SA: "Saturday.",
  SU: "Sunday.",
});

export const ParseConfidenceEnum = enumType<ParseConfidence>(
  "ParseConfidence",
  "Confidence in the reading of the source's words.",
  {
    CERTAIN: "The words are clear.",
    REPAIRED: "The words contain an obvious slip, such as a wrong letter or separator.",
    UNKNOWN: "The words are kept without a guess.",
  },
);

export const ScheduleExceptionEnum = enumType<ScheduleException>(
  "ScheduleException",
  "Exception to the usual week.",
  {
    CLOSED: "Closed in spite of usual opening.",
    OPEN: "Open in spite of usual closing.",
  },
);

export const UnparsedReasonEnum = enumType<UnparsedReason>(
  "UnparsedReason",
  "Reason why a statement is not in the schedule.",
  {
    NOT_STATED: "The source states that it does not know.",
    NOT_UNDERSTOOD: "The words are not understood.",
    OTHER_SUBJECT: "The words are about something else, such as the hours of a telephone line.",
    PERIOD_UNREADABLE: "The period of the hours is not understood.",
    PUBLIC_HOLIDAYS:
      "Understood: closed on public holidays, which no row of a week can hold. Answers respect it.",
    REPLACED: "Understood: other hours of the same text replace these on all their days.",
  },
);

export const ScheduleTopicEnum = enumType<ScheduleTopic>(
  "ScheduleTopic",
  "Subject of a statement about time.",
  {
    CLOSURES: "Exceptional closures.",
    HOURS: "Usual opening hours.",
  },
);
