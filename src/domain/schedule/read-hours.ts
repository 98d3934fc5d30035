import type { Weekday } from "./calendar-day";
import type { Lexicon } from "./lexicon";
import { dayByPosition, readDays } from "./read-days";
import { type Period, readPeriod } from "./read-period";
import { continuesHours, readSpans, type WrittenSpan } from "./read-spans";
import { attempt, peek, readerAt, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

export interface WrittenPeriod extends Period {
  readonly repaired: boolean;
}

/** The meaning of a part of the text: tokens `first` to before `next`. */
export type HoursStatement = { readonly first: number; readonly next: number } & (
  | { readonly kind: "PERIODS"; readonly periods: readonly WrittenPeriod[] }
  | {
      readonly kind: "DAYS";
      readonly days: readonly Weekday[];
      readonly repaired: boolean;
      readonly closed: boolean;
      readonly spans: readonly WrittenSpan[];
      /** Whether some of the hours of these days could not be parsed. */
      readonly unread: boolean;
    }
  | { readonly kind: "UNREAD" }
);

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
      readMisspeltDay(text, at, statements.at(-1)) ??
      unreadFrom(text, at);
    statements.push(statement);
    at = statement.next;
  }
  return statements;
}

/**
 * "Dalle 8:00 alle 18:00 dal lunedì al sabato": hours before their days, as the whole text. In a longer text it is
 * unclear whether days belong to the hours before them or after them.
 */
function readHoursFirst({ tokens }: HoursText): HoursStatement | null {
  const r = readerAt(tokens, 0);
  const spans = readSpans(r);
  if (spans.length === 0) return null;
  takeKind(r, "SEPARATOR");
  const days = readDays(r);
  const next = r.at;
  while (takeKind(r, "SEPARATOR"));
  if (!days || r.at < tokens.length) return null;
  return { kind: "DAYS", first: 0, next, days, repaired: r.repaired, closed: false, spans, unread: false };
}

/** The periods above a list of days: "Dal 1 giugno al 7 agosto e dal 24 agosto al 30 settembre:". */
function readPeriods({ tokens, year }: HoursText, first: number): HoursStatement | null {
  const r = readerAt(tokens, first);
  const periods: WrittenPeriod[] = [];
  do {
    const one = readerAt(tokens, r.at);
    const read = readPeriod(one, year);
    if (!read) return null;
    periods.push(...read.map((period) => ({ ...period, repaired: one.repaired })));
    r.at = one.at;
  } while (takeRole(r, "AND"));
  const next = r.at;
  while (takeKind(r, "SEPARATOR"));
  return readDays(r) ? { kind: "PERIODS", first, next, periods } : null;
}

function readDayHours(text: HoursText, first: number): HoursStatement | null {
  const r = readerAt(text.tokens, first);
  const days = readDays(r);
  return days && hoursAfter(text, first, r.at, days, r.repaired);
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
  return hoursAfter(text, first, at + 1, [day], true);
}

function hoursAfter(
  text: HoursText,
  first: number,
  at: number,
  days: readonly Weekday[],
  repaired: boolean,
): HoursStatement {
  const r = readerAt(text.tokens, at);
  attempt(r, (copy) => (takeKind(copy, "SEPARATOR")?.text === ":" ? true : null));
  const closed = takeRole(r, "CLOSED");
  const spans = closed ? [] : readSpans(r);
  const unread = (!closed && spans.length === 0) || continuesHours(r);
  const next = unread ? endOfUnread(text, spans.length === 0 ? at : r.at) : r.at;
  return { kind: "DAYS", first, next, days, repaired, closed, spans, unread };
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
