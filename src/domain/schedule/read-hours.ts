import { type Weekday, weekdays } from "./calendar-day";
import type { Lexicon } from "./lexicon";
import { type DayGroup, dayByPosition, readDays, readExceptedDays, without } from "./read-days";
import { readHolidays } from "./read-holidays";
import { type Period, readPeriod } from "./read-period";
import { continuesHours, readSpans, type WrittenSpan } from "./read-spans";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

export interface WrittenPeriod extends Period {
  readonly repaired: boolean;
}

/** The meaning of a part of the text: tokens `first` to before `next`. */
export type HoursStatement = { readonly first: number; readonly next: number } & (
  | { readonly kind: "PERIODS"; readonly periods: readonly WrittenPeriod[] }
  | { readonly kind: "CLOSED_PERIODS"; readonly periods: readonly WrittenPeriod[] }
  | { readonly kind: "CLOSED_HOLIDAYS" }
  | {
      readonly kind: "DAYS";
      readonly days: readonly Weekday[];
      /** Days whose hours are not certain. */
      readonly doubtful: readonly Weekday[];
      readonly repaired: boolean;
      readonly closed: boolean;
      /** Whether public holidays are closed too, or excepted. */
      readonly closedHolidays: boolean;
      readonly spans: readonly WrittenSpan[];
      /** Whether some of the hours of these days could not be parsed. */
      readonly unread: boolean;
    }
  | { readonly kind: "UNREAD" }
);
type DaysStatement = HoursStatement & { readonly kind: "DAYS" };

/** A text of hours; dates without a year are of `year`. */
export interface HoursText {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly year: number;
}

/** All statements of a text of hours, in order. Only separators and "and" are outside of the statements. */
export function readHours(text: HoursText): HoursStatement[] {
  const { tokens } = text;
  const hoursFirst = readHoursFirst(text);
  if (hoursFirst) return [hoursFirst];
  const statements: HoursStatement[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (token.kind === "SEPARATOR" || token.role === "AND") {
      at++;
      continue;
    }
    const statement =
      readDayHours(text, at) ??
      readPeriods(text, at) ??
      readClosed(text, at) ??
      readHoursOfPeriod(text, at, statements.at(-1)) ??
      readMisspeltDay(text, at, statements.at(-1)) ??
      unreadFrom(text, at);
    statements.push(statement);
    at = statement.next;
  }
  return statements;
}

const isDay24 = ({ opensAt, closesAt }: WrittenSpan): boolean => opensAt === "00:00" && closesAt === "00:00";

/**
 * "Dalle 8:00 alle 18:00 dal lunedì al sabato": hours before their days, as the whole text. In a longer text it is
 * unclear whether days belong to the hours before them or after them. "h24" alone means every day.
 */
function readHoursFirst({ tokens }: HoursText): HoursStatement | null {
  const r = readerAt(tokens, 0);
  while (takeRole(r, "OPEN"));
  const spans = readSpans(r);
  if (spans.length === 0) return null;
  takeKind(r, "SEPARATOR");
  const group = readDays(r) ?? (spans.every(isDay24) ? { days: weekdays, doubtful: [] } : null);
  const next = r.at;
  while (takeKind(r, "SEPARATOR"));
  if (!group || r.at < tokens.length) return null;
  return { ...blank, kind: "DAYS", first: 0, next, ...group, repaired: r.repaired, spans };
}

const blank = { closed: false, closedHolidays: false, unread: false };

/**
 * The periods above a list of days: "Dal 1 giugno al 7 agosto e dal 24 agosto al 30 settembre:". Hours below them without
 * a day are hours of days that are not known: "Mar-Ott 9:00-19:00".
 */
function readPeriods({ tokens, year }: HoursText, first: number): HoursStatement | null {
  const r = readerAt(tokens, first);
  const periods = readPeriodList(r, year, false);
  if (!periods) return null;
  const next = r.at;
  if (
    takeRole(r, "CLOSED") ||
    attempt(r, (copy) => (takeKind(copy, "SEPARATOR")?.text === ":" && takeRole(copy, "CLOSED")) || null)
  )
    return endsHere(r) ? { kind: "CLOSED_PERIODS", first, next: r.at, periods } : null;
  const [after, isAdjacent] = [peek(r), peek(r)?.kind !== "SEPARATOR"];
  while (takeKind(r, "SEPARATOR"));
  while (takeRole(r, "OPEN"));
  // After other hours, dates between two commas may belong to the hours before or after them.
  const isHeading =
    first === 0 || after?.text === ":" || (tokens[first - 1]!.kind === "SEPARATOR" && isAdjacent);
  const hasHours = readDays(readerAt(tokens, r.at)) !== null || readSpans(readerAt(tokens, r.at)).length > 0;
  return isHeading && hasHours ? { kind: "PERIODS", first, next, periods } : null;
}

