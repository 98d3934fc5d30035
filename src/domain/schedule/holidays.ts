import * as z from "zod";
import { group } from "../kit/field";
import { checks } from "../kit/messages/en/checks";
import { addDays, type CalendarDay } from "./calendar-day";

const named = {
  /** Stable key, for example `it:ferragosto`. */
  code: z.string(),
  name: group({ it: z.string(), en: z.string() }),
  /** First year of the holiday; `null` if it is older than the hub's data. */
  sinceYear: z.number().nullable().default(null),
};
const upTo = (most: number) =>
  z.int(checks.fixedHoliday).gte(1, checks.fixedHoliday).lte(most, checks.fixedHoliday);

export const holiday = z.discriminatedUnion("kind", [
  group({ ...named, kind: z.literal("FIXED"), month: upTo(12), day: upTo(31) }),
  group({ ...named, kind: z.literal("EASTER"), offsetDays: z.number() }),
]);

/**
 * The date of a public holiday: a fixed day of a month, or a number of days after Easter Sunday (before it: negative).
 */
export type Holiday = z.output<typeof holiday>;

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

/**
 * Easter Sunday of the Gregorian calendar, for the years 1583 to 9999: 2026 gives `2026-04-05`.
 *
 * "Anonymous Gregorian algorithm" (Nature 13, 1876, p. 487; Meeus, "Astronomical Algorithms", 1991, chapter 8),
 * with its letters.
 */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}
