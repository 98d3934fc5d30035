import { isPartialDate } from "../../domain/kit/dates";
import { distinct } from "../../domain/kit/distinct";
import { type Weekday, weekdays } from "../../domain/schedule/calendar-day";
import { localTimeAt } from "../../domain/schedule/local-time";
import type { OpeningRules } from "../../domain/schedule/opening-answer";
import { createSchedule, type Schedule, type UnparsedText } from "../../domain/schedule/schedule";
import { hoursAheadOfUtc } from "../../domain/schedule/utc-offset";
import { finding } from "../kit/problem";
import type { HsdsIndex } from "./index-of";
import { localSpans } from "./local-spans";
import { holidayField, isYes } from "./older-forms";
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
export function hoursOfRows(all: readonly HsdsRow[], { options, report }: HsdsIndex): HsdsHours {
  const rows = all.filter((row) => {
    const isElsewhere = elsewhere.test(textOf(row, "attending_type") ?? "");
    if (isElsewhere)
      report(row, "NOTICE", finding("NOT_HELD", "hoursElsewhere"), "schedule.attending_type", wordsOf(row));
    return !isElsewhere;
  });
  if (rows.length === 0) return { openingHoursText: null, openingRules: null };
  const [schedules, unparsed]: [Schedule[], UnparsedText[]] = [[], []];
  for (const row of rows) {
    const found = isHoliday(row) ? closureOf(row, options) : schedulesOf(row, options);
    if (found !== null) {
      schedules.push(...found);
      continue;
    }
    unparsed.push(unparsedOf(row, options));
    const isUtc = /Z$/.test(textOf(row, "opens_at") ?? "");
    const why = finding("HOURS_NOT_UNDERSTOOD", isUtc ? "utcTimes" : "notWeekly");
    report(row, "WARNING", why, "schedule", wordsOf(row));
  }
  return {
    // A description of all days may stand in the row of each.
    openingHoursText: distinct(rows.map(wordsOf)).join("\n"),
    // HSDS states exceptions by further rows; their absence has no meaning.
    openingRules: { schedules, unparsed, closuresKnown: false },
  };
}

/** Values of `attending_type` for a service that is not at its place. */
const elsewhere = /^\s*(?:virtual|online|on-line|phone|telephone|remote|video|web|home)/i;

export const isHoliday = (row: HsdsRow): boolean => textOf(row, holidayField) !== null;

const restrictions = ["count", "byweekno", "bymonthday", "byyearday"] as const;

function schedulesOf(row: HsdsRow, { timezone }: HsdsOptions): readonly Schedule[] | null {
  const zone = textOf(row, "timezone");
  const interval = textOf(row, "interval");
  const byday = daysOf(textOf(row, "byday"));
  const { from, to } = periodOf(row, timezone);
  const plain =
    textOf(row, "freq") === "WEEKLY" &&
    (interval === null || interval === "1") &&
    restrictions.every((name) => textOf(row, name) === null);
  if (!plain || byday === null || !isUsable(from, to)) return null;
  if (!isOnClock(zone, { timezone, validFrom: from.day, validTo: to.day })) return null;
  const period = { from: from.day, to: to.day };
  const spans = localSpans([textOf(row, "opens_at"), textOf(row, "closes_at")], period, timezone);
  return (
    spans?.map(({ from, to, ...times }) =>
      createSchedule({
        validFrom: from,
        validTo: to,
        freq: "WEEKLY",
        byday,
        ...times,
        timezone,
        rawText: wordsOf(row),
        parseConfidence: "CERTAIN",
      }),
    ) ?? null
  );
}

/** Whether the zone of a row is that of the file: its name, or the hours of HSDS 3 by which it is ahead of UTC on all days of the rule. */
const isOnClock = (zone: string | null, period: Parameters<typeof hoursAheadOfUtc>[0]): boolean =>
  zone === null ||
  zone === period.timezone ||
  (/^[+-]?\d{1,2}(\.\d+)?$/.test(zone) && Number(zone) === hoursAheadOfUtc(period));

/** A closure from day to day. Other hours on a holiday are kept as text: they replace the usual ones of those days. */
function closureOf(row: HsdsRow, { timezone }: HsdsOptions): readonly Schedule[] | null {
  const { from, to } = periodOf(row, timezone);
  const isClosed = isYes(textOf(row, "closed"));
  if (!isClosed || from.day === null || to.day === null || !isUsable(from, to)) return null;
  return [
    createSchedule({
      validFrom: from.day,
      validTo: to.day,
      freq: "WEEKLY",
      byday: weekdays,
      timezone,
      isException: "CLOSED",
      rawText: wordsOf(row),
      parseConfidence: "CERTAIN",
    }),
  ];
}

function unparsedOf(row: HsdsRow, { timezone }: HsdsOptions): UnparsedText {
  const { from, to } = periodOf(row, timezone);
  const inOrder = from.day === null || to.day === null || from.day <= to.day;
  return {
    text: wordsOf(row),
    reason: "NOT_UNDERSTOOD",
    about: isHoliday(row) && textOf(row, "opens_at") === null ? "CLOSURES" : "HOURS",
    validFrom: inOrder ? from.day : null,
    validTo: inOrder ? to.day : null,
  };
}

interface Bound {
  readonly day: string | null;
  /** Whether everything that the row says about it is a day. */
  readonly isSound: boolean;
}

const isUsable = (from: Bound, to: Bound): boolean =>
  from.isSound && to.isSound && (from.day === null || to.day === null || from.day <= to.day);

/** The days on which both the row is valid and its rule applies: of two bounds the narrower one. */
function periodOf(row: HsdsRow, timezone: string): { readonly from: Bound; readonly to: Bound } {
  const boundOf = (names: readonly string[], read: (text: string) => string, narrower: 0 | -1): Bound => {
    const days = names.flatMap((name) => textOf(row, name) ?? []).map(read);
    const sound = days.filter((day) => day.length === 10 && isPartialDate(day)).sort();
    return { day: sound.at(narrower) ?? null, isSound: sound.length === days.length };
  };
  return {
    from: boundOf(["valid_from", "dtstart"], (text) => firstDay(text, timezone), -1),
    to: boundOf(["valid_to", "until"], dayIn, 0),
  };
}

/** `2026-06-30`, also before a time, and `20260630T215959Z` of RFC 5545. */
const dayIn = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, "$1-$2-$3").slice(0, 10);

/** The local day of a moment in UTC: 22:00 may be the midnight before the first day. */
function firstDay(text: string, timezone: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? dayIn(text) : localTimeAt(moment, timezone).date;
}

/** `MO,TU`; `null` for none, and for days of a month such as `2MO`. */
function daysOf(text: string | null): readonly Weekday[] | null {
  const words = text?.split(",").map((word) => word.trim().toUpperCase()) ?? [];
  const days = weekdays.filter((day) => words.includes(day));
  return days.length > 0 && days.length === new Set(words).size ? days : null;
}

/** The text of the row in its own words or, without any, from its fields. */
function wordsOf(row: HsdsRow): string {
  const fields = [
    ...["freq", "weekday", "byday", "closed", "opens_at", "closes_at", "dtstart", "until"],
    ...["valid_from", "valid_to", ...restrictions],
  ];
  const parts = fields.flatMap((name) => {
    const text = textOf(row, name);
    return text === null ? [] : [`${name} ${text}`];
  });
  return textOf(row, "description") ?? (parts.length > 0 ? parts.join(", ") : "schedule");
}
