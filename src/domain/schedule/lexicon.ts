import type { Weekday } from "./calendar-day";

/** The role of a word in a text of hours, in any language. */
export type WordRole =
  /** "all": all of a month, all days. */
  | "ALL"
  | "AND"
  /** "appointment": open only for those who have one. */
  | "APPOINTMENT"
  /** An article or preposition without a meaning of its own: "the", "of". */
  | "ARTICLE"
  | "CLOSED"
  /** "days", as in "all days". */
  | "DAYS"
  /** "except", before or after the excepted days. */
  | "EXCEPT"
  /** From a date, a day or a time. */
  | "FROM"
  /** From a time only: "dalle 9". */
  | "FROM_HOUR"
  /** Public holidays. */
  | "HOLIDAYS"
  /** "both ends included", which is the default meaning of a range. */
  | "INCLUSIVE"
  /** "the middle of" a month. */
  | "MIDDLE"
  | "MONTH"
  | "NONE"
  /** First, second, last: a day of the month by its place. */
  | "NTH"
  /** "not available": the writer states that it is not known. */
  | "NOT_STATED"
  /** "hour", as in "from 9:00 hours". */
  | "OCLOCK"
  /** "by, only", before an appointment. */
  | "ONLY"
  /** "open", which adds nothing to hours. */
  | "OPEN"
  | "TO"
  | "TO_HOUR"
  /** "without a break", which adds nothing to hours. */
  | "UNBROKEN"
  | "WEEK";

/** The words of one language, in lower case; names without accents. Another language is another value of this type. */
export interface Lexicon {
  /** The full names, in which one wrong letter is tolerated. */
  readonly dayNames: Readonly<Record<string, Weekday>>;
  readonly dayAbbreviations: Readonly<Record<string, Weekday>>;
  /** Months are 1 to 12. */
  readonly monthNames: Readonly<Record<string, number>>;
  readonly monthAbbreviations: Readonly<Record<string, number>>;
  /** Names of another language that spreadsheet programs insert instead of these. */
  readonly foreignMonthNames: Readonly<Record<string, number>>;
  /** With their accents: "è" (is) is not "e" (and). */
  readonly roles: Readonly<Record<string, WordRole>>;
  /** Days with a name. */
  readonly namedDays: Readonly<Record<string, { readonly month: number; readonly day: number }>>;
}

/** Lower case, no accents, no apostrophes: "Lunedì", "lunedi'" and "LUNEDI" are one word. */
export const plainWord = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}|['’`]/gu, "")
    .toLowerCase();

/** Lower case, with its accents; all apostrophes alike. */
export const exactWord = (text: string): string => text.normalize("NFC").replace(/[’`]/g, "'").toLowerCase();

/** The value of an entry, if it is the record's own property. */
export const entryOf = <T>(record: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(record, key) ? record[key]! : null;

/** Whether the words differ by one additional, missing or wrong letter (Levenshtein distance 1). */
export function isOneLetterOff(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

/** The value of the only entry whose key is one letter off; `null` if there is none or several. */
export function entryOneLetterOff<T>(record: Readonly<Record<string, T>>, word: string): T | null {
  const near = Object.keys(record).filter((key) => isOneLetterOff(word, key));
  return near.length === 1 ? record[near[0]!]! : null;
}
