import { addDays, type CalendarDay, calendarDay, weekdayOf, weekdays } from "./calendar-day";
import { readHolidays } from "./read-holidays";
import { monthOf, type Period, readPeriod } from "./read-period";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

/** Days on which the source states that a place is closed, and how certain that is. */
interface WrittenClosure extends Period {
  readonly confidence: "CERTAIN" | "REPAIRED" | "UNKNOWN";
}

/** All closures of a text, and whether public holidays are among them. */
export interface WrittenClosures {
  readonly closures: readonly WrittenClosure[];
  readonly holidays: boolean;
}

/**
 * All closures of a text, none for "Nessuna chiusura"; `null` if any word of it cannot be parsed: it may limit the
 * others ("tranne il 5").
 */
export function readClosures(tokens: readonly Token[], year: number): WrittenClosures | null {
  const reader = readerAt(tokens, 0);
  let holidays = false;
  if (takeRole(reader, "NONE")) {
    takeRole(reader, "CLOSED");
    while (takeKind(reader, "SEPARATOR"));
    return peek(reader) === null ? { closures: [], holidays } : null;
  }
  const closures: WrittenClosure[] = [];
  while (peek(reader) !== null) {
    if (takeKind(reader, "SEPARATOR") || takeRole(reader, "AND", "CLOSED", "INCLUSIVE")) continue;
    if (attempt(reader, readHolidays)) {
      holidays = true;
      continue;
    }
    const read = readClosure(reader, year);
    if (!read) return null;
    closures.push(...read);
  }
  return closures.length > 0 || holidays ? { closures, holidays } : null;
}

function readClosure(reader: TokenReader, year: number): WrittenClosure[] | null {
  const r = readerAt(reader.tokens, reader.at);
  const periods = readPeriod(r, year);
  const closures = periods
    ? periods.map(
        (period): WrittenClosure => ({ ...period, confidence: r.repaired ? "REPAIRED" : "CERTAIN" }),
      )
    : (attempt(r, (copy) => readUntilMiddle(copy, year)) ??
      attempt(r, (copy) => readWeekOf(copy, year)) ??
      attempt(r, (copy) => readNamedDay(copy, year)));
  reader.at = r.at;
  return closures;
}

/** "Dal 8 agosto a metà settembre": closed to the end of the month before; which days of the named month is unknown. */
function readUntilMiddle(r: TokenReader, year: number): WrittenClosure[] | null {
  if (!takeRole(r, "FROM")) return null;
  const [first, more] = readPeriod(r, year) ?? [];
  if (!first || more || first.from !== first.to) return null;
  if (!takeRole(r, "TO") || !takeRole(r, "MIDDLE")) return null;
  const { month, monthNeedsNumber } = peek(r) ?? {};
  if (month === undefined || monthNeedsNumber) return null;
  take(r);
  const { assumedYear } = first;
  const { from, to } = monthOf(Number(first.from.slice(0, 4)), month);
  if (first.from >= from) return null;
  const confidence = r.repaired ? "REPAIRED" : "CERTAIN";
  return [
    { from: first.from, to: addDays(from, -1), assumedYear, confidence },
    { from, to, assumedYear, confidence: "UNKNOWN" },
  ];
}

/**
 * "Settimana di Ferragosto 10-16 agosto". If the dates exceed the week of that day (Monday to Sunday), name and dates
 * disagree: the days on which both agree are certainly closed.
 */
function readWeekOf(r: TokenReader, year: number): WrittenClosure[] | null {
  if (!takeRole(r, "WEEK") || !takeRole(r, "ARTICLE")) return null;
  const named = readDayByName(r, year);
  if (!named) return null;
  const [period, more] = readPeriod(r, year) ?? [];
  if (!period || more) return null;
  const monday = addDays(named, -weekdays.indexOf(weekdayOf(named)));
  const sunday = addDays(monday, 6);
  const agreed = { from: later(period.from, monday), to: earlier(period.to, sunday) };
  if (agreed.from > agreed.to) return null;
  const confidence = r.repaired ? "REPAIRED" : "CERTAIN";
  const { assumedYear } = period;
  const closures: WrittenClosure[] = [
    { from: period.from, to: addDays(monday, -1), assumedYear, confidence: "UNKNOWN" },
    { ...agreed, assumedYear, confidence },
    { from: addDays(sunday, 1), to: period.to, assumedYear, confidence: "UNKNOWN" },
  ];
  return closures.filter(({ from, to }) => from <= to);
}

/** "Ferragosto", "Ferragosto 15 agosto"; any other date beside the name contradicts it. */
function readNamedDay(r: TokenReader, year: number): WrittenClosure[] | null {
  const day = readDayByName(r, year);
  if (!day) return null;
  const period = readPeriod(r, year);
  const agrees = period === null || (period.length === 1 && period[0]!.from === day && period[0]!.to === day);
  const assumedYear = period?.[0] ? period[0].assumedYear : year;
  const confidence = r.repaired ? "REPAIRED" : "CERTAIN";
  return agrees ? [{ from: day, to: day, assumedYear, confidence }] : null;
}

function readDayByName(r: TokenReader, year: number): CalendarDay | null {
  const named = peek(r)?.namedDay;
  if (!named) return null;
  take(r);
  return calendarDay(year, named.month, named.day);
}

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);
const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);
