import * as z from "zod";
import { isInOrder, isPartialDate } from "../kit/dates";
import { choice, optional, text } from "../kit/field";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, type RecordOf } from "../kit/record";
import { weekdays } from "./calendar-day";
import { isTimezone } from "./local-time";

/**
 * The certainty of a parsed text. CERTAIN: the text states it. REPAIRED: it has a typing error (a wrong letter or
 * separator, a missing "to") whose meaning is beyond doubt; a repair never invents a digit. UNKNOWN: the text is kept
 * and nothing is guessed.
 */
const parseConfidences = ["CERTAIN", "REPAIRED", "UNKNOWN"] as const;
export type ParseConfidence = (typeof parseConfidences)[number];

const scheduleExceptions = ["OPEN", "CLOSED"] as const;
export type ScheduleException = (typeof scheduleExceptions)[number];

const wallTime = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, checks.wallTime);
const fullDay = () => z.string().refine((day) => isPartialDate(day) && day.length === 10, checks.fullDay);
export const timezone = () => z.string().refine(isTimezone, checks.timezone);

export const scheduleRecord = defineRecord(
  "Schedule",
  {
    /** First day of the row's validity; `null` if no source states it. */
    validFrom: optional(fullDay()),
    /** Last day of the row's validity, included; `null` if no source states it. */
    validTo: optional(fullDay()),
    freq: z.literal("WEEKLY"),
    /** In the order of the week, each day once. A span over midnight belongs to the day on which it begins. */
    byday: z
      .array(z.enum(weekdays))
      .readonly()
      .refine((days) => days.length > 0 && isInOrderOfWeek(days), checks.weekdays),
    /** Local time `HH:MM`, `00:00` to `23:59`; `null` if not known, and in a closure of the whole day. */
    opensAt: optional(wallTime()),
    /** Local time, not included in the span. Earlier than or equal to `opensAt`: on the next day. */
    closesAt: optional(wallTime()),
    /** IANA name of the zone of the local times, for example `Europe/Rome`. */
    timezone: timezone(),
    /** `null` for the usual week; otherwise an exception to it. */
    isException: optional(choice(scheduleExceptions)),
    /** The source's text of the row. */
    rawText: text(),
    parseConfidence: choice(parseConfidences),
  },
  ({ validFrom, validTo, opensAt, closesAt, isException, parseConfidence }, check) => {
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder);
    check((opensAt === null) === (closesAt === null), "closesAt", (text) => text.twoTimes);
    const isTimeless = opensAt === null && closesAt === null;
    const isUnknown = parseConfidence === "UNKNOWN";
    check(!isUnknown || isTimeless, "opensAt", (text) => text.unreadableTimes);
    check(isUnknown || !isTimeless || isException === "CLOSED", "opensAt", (text) => text.openingTimes);
  },
  ({ rawText }) => rawText,
);

/**
 * One row of the opening hours or closures of a place, in the terms of HSDS (schedule); two spans of a day are two
 * rows.
 */
export interface Schedule extends RecordOf<typeof scheduleRecord> {}

export const createSchedule = scheduleRecord.create;

function isInOrderOfWeek(days: readonly string[]): boolean {
  const inOrder = weekdays.filter((day) => days.includes(day));
  return inOrder.length === days.length && inOrder.every((day, i) => day === days[i]);
}
