import { isPartialDate } from "../../domain/kit/dates";
import { type Weekday, weekdays } from "../../domain/schedule/calendar-day";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { createSchedule, type Schedule } from "../../domain/schedule/schedule";
import type { UnparsedText } from "../../domain/schedule/unparsed-text";
import { finding, type LineProblem } from "../kit/problem";
import { type HsdsOptions, problemAt } from "./options";
import { type HsdsRow, textOf } from "./tables";

export interface HsdsHours {
  /** The words of the rows, one a line; `null` where there is no row. */
  readonly text: string | null;
  readonly rules: OpeningRules | null;
  readonly problems: readonly LineProblem[];
}

/**
 * Hours of HSDS are recurrence rules (RFC 5545). The hub holds weekly ones: days of the week, from and to a day, opening
 * and closing time. What recurs otherwise is kept as text and makes answers unknown; nothing of it is dropped to fit.
 */
export function hoursOfRows(rows: readonly HsdsRow[], options: HsdsOptions): HsdsHours {
  if (rows.length === 0) return { text: null, rules: null, problems: [] };
  const read = rows.map((row) => ({ row, schedule: scheduleOf(row, options) }));
  const problems = read.flatMap(({ row, schedule }) =>
    schedule === null ? [problemAt(row, "WARNING", notWeekly, "schedule", wordsOf(row))] : [],
  );
  return {
    text: rows.map(wordsOf).join("\n"),
    rules: {
      schedules: read.flatMap(({ schedule }) => schedule ?? []),
      unparsed: read.flatMap(({ row, schedule }) => (schedule === null ? [unparsedOf(row)] : [])),
      // HSDS says exceptions by further rows; that there are none says nothing.
      closuresKnown: false,
    },
    problems,
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
    isException: null,
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

/** The days on which the row holds: `valid_from` to `valid_to`, else the first and last of the rule. */
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

/** `10:00`, `10:00:00`, with or without an offset behind: the clock on the wall. A Z would be another clock. */
function timeOf(text: string | null): string | null {
  const [, time] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?(?:[+-]\d{2}:?\d{2})?$/.exec(text ?? "") ?? [];
  return time ?? null;
}

/** What the row says, in its own words or, without any, by its fields. */
function wordsOf(row: HsdsRow): string {
  const fields = ["freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to", ...restrictions];
  const said = fields.flatMap((name) => {
    const text = textOf(row, name);
    return text === null ? [] : [`${name} ${text}`];
  });
  return textOf(row, "description") ?? (said.length > 0 ? said.join(", ") : "schedule");
}
