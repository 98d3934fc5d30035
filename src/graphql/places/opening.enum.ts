import type { Weekday } from "../../domain/schedule/calendar-day";
import type { OpeningReason, OpeningState } from "../../domain/schedule/opening-answer";
import type { ParseConfidence, ScheduleException } from "../../domain/schedule/schedule";
import type { ScheduleTopic, UnparsedReason } from "../../domain/schedule/unparsed-text";
import { enumType } from "../kit/enum-type";

export const OpeningStateEnum = enumType<OpeningState>("OpeningState", "Whether a place is open.", {
  CLOSED: "It is closed: a source says so, or the moment is outside of the hours known for that date.",
  OPEN: "It is open: a source says so.",
  UNKNOWN: "It cannot be told; the reason says why. Never read this as closed.",
});

export const OpeningReasonEnum = enumType<OpeningReason>(
  "OpeningReason",
  "Why an answer about opening is what it is.",
  {
    CLOSURE_UNREADABLE: "Unknown: a closure is stated whose days are not certain.",
    HOLIDAY_NOT_STATED:
      "Unknown: a public holiday, and the source does not say what it does to the usual hours.",
    HOURS_DOUBTFUL:
      "Unknown: hours are stated, but there is a reason to doubt that they are those of this place; the note tells it.",
    HOURS_UNREADABLE: "Unknown: hours of that day are stated but not understood.",
    NO_HOURS: "Unknown: no usual hours are known at all.",
    NO_HOURS_FOR_DATE: "Unknown: usual hours are known, but for other dates.",
    NO_HOURS_OF_SERVICE:
      "Unknown: no source gives hours of the service at this place; the note says whether those of the house are known.",
    OUTSIDE_WEEKLY_HOURS: "Closed: outside of the usual hours of that date.",
    SPECIAL_OPENING: "Open: an exceptional opening is stated.",
    STATED_CLOSURE: "Closed: a closure is stated.",
    TEXT_UNREADABLE: "Unknown: words that may concern that date are not understood.",
    WEEKLY_HOURS: "Open: within the usual hours, and the closures are known.",
    WEEKLY_HOURS_CLOSURES_NOT_STATED:
      "Open: within the usual hours, but the source does not say when it is closed by exception.",
  },
);

export const WeekdayEnum = enumType<Weekday>("Weekday", "A day of the week, as HSDS writes it.", {
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
  "How far the source's words were understood.",
  {
    CERTAIN: "They say so.",
    REPAIRED: "They hold a slip whose meaning is beyond doubt, such as a wrong letter or separator.",
    UNKNOWN: "They are kept and nothing is guessed.",
  },
);

export const ScheduleExceptionEnum = enumType<ScheduleException>(
  "ScheduleException",
  "An exception to the usual week.",
  {
    CLOSED: "Closed although the usual week would be open.",
    OPEN: "Open although the usual week would be closed.",
  },
);

export const UnparsedReasonEnum = enumType<UnparsedReason>(
  "UnparsedReason",
  "Why words became no row of a schedule.",
  {
    NOT_STATED: "The source itself says that it does not know.",
    NOT_UNDERSTOOD: "The words are not understood.",
    PERIOD_UNREADABLE: "Hours whose period is not understood.",
  },
);

export const ScheduleTopicEnum = enumType<ScheduleTopic>(
  "ScheduleTopic",
  "What words about time are about.",
  {
    CLOSURES: "When a place is closed by exception.",
    HOURS: "When it is usually open.",
  },
);
