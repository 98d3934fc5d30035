import { isPartialDate } from "../../domain/kit/dates";
import { type Weekday, weekdays } from "../../domain/schedule/calendar-day";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { createSchedule, type Schedule, type UnparsedText } from "../../domain/schedule/schedule";
import { finding } from "../kit/problem";
import type { HsdsIndex } from "./index-of";
import type { HsdsOptions } from "./options";
import { type HsdsRow, textOf } from "./tables";

export interface HsdsHours {
  /** The text of the rows, one per line; `null` without rows. */
  readonly openingHoursText: string | null;
  readonly openingRules: OpeningRules | null;
}

/**
 * Hours of HSDS are recurrence rules (RFC 5545). The hub supports weekly ones: days of the week, first and last day,
 * opening and closing time. Other recurrences are kept as text and make answers unknown; nothing is dropped to fit.
 */
export function hoursOfRows(rows: readonly HsdsRow[], { options, report }: HsdsIndex): HsdsHours {
  if (rows.length === 0) return { openingHoursText: null, openingRules: null };
  const [schedules, unparsed]: [Schedule[], UnparsedText[]] = [[], []];
  for (const row of rows) {
    const schedule = scheduleOf(row, options);
    if (schedule !== null) {
      schedules.push(schedule);
      continue;
    }
    unparsed.push(unparsedOf(row));
    report(row, "WARNING", notWeekly, "schedule", wordsOf(row));
  }
  return {
    openingHoursText: rows.map(wordsOf).join("\n"),
    // HSDS states exceptions by further rows; their absence has no meaning.
    openingRules: { schedules, unparsed, closuresKnown: false },
  };
}

const notWeekly = finding("HOURS_NOT_UNDERSTOOD", "notWeekly");

const restrictions = ["count", "byweekno", "bymonthday", "byyearday"] as const;

function scheduleOf(row: HsdsRow, { timezone }: HsdsOptions): Schedule | null {
  const zone = textOf(row, "timezone");
  const interval = textOf(row, "interval");
  const byday = daysOf(textOf(row, "byday"));
  const [opensAt, closesAt] = [timeOf(textOf(row, "opens_at")), timeOf(textOf(row, "closes_at"))];
  const { from, to } = periodOf(row);
  const plain =
    textOf(row, "freq") === "WEEKLY" &&
    (interval === null || interval === "1") &&
    (zone === null || zone === timezone) &&
    restrictions.every((name) => textOf(row, name) === null);
  const isUsable = from.isSound && to.isSound && (from.day === null || to.day === null || from.day <= to.day);
  if (!plain || !isUsable || byday === null || opensAt === null || closesAt === null) return null;
  return createSchedule({
    validFrom: from.day,
    validTo: to.day,
    freq: "WEEKLY",
    byday,
    opensAt,
    closesAt,
    timezone,
    rawText: wordsOf(row),
    parseConfidence: "CERTAIN",
  });
}

function unparsedOf(row: HsdsRow): UnparsedText {
  const { from, to } = periodOf(row);
  const inOrder = from.day === null || to.day === null || from.day <= to.day;
  return {
    text: wordsOf(row),
    reason: "NOT_UNDERSTOOD",
    about: "HOURS",
    validFrom: inOrder ? from.day : null,
    validTo: inOrder ? to.day : null,
  };
}

/** The validity of the row: `valid_from` to `valid_to`, else the first and last day of the rule. */
function periodOf(row: HsdsRow) {
  const dayOf = (...names: readonly string[]) => {
    const text = names.map((name) => textOf(row, name)).find((value) => value !== null) ?? null;
    const day = text?.slice(0, 10) ?? null;
    const isSound = day === null || (day.length === 10 && isPartialDate(day));
    return { day: isSound ? day : null, isSound };
  };
  return { from: dayOf("valid_from", "dtstart"), to: dayOf("valid_to", "until") };
}

/** `MO,TU`; `null` for none, and for days of a month such as `2MO`. */
function daysOf(text: string | null): readonly Weekday[] | null {
  const words = text?.split(",").map((word) => word.trim().toUpperCase()) ?? [];
  const days = weekdays.filter((day) => words.includes(day));
  return days.length > 0 && days.length === new Set(words).size ? days : null;
}

/** `10:00`, `10:00:00`, with or without an offset: local time. A Z would be another clock. */
function timeOf(text: string | null): string | null {
  const [, time] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?(?:[+-]\d{2}:?\d{2})?$/.exec(text ?? "") ?? [];
  return time ?? null;
}

/** The text of the row in its own words or, without any, from its fields. */
function wordsOf(row: HsdsRow): string {
  const fields = ["freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to", ...restrictions];
  const parts = fields.flatMap((name) => {
    const text = textOf(row, name);
    return text === null ? [] : [`${name} ${text}`];
  });
  return textOf(row, "description") ?? (parts.length > 0 ? parts.join(", ") : "schedule");
}
