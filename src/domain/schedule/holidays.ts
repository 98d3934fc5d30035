import { addDays, type CalendarDay, calendarDay } from "./calendar-day";
import { easterSunday } from "./easter";

interface HolidayName {
  /** Stable key, for example `it:ferragosto`. */
  readonly code: string;
  readonly name: { readonly it: string; readonly en: string };
  /** First year in which it was kept; `null` where it is older than the hub's data. */
  readonly sinceYear: number | null;
}

/** When a public holiday falls: on a fixed day of a month, or so many days after Easter Sunday (before it: negative). */
export type Holiday = HolidayName &
  (
    | { readonly kind: "FIXED"; readonly month: number; readonly day: number }
    | { readonly kind: "EASTER"; readonly offsetDays: number }
  );

/** The holiday that falls on a day, the first of the list where two do; `null` on any other day. */
export const holidayOn = (holidays: readonly Holiday[], day: CalendarDay): Holiday | null =>
  holidays.find((holiday) => dayOf(holiday, Number(day.slice(0, 4))) === day) ?? null;

/** The day of a year on which a holiday falls; `null` where it was not kept in that year or the year lacks the day. */
export function dayOf(holiday: Holiday, year: number): CalendarDay | null {
  if (holiday.sinceYear !== null && year < holiday.sinceYear) return null;
  return holiday.kind === "FIXED"
    ? calendarDay(year, holiday.month, holiday.day)
    : addDays(easterSunday(year), holiday.offsetDays);
}
