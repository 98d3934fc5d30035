import { type Weekday, weekdays } from "./calendar-day";
import { entryOf, isOneLetterOff, type Lexicon, plainWord } from "./lexicon";
import { readSpans } from "./read-spans";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

/** The days of a group of hours. */
export interface DayGroup {
  readonly days: readonly Weekday[];
  /** Days of which it is not certain whether they belong: those between the ends of "Mar/Gio". */
  readonly doubtful: readonly Weekday[];
}

/**
 * The days of a group of hours: "Lun", "Lun e Mer", "Lun, Mar e Gio", "Lun-Ven", "dal lunedì al venerdì", "tutti i
 * giorni", "Lun/Mer/Ven", "Lun-Ven tranne mercoledì". Days with commas alone are not a group unless `loose`: each may
 * have lost its own hours.
 */
export const readDays = (reader: TokenReader, loose = false): DayGroup | null =>
  attempt(reader, (r) => {
    const all = readAllDays(r);
    const group =
      (all && { days: all, doubtful: [] }) ??
      attempt(r, (copy) => readDayList(copy, loose)) ??
      attempt(r, readCommaList) ??
      attempt(r, readSlashedDays) ??
      single(readDayRange(r) ?? readDay(r));
    if (!group) return null;
    takeAbbreviationDot(r);
    return readExcept(r, group);
  });

const single = (days: readonly Weekday[] | null): DayGroup | null => days && { days, doubtful: [] };

const inOrder = (days: readonly Weekday[]): Weekday[] => weekdays.filter((day) => days.includes(day));

const readAllDays = (reader: TokenReader): readonly Weekday[] | null =>
  attempt(reader, (r) => {
    if (!takeRole(r, "ALL")) return null;
    takeRole(r, "ARTICLE");
    return takeRole(r, "DAYS") ? weekdays : null;
  });

/** Over Sunday too: "Venerdì-Martedì". */
const readDayRange = (reader: TokenReader): readonly Weekday[] | null =>
  attempt(reader, (r) => {
    takeRole(r, "FROM");
    const [first] = readDay(r) ?? [];
    if (first) takeAbbreviationDot(r);
    if (!first || !(takeKind(r, "DASH") || takeRole(r, "TO"))) return null;
    const [last] = readDay(r) ?? [];
    if (!last || last === first) return null;
    return inOrder(between(first, last));
  });

function between(first: Weekday, last: Weekday): Weekday[] {
  const [a, b] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  return weekdays.filter((_, i) => (a < b ? a <= i && i <= b : a <= i || i <= b));
}

function readDayList(r: TokenReader, loose: boolean): DayGroup | null {
  const days: Weekday[] = [];
  let joined = false;
  for (;;) {
    const item = readDayRange(r) ?? readDay(r);
    if (!item) return null;
    days.push(...item);
    const after = attempt(r, (copy) => {
      takeAbbreviationDot(copy);
      return copy;
    })!;
    const link = attempt(after, (copy) => {
      if (takeRole(copy, "AND") || takeKind(copy, "JOINER")) return { copy, joins: true };
      const separator = takeKind(copy, "SEPARATOR");
      return separator && (!loose || separator.text === ",") ? { copy, joins: false } : null;
    });
    const next = link && attempt(link.copy, (copy) => readDayRange(copy) ?? readDay(copy));
    if (!link || !next || (joined && !link.joins)) break;
    joined = link.joins;
    r.at = after.at;
    r.repaired ||= after.repaired;
  }
  return days.length > 1 && (joined || loose) ? { days: inOrder(days), doubtful: [] } : null;
}

/** "Mar, Gio: 14:30-18:30": the colon says that the hours are those of all. */
function readCommaList(r: TokenReader): DayGroup | null {
  const group = readDayList(r, true);
  const next = peek(r)?.text === "." ? peek(r, 1) : peek(r);
  return next?.text === ":" ? group : null;
}

