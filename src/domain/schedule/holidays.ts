import * as z from "zod";
import { group } from "../kit/field";
import { checks } from "../kit/messages/en/checks";
import { addDays, type CalendarDay } from "./calendar-day";
import { easterSunday } from "./easter";

const named = {
  /** Stable key, for example `it:ferragosto`. */
  code: z.string(),
  name: group({ it: z.string(), en: z.string() }),
  /** First year of the holiday; `null` if it is older than the hub's data. */
  sinceYear: z.number().nullable(),
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
