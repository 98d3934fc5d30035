import { type Weekday, weekdays } from "./calendar-day";
import { blank, type DaysStatement, type HoursStatement, type HoursText } from "./hours-statement";
import { type DayGroup, dayByPosition, readDays, readExceptedDays, without } from "./read-days";
import { readHolidays, takeAndHolidays } from "./read-holidays";
import { readPeriod } from "./read-period";
import { continuesHours, endsHere, readSpans, type WrittenSpan } from "./read-spans";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

export function readDayHours(text: HoursText, first: number): HoursStatement | null {
  const r = readerAt(text.tokens, first);
  while (takeRole(r, "OPEN"));
  const nth = readNthDay(r);
  if (nth) return nthStatement(text, first, r, nth);
  const group = readDays(r);
  return group && hoursAfter(text, first, r.at, group, r.repaired);
}

/** "il primo sabato del mese", "2° sabato": which dates these are depends on the month. */
export const readNthDay = (reader: TokenReader): Weekday | null =>
  attempt(reader, (r) => {
    while (takeRole(r, "ALL", "ARTICLE"));
    if (!takeRole(r, "NTH")) {
      if (!peek(r)?.ordinal) return null;
      take(r);
    }
    const day = peek(r)?.day;
    if (!day) return null;
    take(r);
    attempt(r, (copy) => {
      while (takeRole(copy, "ALL", "ARTICLE"));
      return takeRole(copy, "MONTH") || null;
    });
    return day;
  });

/** Hours of some days of a weekday: all its days are in doubt. */
function nthStatement(text: HoursText, first: number, r: TokenReader, day: Weekday): HoursStatement | null {
  const statement = hoursAfter(text, first, r.at, { days: [day], doubtful: [] }, false);
  return statement && { ...statement, closed: false, spans: [], unread: true };
}

/** Hours below a period without a day: on which days is not known. */
export function readHoursOfPeriod(
  { tokens }: HoursText,
  first: number,
  previous: HoursStatement | undefined,
): HoursStatement | null {
  const r = readerAt(tokens, first);
  if (previous?.kind !== "PERIODS" || readSpans(r).length === 0) return null;
  const doubt = { ...blank, days: weekdays, doubtful: [], repaired: false, spans: [], unread: true };
  return { kind: "DAYS", first, next: r.at, ...doubt };
}

export function readMisspeltDay(
  text: HoursText,
  at: number,
  previous: HoursStatement | undefined,
): HoursStatement | null {
  const { tokens, lexicon } = text;
  if (tokens[at]!.kind !== "OTHER" || previous?.kind !== "DAYS") return null;
  const day = dayByPosition(tokens, at, previous.days.at(-1)!, lexicon);
  if (!day) return null;
  // A second comma that touches the word stands for its wrong letter.
  const [twoBefore, before] = tokens.slice(at - 2, at);
  const touches = before?.kind === "SEPARATOR" && before.end === tokens[at]!.start;
  const first = touches && twoBefore?.kind === "SEPARATOR" ? at - 1 : at;
  return hoursAfter(text, first, at + 1, { days: [day], doubtful: [] }, true);
}

/** The hours of some days; `null` if other words follow the days: nobody knows what they say, or of which days. */
function hoursAfter(
  text: HoursText,
  first: number,
  at: number,
  group: DayGroup,
  repaired: boolean,
): DaysStatement | null {
  const r = readerAt(text.tokens, at);
  const statement = {
    ...blank,
    kind: "DAYS",
    first,
    ...group,
    repaired,
    spans: [] as WrittenSpan[],
  } as const;
  const withHolidays = takeAndHolidays(r, false);
  const isLoose = attempt(
    r,
    (copy) => [":", ",", "\n"].indexOf(takeKind(copy, "SEPARATOR")?.text ?? "") + 1 || null,
  );
  // "Lun, chiuso Mar" does not say that Monday is closed.
  if (isLoose && peek(r)?.role === "CLOSED" && peek(r, 1)?.day) return null;
  if (takeRole(r, "CLOSED")) return { ...statement, closed: true, closedHolidays: withHolidays, next: r.at };
  // Hours "on Sundays and public holidays" are not closures.
  if (withHolidays) return null;
  if (takeAppointment(r)) return endsHere(r) ? { ...statement, unread: true, next: r.at } : null;
  const spans = readSpans(r);
  while (takeRole(r, "UNBROKEN"));
  if (spans.length > 0 && !continuesHours(r)) return exceptAfter(r, { ...statement, spans, next: r.at });
  const next = endOfUnread(text, spans.length === 0 ? at : r.at);
  const unread = text.tokens.slice(spans.length === 0 ? at : r.at, next);
  // "Mar-Mar 9:00-12:00" is a range of nothing that is known.
  if (spans.length === 0 && unread.length > 0 && unread.every(({ kind }) => kind === "DASH")) return null;
  return unread.every(isOfHours) ? { ...statement, spans, unread: true, next } : null;
}

function takeAppointment(r: TokenReader): boolean {
  return (
    attempt(r, (copy) => {
      while (takeRole(copy, "ONLY"));
      return takeRole(copy, "APPOINTMENT") || null;
    }) ?? false
  );
}

/** Hours that cannot be parsed ("14:3 -18:30") are of their day only; any word among them may speak of more. */
const isOfHours = ({ kind, role }: Token): boolean =>
  ["BROKEN", "DASH", "JOINER", "NUMBER", "SEPARATOR", "SLASH", "TIME", "TIME_PAIR"].includes(kind) ||
  (role !== undefined && ["AND", "FROM", "FROM_HOUR", "OCLOCK", "TO", "TO_HOUR"].includes(role));

/**
 * "Lun-Ven 9:00-12:00 tranne mercoledì", "…, festivi esclusi". After two spans it is not certain whether the whole day
 * is excepted or the last span.
 */
function exceptAfter(r: TokenReader, statement: DaysStatement): DaysStatement {
  const holidays = attempt(r, (copy) => {
    takeKind(copy, "SEPARATOR");
    const before = takeRole(copy, "EXCEPT");
    return readHolidays(copy) && (before || takeRole(copy, "EXCEPT")) && endsHere(copy) ? true : null;
  });
  if (holidays) return { ...statement, closedHolidays: true, next: r.at };
  const rest = attempt(r, (copy) => {
    const excepted = readExceptedDays(copy);
    const closedHolidays = takeAndHolidays(copy, false);
    const group = excepted && endsHere(copy) ? without(statement, excepted) : null;
    return group && excepted ? { group, excepted, closedHolidays } : null;
  });
  if (!rest) return statement;
  const doubtful = statement.spans.length > 1 ? rest.excepted : [];
  const { group, closedHolidays } = rest;
  return {
    ...statement,
    days: group.days,
    doubtful: [...group.doubtful, ...doubtful],
    closedHolidays,
    next: r.at,
  };
}

/** Hours that cannot be parsed end where another day or period begins, without the separators before it. */
function endOfUnread(text: HoursText, at: number): number {
  const { tokens } = text;
  let next = at;
  while (next < tokens.length && !beginsStatement(text, next)) next++;
  while (next > at && tokens[next - 1]!.kind === "SEPARATOR") next--;
  return next;
}

/** A day, or a "from" with a readable period or days. */
export function beginsStatement({ tokens, year }: HoursText, at: number): boolean {
  const r = readerAt(tokens, at);
  if (peek(r)?.day !== undefined) return true;
  return peek(r)?.role === "FROM" && (readPeriod(readerAt(tokens, at), year) ?? readDays(r)) !== null;
}