/**
 * "Lun/Mer/Ven" is a list. "Lun/Ven" is a range if it is nearly a week; between nearer days it may be either, and the
 * days between are in doubt.
 */
function readSlashedDays(r: TokenReader): DayGroup | null {
  const days: Weekday[] = [];
  do {
    const [day] = readDay(r) ?? [];
    if (!day) return null;
    days.push(day);
    takeAbbreviationDot(r);
  } while (takeKind(r, "SLASH"));
  const [first, last] = [days[0]!, days[1]];
  if (last === undefined || last === first) return null;
  if (days.length > 2) return { days: inOrder(days), doubtful: [] };
  const range = between(first, last);
  return range.length > 4
    ? { days: range, doubtful: [] }
    : { days: inOrder([first, last]), doubtful: range.filter((day) => day !== first && day !== last) };
}

/** "Lun", "il lunedì", "ogni lunedì". */
const readDay = (reader: TokenReader): Weekday[] | null =>
  attempt(reader, (r) => {
    takeRole(r, "ALL");
    takeRole(r, "ARTICLE");
    return peek(r)?.day ? [take(r).day!] : null;
  });

/** "Lun. - Ven.": a dot that touches the day, before more about the days or their hours. */
function takeAbbreviationDot(r: TokenReader): void {
  const [day, dot, next] = [r.tokens[r.at - 1], peek(r), peek(r, 1)];
  if (dot?.text !== "." || dot.start !== day?.end || next === null) return;
  const goesOn =
    ["DASH", "JOINER", "NUMBER", "SLASH", "TIME", "TIME_PAIR"].includes(next.kind) ||
    [",", ":"].includes(next.text) ||
    (next.role !== undefined && ["AND", "CLOSED", "EXCEPT", "FROM_HOUR", "OCLOCK", "TO"].includes(next.role));
  if (goesOn) take(r);
}

/** "tranne mercoledì", "escluso il lunedì e il martedì": without the days excepted; `null` if they are not of the group. */
function readExcept(reader: TokenReader, group: DayGroup): DayGroup | null {
  const excepted = attempt(reader, readExceptedDays);
  return excepted === null ? group : without(group, excepted);
}

export function without({ days, doubtful }: DayGroup, excepted: readonly Weekday[]): DayGroup | null {
  const rest = days.filter((day) => !excepted.includes(day));
  const areOfGroup = excepted.every((day) => days.includes(day) || doubtful.includes(day));
  return areOfGroup && rest.length > 0
    ? { days: rest, doubtful: doubtful.filter((day) => !excepted.includes(day)) }
    : null;
}

/** "tranne mercoledì", ", lunedì escluso,". */
export function readExceptedDays(r: TokenReader): readonly Weekday[] | null {
  takeKind(r, "SEPARATOR");
  const before = takeRole(r, "EXCEPT");
  const days = attempt(r, (copy) => readDayList(copy, true))?.days ?? readDayRange(r) ?? readDay(r);
  if (!days || (!before && !takeRole(r, "EXCEPT"))) return null;
  return days;
}

/**
 * A word that must be a day: one letter off exactly one day, with hours after it, between the day before and the day
 * after ("Mar 15:00-18:00, ,er 15:00-18:00, Gio 15:00-18:00"). `null` unless all of this is true.
 */
export function dayByPosition(
  tokens: readonly Token[],
  at: number,
  before: Weekday,
  lexicon: Lexicon,
): Weekday | null {
  const hours = readerAt(tokens, at + 1);
  if (readSpans(hours).length === 0) return null;
  while (takeKind(hours, "SEPARATOR"));
  const word = plainWord(tokens[at]!.text);
  const forms = { ...lexicon.dayAbbreviations, ...lexicon.dayNames };
  const near = new Set(
    Object.keys(forms)
      .filter((form) => isOneLetterOff(word, form))
      .map((f) => entryOf(forms, f)),
  );
  const [day, after] = weekdays.slice(weekdays.indexOf(before) + 1);
  return day && near.size === 1 && near.has(day) && after === peek(hours)?.day ? day : null;
}
