import type { Weekday } from "./calendar-day";
import { entryOf, entryOneLetterOff, exactWord, type Lexicon, plainWord, type WordRole } from "./lexicon";

export interface TokenMeaning {
  readonly kind:
    | "BROKEN"
    | "DASH"
    | "DATE"
    | "JOINER"
    | "NUMBER"
    | "OTHER"
    | "SEPARATOR"
    | "SLASH"
    | "TIME"
    | "TIME_PAIR"
    | "WORD";
  /** Read in spite of a typing error. */
  readonly repaired?: boolean;
  readonly number?: number;
  /** "1°": a place in an order, never a time. */
  readonly ordinal?: boolean;
  readonly date?: { readonly day: number; readonly month: number; readonly year: number | null };
  /** Local times `HH:MM`, one or (TIME_PAIR) two; `24:00` is the end of a day. */
  readonly times?: readonly string[];
  readonly day?: Weekday;
  readonly month?: number;
  /** The month is misspelt or of another language: it is a month only beside a number. */
  readonly monthNeedsNumber?: boolean;
  readonly role?: WordRole;
  readonly namedDay?: { readonly month: number; readonly day: number };
}

/** A piece of text that means one thing, from `start` to before `end`. */
export interface Token extends TokenMeaning {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Reader = readonly [RegExp, (match: RegExpExecArray, lexicon: Lexicon) => TokenMeaning];

/** Tried in this order at each position. */
const readers: readonly Reader[] = [
  [
    /(?:h\s?24|24\s?h|24 ore su 24|24 ore)(?![\p{L}\d])/iuy,
    () => ({ kind: "TIME_PAIR", times: ["00:00", "24:00"] }),
  ],
  // "15:30:19:00": all digits of two times are there, only the dash is a colon.
  [/(\d{1,2}:\d{2}):(\d{1,2}:\d{2})(?!:?\d)/y, ([, from, to]) => times("TIME_PAIR", [from!, to!], true)],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?!\/?\d)/y, ([, d, m, y]) => date(d!, m!, y)],
  [/\d{1,2}:\d{2}(?!:?\d)/y, ([text]) => times("TIME", [text], false)],
  // "14,45", "15.00"; but "10.06" may be 10 June: only minutes that are not a month are minutes.
  [/(\d{1,2})[.,](00|1[3-9]|[2-5]\d)(?![\d:.,/]*\d)/y, ([, h, m]) => times("TIME", [`${h}:${m}`], true)],
  [/\d+(?:[:./]\d+)+/y, () => ({ kind: "BROKEN" })],
  [/(\d{1,2})\s?[°ºª^](?![\p{L}\d])/uy, ([, n]) => ({ kind: "NUMBER", number: Number(n), ordinal: true })],
  [/\d{1,4}(?!\d)/y, ([text]) => ({ kind: "NUMBER", number: Number(text) })],
  [/\d+/y, () => ({ kind: "BROKEN" })],
  [/n\.\s?d\.?(?!\p{L})|n\/d(?!\p{L})/iuy, (_, lexicon) => word("nd", lexicon)],
  [/[\p{L}\p{M}'’`]+/uy, ([text], lexicon) => word(text, lexicon)],
  [/-?[>→]|[-‐‑–—−]/uy, () => ({ kind: "DASH" })],
  [/[.,;:|\n]/y, () => ({ kind: "SEPARATOR" })],
  [/\//y, () => ({ kind: "SLASH" })],
  [/[+&]/y, () => ({ kind: "JOINER" })],
  [/[^\s]/uy, () => ({ kind: "OTHER" })],
];

/** All tokens of a text, in order; between them there is only white space. */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, lexicon);
    // A new line separates, but not twice.
    if (token && !(token.text === "\n" && tokens.at(-1)?.kind === "SEPARATOR")) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

function tokenAt(text: string, start: number, lexicon: Lexicon): Token | null {
  for (const [pattern, meaningOf] of readers) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { ...meaningOf(match, lexicon), text: match[0], start, end: start + match[0].length };
  }
  return null;
}

function times(kind: "TIME" | "TIME_PAIR", written: readonly string[], repaired: boolean): TokenMeaning {
  const padded = written.map((time) => time.padStart(5, "0"));
  const exist = padded.every((time) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
  return exist ? { kind, times: padded, repaired } : { kind: "BROKEN" };
}

/** Day before month, as in Italy; two digits of a year are of this century. */
function date(day: string, month: string, year: string | undefined): TokenMeaning {
  const fullYear = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  return { kind: "DATE", date: { day: Number(day), month: Number(month), year: fullYear } };
}

function word(text: string, lexicon: Lexicon): TokenMeaning {
  const plain = plainWord(text);
  const role = entryOf(lexicon.roles, exactWord(text)) ?? undefined;
  const namedDay = entryOf(lexicon.namedDays, plain) ?? undefined;
  const day = entryOf(lexicon.dayNames, plain) ?? entryOf(lexicon.dayAbbreviations, plain);
  const month = entryOf(lexicon.monthNames, plain) ?? entryOf(lexicon.monthAbbreviations, plain);
  if (role || namedDay) return { kind: "WORD", role, namedDay };
  if (day !== null || month !== null) {
    // "DOm", "GIo": the shift key was pressed too long.
    const repaired = !/^(\p{Lu}?[^\p{Lu}]*|\P{Ll}*)$/u.test(text);
    return { kind: "WORD", day: day ?? undefined, month: month ?? undefined, repaired };
  }
  return misspeltWord(plain, lexicon);
}

/** One wrong letter is tolerated in full names only: abbreviations are too similar to other words. */
function misspeltWord(plain: string, lexicon: Lexicon): TokenMeaning {
  const foreign = entryOf(lexicon.foreignMonthNames, plain);
  const month = foreign ?? entryOneLetterOff(lexicon.monthNames, plain);
  if (month !== null) return { kind: "WORD", month, monthNeedsNumber: true, repaired: true };
  const day = entryOneLetterOff(lexicon.dayNames, plain);
  return day === null ? { kind: "OTHER" } : { kind: "WORD", day, repaired: true };
}
