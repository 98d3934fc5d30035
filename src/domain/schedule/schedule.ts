import { checking, checkText } from "../kit/check";
import { checkDateOrder, checkPartialDate } from "../kit/dates";
import { type CalendarDay, type Weekday, weekdays } from "./calendar-day";
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

/**
 * One row of the opening hours or closures of a place, in the terms of HSDS (schedule); two spans of a day are two
 * rows.
 */
export interface Schedule {
  /** First day of the row's validity; `null` if no source states it. */
  readonly validFrom: CalendarDay | null;
  /** Last day of the row's validity, included; `null` if no source states it. */
  readonly validTo: CalendarDay | null;
  readonly freq: "WEEKLY";
  /** In the order of the week, each day once. A span over midnight belongs to the day on which it begins. */
  readonly byday: readonly Weekday[];
  /** Local time `HH:MM`, `00:00` to `23:59`; `null` if not known, and in a closure of the whole day. */
  readonly opensAt: string | null;
  /** Local time, not included in the span. Earlier than or equal to `opensAt`: on the next day. */
  readonly closesAt: string | null;
  /** IANA name of the zone of the local times, for example `Europe/Rome`. */
  readonly timezone: string;
  /** `null` for the usual week; otherwise an exception to it. */
  readonly isException: ScheduleException | null;
  /** The source's text of the row. */
  readonly rawText: string;
  readonly parseConfidence: ParseConfidence;
}

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

export function createSchedule(fields: Schedule): Schedule {
  const record = checking("Schedule", fields.rawText, fields);
  const { validFrom, validTo, byday, opensAt, closesAt } = fields;
  for (const [field, day] of Object.entries({ validFrom, validTo })) {
    checkPartialDate(record, field, day);
    record.check(day === null || day.length === 10, field, day, "a schedule holds from and to full days");
  }
  checkDateOrder(record, "validTo", validFrom, validTo);
  const inOrder = weekdays.filter((day) => byday.includes(day));
  const isInOrder = inOrder.length === byday.length && inOrder.every((day, i) => day === byday[i]);
  record.check(
    isInOrder && byday.length > 0,
    "byday",
    byday,
    "some days of the week, in its order, each once",
  );
  for (const [field, time] of Object.entries({ opensAt, closesAt })) {
    record.check(time === null || wallTime.test(time), field, time, "a wall time is HH:MM, 00:00 to 23:59");
  }
  const timeless = opensAt === null && closesAt === null;
  record.check(
    timeless || (opensAt !== null && closesAt !== null),
    "closesAt",
    closesAt,
    "both times or none",
  );
  if (fields.parseConfidence === "UNKNOWN") {
    record.check(timeless, "opensAt", opensAt, "times that are not understood are not stated");
  } else {
    const needsTimes = fields.isException !== "CLOSED";
    record.check(
      !(timeless && needsTimes),
      "opensAt",
      opensAt,
      "an opening that is understood has its times",
    );
  }
  record.check(isTimezone(fields.timezone), "timezone", fields.timezone, "must be an IANA time zone");
  checkText(record, "rawText", fields.rawText);
  return record.passed();
}
