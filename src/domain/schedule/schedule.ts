import * as z from "zod";
import { isInOrder, isPartialDate } from "../kit/dates";
import { choice, group, optional, text } from "../kit/field";
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
    /**
     * The year of the row's dates if the source writes none: that of its data. In another year the row is not certain,
     * and answers for the same days are unknown. Absent if the source writes the year, or no dates.
     */
    assumedYear: z.int().optional(),
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

/** Why a piece of text became no schedule row. */
const unparsedReasons = [
  /** The words cannot be parsed. */
  "NOT_UNDERSTOOD",
  /** The source itself states that it does not know. */
  "NOT_STATED",
  /** The words are about something else, such as a telephone line. */
  "OTHER_SUBJECT",
  /** Hours with an unparsed period: their days are unknown. */
  "PERIOD_UNREADABLE",
  /** Understood: closed on public holidays, which no weekly row can hold. */
  "PUBLIC_HOLIDAYS",
  /** Understood: other hours of the text replace these on all their days. */
  "REPLACED",
] as const;
export type UnparsedReason = (typeof unparsedReasons)[number];

/** The topic of a text, and therefore the answers that it makes doubtful while unparsed. */
const scheduleTopics = ["CLOSURES", "HOURS"] as const;
export type ScheduleTopic = (typeof scheduleTopics)[number];

export const unparsedText = group({
  /** Verbatim. */
  text: z.string(),
  reason: choice(unparsedReasons),
  about: choice(scheduleTopics),
  /** First day that it can concern; `null` if unknown. */
  validFrom: optional(z.string()),
  /** Last day that it can concern, included; `null` if unknown. */
  validTo: optional(z.string()),
});

/** A piece of the source's text that became no row: it is kept, and makes unknown what it may concern if it is a doubt. */
export type UnparsedText = z.output<typeof unparsedText>;

/** Whether a piece of text makes answers unknown. */
export const isDoubt = ({ reason }: UnparsedText): boolean =>
  reason !== "NOT_STATED" && reason !== "PUBLIC_HOLIDAYS" && reason !== "REPLACED";