function readPeriodList(r: TokenReader, year: number, loose: boolean): WrittenPeriod[] | null {
  const periods: WrittenPeriod[] = [];
  const readOne = (copy: TokenReader): true | null => {
    const one = readerAt(copy.tokens, copy.at);
    const read = readPeriod(one, year);
    if (!read) return null;
    periods.push(...read.map((period) => ({ ...period, repaired: one.repaired })));
    copy.at = one.at;
    return true;
  };
  if (!attempt(r, readOne)) return null;
  const isLinked = (copy: TokenReader): boolean =>
    takeRole(copy, "AND") || (loose && peek(copy)?.text === "," && takeKind(copy, "SEPARATOR") !== null);
  while (attempt(r, (copy) => (isLinked(copy) ? readOne(copy) : null)));
  return periods;
}

/** "chiuso in agosto", "chiuso dal 24 dicembre al 6 gennaio", "chiuso la domenica e i festivi", "festivi chiuso". */
function readClosed({ tokens, year }: HoursText, first: number): HoursStatement | null {
  const r = readerAt(tokens, first);
  const holidaysFirst = attempt(
    r,
    (copy) => (readHolidays(copy) && takeRole(copy, "CLOSED", "EXCEPT")) || null,
  );
  if (holidaysFirst) return endsHere(r) ? { kind: "CLOSED_HOLIDAYS", first, next: r.at } : null;
  if (!takeRole(r, "CLOSED") && !attempt(r, takeExceptHolidays)) return null;
  if (attempt(r, readHolidays)) return endsHere(r) ? { kind: "CLOSED_HOLIDAYS", first, next: r.at } : null;
  const group = readDays(r, true);
  if (group) {
    const closedHolidays = takeAndHolidays(r, true);
    const isWhole = endsHere(r) && group.doubtful.length === 0;
    const closed = { ...blank, ...group, closed: true, closedHolidays, repaired: r.repaired, spans: [] };
    return isWhole ? { kind: "DAYS", first, next: r.at, ...closed } : null;
  }
  const nth = readNthDay(r);
  if (nth && endsHere(r)) {
    const doubt = { ...blank, days: [nth], doubtful: [], repaired: false, spans: [], unread: true };
    return { kind: "DAYS", first, next: r.at, ...doubt };
  }
  takeRole(r, "ARTICLE", "TO");
  const periods = readPeriodList(r, year, true);
  takeRole(r, "INCLUSIVE");
  return periods && endsHere(r) ? { kind: "CLOSED_PERIODS", first, next: r.at, periods } : null;
}

/** The word "tranne" before holidays, which stay. */
const takeExceptHolidays = (r: TokenReader): true | null =>
  takeRole(r, "EXCEPT") && readHolidays(readerAt(r.tokens, r.at)) ? true : null;

const takeAndHolidays = (r: TokenReader, loose: boolean): boolean =>
  attempt(r, (copy) => {
    const isLinked =
      takeRole(copy, "AND") ||
      takeKind(copy, "JOINER") ||
      (loose && takeKind(copy, "SEPARATOR")?.text === ",");
    return isLinked ? readHolidays(copy) : null;
  }) ?? false;

/** The end of a sentence: neither hours nor more words of it. */
function endsHere(r: TokenReader): boolean {
  const next = peek(r);
  if (next === null) return true;
  if (next.kind !== "SEPARATOR" || next.text === ":") return false;
  const after = readerAt(r.tokens, r.at + 1);
  return readSpans(after).length === 0;
}

function readDayHours(text: HoursText, first: number): HoursStatement | null {
  const r = readerAt(text.tokens, first);
  while (takeRole(r, "OPEN"));
  const nth = readNthDay(r);
  if (nth) return nthStatement(text, first, r, nth);
  const group = readDays(r);
  return group && hoursAfter(text, first, r.at, group, r.repaired);
}

/** "il primo sabato del mese", "2° sabato": which dates these are depends on the month. */
const readNthDay = (reader: TokenReader): Weekday | null =>
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
function readHoursOfPeriod(
  { tokens }: HoursText,
  first: number,
  previous: HoursStatement | undefined,
): HoursStatement | null {
  const r = readerAt(tokens, first);
  if (previous?.kind !== "PERIODS" || readSpans(r).length === 0) return null;
  const doubt = { ...blank, days: weekdays, doubtful: [], repaired: false, spans: [], unread: true };
  return { kind: "DAYS", first, next: r.at, ...doubt };
}

function readMisspeltDay(
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

function unreadFrom(text: HoursText, first: number): HoursStatement {
  let next = first + 1;
  while (next < text.tokens.length && !beginsStatement(text, next)) next++;
  return { kind: "UNREAD", first, next };
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
function beginsStatement({ tokens, year }: HoursText, at: number): boolean {
  const r = readerAt(tokens, at);
  if (peek(r)?.day !== undefined) return true;
  return peek(r)?.role === "FROM" && (readPeriod(readerAt(tokens, at), year) ?? readDays(r)) !== null;
}
