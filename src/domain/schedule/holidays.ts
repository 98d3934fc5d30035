import { addDays, type CalendarDay } from "./calendar-day";
import { easterSunday } from "./easter";

interface HolidayName {
  /** Stable key, for example `it:ferragosto`. */
  readonly code: string;
  readonly name: { readonly it: string; readonly en: string };
  /** First year of the holiday; `null` if it is older than the hub's data. */
  readonly sinceYear: number | null;
}

/**
 * The date of a public holiday: a fixed day of a month, or a number of days after Easter Sunday (before it: negative).
 */
export type Holiday = HolidayName &
  (
    | { readonly kind: "FIXED"; readonly month: number; readonly day: number }
    | { readonly kind: "EASTER"; readonly offsetDays: number }
  );

/** The holiday on a day, the first of the list if there are two; `null` on any other day. */
export const holidayOn = (holidays: readonly Holiday[], day: CalendarDay): Holiday | null =>
  holidays.find((holiday) => fallsOn(holiday, day)) ?? null;

function fallsOn(holiday: Holiday, day: CalendarDay): boolean {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  if (holiday.sinceYear !== null && year! < holiday.sinceYear) return false;
  return holiday.kind === "FIXED"
    ? holiday.month === month && holiday.day === dayOfMonth
    : addDays(easterSunday(year!), holiday.offsetDays) === day;
}
