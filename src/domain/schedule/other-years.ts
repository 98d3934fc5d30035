import { addDays, type CalendarDay, calendarDay, isWithinPeriod } from "./calendar-day";
import type { Schedule } from "./schedule";

const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));

/** The same day of another year; 28 February for 29 February if that year has none. */
const inYear = (day: CalendarDay, year: number): CalendarDay =>
  calendarDay(year, Number(day.slice(5, 7)), Number(day.slice(8))) ?? `${year}-02-28`;

/**
 * Whether a day is one of the row's days in another year than the one assumed for it: "chiuso in agosto" in data of 2025,
 * asked about August 2026. It may hold each year or only in that one.
 */
export function isOfOtherYear(row: Schedule, day: CalendarDay): boolean {
  const { assumedYear, validFrom, validTo } = row;
  if (!assumedYear || validFrom === null || validTo === null || isWithinPeriod(row, day)) return false;
  const [from, at, to] = [ofYear(validFrom), ofYear(day), ofYear(validTo)];
  return yearOf(validFrom) === yearOf(validTo) ? from <= at && at <= to : from <= at || at <= to;
}

/** `MM-DD`, with 28 February for 29. */
const ofYear = (day: CalendarDay): string => (day.endsWith("02-29") ? "02-28" : day.slice(5));

/** Whether the source's closures are known for the year of a day: dates without a year are known for one year only. */
export const isOfAssumedYear = ({ assumedYear, validFrom, validTo }: Schedule, day: CalendarDay): boolean =>
  !assumedYear || [validFrom, validTo].some((end) => end !== null && yearOf(end) === yearOf(day));

/** The row in each other year that an interval of days touches. */
export function inOtherYears(row: Schedule, from: CalendarDay, to: CalendarDay): Schedule[] {
  const { assumedYear, validFrom, validTo } = row;
  if (!assumedYear || validFrom === null || validTo === null) return [];
  const [first, last] = [yearOf(addDays(from, -1)) - 1, yearOf(to) + 1];
  const length = yearOf(validTo) - yearOf(validFrom);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((year) => year !== yearOf(validFrom))
    .map((year) => ({ ...row, validFrom: inYear(validFrom, year), validTo: inYear(validTo, year + length) }));
}
