/** Days of the week in the codes of iCalendar and HSDS, in the order of ISO 8601. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** A full ISO 8601 date: `2026-06-01`. A day of the calendar, not a moment: it has no zone. */
export type CalendarDay = string;

export const dayMs = 86_400_000;

const atMidnightUtc = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(atMidnightUtc(day) + days * dayMs).toISOString().slice(0, 10);

/** From one day or instant to another, including fractions of a day. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** `2026-06-01` is a Monday: `MO`. */
export const weekdayOf = (day: CalendarDay): Weekday =>
  weekdays[(new Date(atMidnightUtc(day)).getUTCDay() + 6) % 7]!;

/** The day with that year (four digits), month (1 to 12) and day of the month; `null` if the calendar has none. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** Whether a day lies in a period, including both ends; an end that is `null` is unknown and excludes nothing. */
export const isWithinPeriod = (
  { validFrom, validTo }: { readonly validFrom: CalendarDay | null; readonly validTo: CalendarDay | null },
  day: CalendarDay,
): boolean => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
