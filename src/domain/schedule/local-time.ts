import { HubError } from "../kit/errors";
import { addDays, type CalendarDay, dayMs } from "./calendar-day";

/** Local date and time. */
export interface LocalTime {
  readonly date: CalendarDay;
  /** `HH:MM`, without seconds. */
  readonly time: string;
}

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

export function isTimezone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The local time in a zone (IANA name) at a moment (milliseconds since 1970). */
export function localTimeAt(epochMs: number, timezone: string): LocalTime {
  const iso = new Date(epochMs + offsetMs(epochMs, timezone)).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/**
 * Every moment at which the clock shows that time on that date, in order: usually one, two if the clock is set back
 * over it (02:30 on the last Sunday of October in Rome), none if it is set forward over it (in March).
 */
export function momentsOf(date: CalendarDay, time: string, timezone: string): number[] {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const near = new Set([asUtc - dayMs, asUtc + dayMs].map((moment) => offsetMs(moment, timezone)));
  return [...near]
    .map((offset) => asUtc - offset)
    .filter((moment) => moment + offsetMs(moment, timezone) === asUtc)
    .sort((a, b) => a - b);
}

/**
 * The first moment at which the clock shows that time or a later one. A repeated time means its first occurrence (as in
 * RFC 5545, 3.3.5), and a skipped time means the moment of the skip. So later local times are never earlier moments,
 * and a span never ends before it begins.
 */
export function firstMomentOf(date: CalendarDay, time: string, timezone: string): number {
  const [first] = momentsOf(date, time, timezone);
  if (first !== undefined) return first;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The skip lies between the results with the offset after it and before it.
  let before = asUtc - offsetMs(asUtc + dayMs, timezone) - minuteMs;
  let after = asUtc - offsetMs(asUtc - dayMs, timezone);
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
    if (middle + offsetMs(middle, timezone) < asUtc) before = middle;
    else after = middle;
  }
  return after;
}

/** The moment at which a day begins in a zone. */
export const startOfDay = (date: CalendarDay, timezone: string): number =>
  firstMomentOf(date, "00:00", timezone);

/** A local span that begins on a day, as moments, the end not included; `closesAt <= opensAt` ends the day after. */
export function spanOn(
  date: CalendarDay,
  { opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string },
  timezone: string,
): { readonly startMs: number; readonly endMs: number } {
  const endDate = closesAt <= opensAt ? addDays(date, 1) : date;
  return {
    startMs: firstMomentOf(date, opensAt, timezone),
    endMs: firstMomentOf(endDate, closesAt, timezone),
  };
}

/** Clocks change on whole quarters of an hour UTC (in all zones since 1973), so each quarter has one offset. */
const quarterMs = 900_000;
const offsets = new Map<string, number>();
const offsetsKept = 20_000;

/** The zone's offset from UTC at a moment, in milliseconds; cached, because computing it is slow. */
function offsetMs(epochMs: number, timezone: string): number {
  const quarter = Math.floor(epochMs / quarterMs);
  const key = `${timezone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = askOffsetMs(quarter * quarterMs, timezone);
    if (offsets.size >= offsetsKept) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function askOffsetMs(wholeSecond: number, timezone: string): number {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(wholeSecond)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - wholeSecond;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timezone, format);
  }
  return format;
}

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an ISO 8601 instant with its offset: `2026-06-01T09:00:00+02:00`. */
export function momentOf(instant: string, where: string): number {
  const moment = pattern.test(instant) ? Date.parse(instant) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new HubError("BAD_USER_INPUT", "instant", { instant }, { where });
}

/**
 * The two ends of an interval, in milliseconds since 1970.
 * @param mostDays of 24 hours.
 * @throws HubError LIMIT_EXCEEDED for a longer one; BAD_USER_INPUT if an end is not an instant.
 */
export function stretchOf(from: string, to: string, mostDays: number): [fromMs: number, toMs: number] {
  const [fromMs, toMs] = [momentOf(from, "from"), momentOf(to, "to")];
  if (toMs - fromMs <= mostDays * dayMs) return [fromMs, toMs];
  throw new HubError("LIMIT_EXCEEDED", "duration", { from, to, most: mostDays }, { where: "to" });
}

/** ISO 8601 in UTC: `2026-06-01T07:00:00.000Z`. */
export const instantAt = (moment: number): string => new Date(moment).toISOString();
