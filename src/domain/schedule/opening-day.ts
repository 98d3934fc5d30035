import { addDays, type CalendarDay, isWithinPeriod, weekdayOf } from "./calendar-day";
import { holidayOn } from "./holidays";
import { spanOn, startOfDay } from "./local-time";
import type { OpeningOptions, OpeningRules } from "./opening-answer";
import { isOfAssumedYear, isOfOtherYear } from "./other-years";
import { isDoubt, type Schedule } from "./schedule";

/** A row on one day: from a moment (milliseconds since 1970) to before another. */
export interface Occurrence {
  readonly startMs: number;
  readonly endMs: number;
  readonly rule: Schedule;
}

/** The rules of one day; spans over midnight belong to the day on which they begin. */
export interface OpeningDay {
  readonly startMs: number;
  readonly endMs: number;
  readonly weekly: readonly Occurrence[];
  readonly special: readonly Occurrence[];
  /** Stated closures of hours of the day. */
  readonly closures: readonly Occurrence[];
  /** A stated closure of the whole day. */
  readonly closedAllDay: Schedule | null;
  /** Rows of that day that cannot be parsed. */
  readonly unread: {
    readonly weekly: Schedule | null;
    readonly special: Schedule | null;
    readonly closure: Schedule | null;
  };
  /** Whether unparsed text may concern the day. */
  readonly unparsed: { readonly hours: boolean; readonly closures: boolean };
  /** Rows of these days of another year, whose year the source does not write: they may hold on this day too. */
  readonly otherYear: { readonly hours: Schedule | null; readonly closure: Schedule | null };
  readonly isHoliday: boolean;
  /** A public holiday, on which the source says that it is closed. */
  readonly isClosedHoliday: boolean;
  /** Whether a source states the exceptional closures of the year. */
  readonly closuresKnown: boolean;
  /** Whether the day lies within the validity of usual hours, on any day of the week. */
  readonly hasWeeklyHours: boolean;
}

export function openingDay(rules: OpeningRules, date: CalendarDay, options: OpeningOptions): OpeningDay {
  const { timezone, holidays } = options;
  const valid = rules.schedules.filter((row) => isWithinPeriod(row, date));
  const ofDay = valid.filter((row) => row.byday.includes(weekdayOf(date)));
  const understood = ofDay.filter((row) => row.parseConfidence !== "UNKNOWN");
  const unread = ofDay.filter((row) => row.parseConfidence === "UNKNOWN");
  const occurrences = (exception: Schedule["isException"]): Occurrence[] =>
    understood
      .filter((row) => row.isException === exception)
      .flatMap((rule) => {
        const { opensAt, closesAt } = rule;
        return opensAt === null || closesAt === null
          ? []
          : [{ ...spanOn(date, { opensAt, closesAt }, timezone), rule }];
      });
  const firstUnread = (exception: Schedule["isException"]): Schedule | null =>
    unread.find((row) => row.isException === exception) ?? null;
  const pieces = rules.unparsed.filter((piece) => isWithinPeriod(piece, date));
  const doubts = pieces.filter(isDoubt);
  const otherYear = rules.schedules.filter((row) => isOfOtherYear(row, date));
  const isHoliday = holidayOn(holidays, date) !== null;
  return {
    startMs: startOfDay(date, timezone),
    endMs: startOfDay(addDays(date, 1), timezone),
    weekly: occurrences(null),
    special: occurrences("OPEN"),
    closures: occurrences("CLOSED"),
    closedAllDay: understood.find((row) => row.isException === "CLOSED" && row.opensAt === null) ?? null,
    unread: { weekly: firstUnread(null), special: firstUnread("OPEN"), closure: firstUnread("CLOSED") },
    unparsed: {
      hours: doubts.some(({ about }) => about === "HOURS"),
      closures: doubts.some(({ about }) => about === "CLOSURES"),
    },
    otherYear: {
      hours: otherYear.find((row) => row.isException === null) ?? null,
      closure: otherYear.find((row) => row.isException === "CLOSED") ?? null,
    },
    isHoliday,
    isClosedHoliday: isHoliday && pieces.some(({ reason }) => reason === "PUBLIC_HOLIDAYS"),
    closuresKnown:
      rules.closuresKnown &&
      rules.schedules.every((row) => row.isException !== "CLOSED" || isOfAssumedYear(row, date)),
    hasWeeklyHours: valid.some((row) => row.isException === null),
  };
}

export const covers = ({ startMs, endMs }: Pick<Occurrence, "startMs" | "endMs">, moment: number): boolean =>
  startMs <= moment && moment < endMs;
