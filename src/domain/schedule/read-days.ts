import { type Weekday, weekdays } from "./calendar-day";
import { entryOf, isOneLetterOff, type Lexicon, plainWord } from "./lexicon";
import { readSpans } from "./read-spans";
import { attempt, peek, readerAt, type TokenReader, take, takeKind, takeRole } from "./token-reader";
import type { Token } from "./tokens";

/**
 * The days of a group of hours: "Lun", "Lun e Mer", "Lun, Mar e Gio", "Lun-Ven", "dal lunedì al venerdì", "tutti i
 * giorni". Days with commas alone are not a group: each may have lost its own hours.
 */
export const readDays = (reader: TokenReader): Weekday[] | null =>
  attempt(reader, readAllDays) ??
  attempt(reader, readDayRange) ??
  attempt(reader, readDayList) ??
  readDay(reader);

function readAllDays(r: TokenReader): Weekday[] | null {
  if (!takeRole(r, "ALL")) return null;
  takeRole(r, "ARTICLE");
  return takeRole(r, "DAYS") ? [...weekdays] : null;
}

function readDayRange(r: TokenReader): Weekday[] | null {
  takeRole(r, "FROM");
  const [first] = readDay(r) ?? [];
  if (!first || !(takeKind(r, "DASH") || takeRole(r, "TO"))) return null;
  const [last] = readDay(r) ?? [];
  if (!last) return null;
  const days = weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1);
  return days.length > 1 ? days : null;
}

function readDayList(r: TokenReader): Weekday[] | null {
  const days: Weekday[] = [];
  for (;;) {
    const day = readDay(r);
    if (!day) return null;
    days.push(...day);
    if (takeRole(r, "AND")) break;
    if (!takeKind(r, "SEPARATOR")) return null;
  }
  const last = readDay(r);
  return last && weekdays.filter((day) => [...days, ...last].includes(day));
}

const readDay = (r: TokenReader): Weekday[] | null => (peek(r)?.day ? [take(r).day!] : null);

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
