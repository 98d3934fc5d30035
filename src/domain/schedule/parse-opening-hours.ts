import { weekdays } from "./calendar-day";
import { italianLexicon } from "./italian-lexicon";
import type { Lexicon } from "./lexicon";
import { type HoursStatement, readHours, type WrittenPeriod } from "./read-hours";
import { createSchedule, type Schedule, type UnparsedText } from "./schedule";
import { type Token, tokenize } from "./tokens";

export interface ParseContext {
  /** The year of dates without one: that of the period of the dataset. */
  readonly year: number;
  /** IANA zone of the place. */
  readonly timezone: string;
  /** The language of the text; Italian if absent. */
  readonly lexicon?: Lexicon;
}

export interface ParsedHours {
  readonly schedules: readonly Schedule[];
  readonly unparsed: readonly UnparsedText[];
}

/** The heading above some days: its periods, its words; `readable` is false if its days are not known. */
interface Section {
  readonly periods: readonly (WrittenPeriod | null)[];
  readonly text: string;
  readonly readable: boolean;
}

const unbounded = { validFrom: null, validTo: null };

/** Days without a heading apply as long as the source does. */
const unheaded: Section = { periods: [null], text: "", readable: true };

/**
 * The rows in a text of opening hours: "Dal 1 al 31 agosto: Lun 9:00-12:00 e 14:00-18:00, Dom chiuso." Every word of
 * the text is in the `rawText` of a row or in `unparsed`; hours that cannot be parsed are rows without times.
 */
export function parseOpeningHours(text: string, context: ParseContext): ParsedHours {
  const { year, lexicon = italianLexicon } = context;
  const tokens = tokenize(text, lexicon);
  const schedules: Schedule[] = [];
  const unparsed: UnparsedText[] = [];
  let section = unheaded;
  for (const statement of readHours({ tokens, lexicon, year })) {
    const words = wordsOf(text, tokens, statement);
    if (statement.kind === "PERIODS") {
      section = { periods: statement.periods, text: words, readable: true };
    } else if (statement.kind === "DAYS" && section.readable) {
      schedules.push(...rowsOf(statement, words, section, context.timezone));
    } else if (statement.kind === "DAYS") {
      unparsed.push({ text: words, reason: "PERIOD_UNREADABLE", about: "HOURS", ...unbounded });
    } else {
      // Text with dates may concern any days, not only those of the heading above.
      const pieces = tokens.slice(statement.first, statement.next);
      if (hasDates(pieces)) section = { periods: [null], text: "", readable: false };
      unparsed.push({ text: words, reason: "NOT_UNDERSTOOD", about: "HOURS", ...boundsOf(section) });
    }
  }
  return { schedules, unparsed };
}

function rowsOf(
  statement: HoursStatement & { readonly kind: "DAYS" },
  words: string,
  section: Section,
  timezone: string,
): Schedule[] {
  const rawText = section.text === "" ? words : `${section.text} ${words}`;
  const byday = weekdays.filter((day) => statement.days.includes(day));
  return section.periods.flatMap((period) => {
    const repairedBefore = statement.repaired || period?.repaired === true;
    const confidence = (repaired: boolean) => (repaired || repairedBefore ? "REPAIRED" : "CERTAIN");
    const validity = period === null ? {} : { validFrom: period.from, validTo: period.to };
    const row = {
      ...validity,
      freq: "WEEKLY",
      byday,
      timezone,
      rawText,
      parseConfidence: "UNKNOWN",
    } as const;
    const rows = statement.spans.map(({ opensAt, closesAt, repaired }) =>
      createSchedule({ ...row, opensAt, closesAt, parseConfidence: confidence(repaired) }),
    );
    if (statement.closed)
      rows.push(createSchedule({ ...row, isException: "CLOSED", parseConfidence: confidence(false) }));
    if (statement.unread) rows.push(createSchedule(row));
    return rows;
  });
}

/** Text that may be a heading: it has dates or ends in a colon. */
const hasDates = (tokens: readonly Token[]): boolean =>
  tokens.at(-1)?.text === ":" ||
  tokens.some(
    ({ kind, month, role }) =>
      kind === "NUMBER" || kind === "DATE" || kind === "BROKEN" || month !== undefined || role === "FROM",
  );

function boundsOf({ periods, readable }: Section): Pick<UnparsedText, "validFrom" | "validTo"> {
  const known = periods.filter((period) => period !== null);
  if (!readable || known.length === 0) return unbounded;
  return {
    validFrom: known.map((p) => p.from).sort()[0]!,
    validTo: known
      .map((p) => p.to)
      .sort()
      .at(-1)!,
  };
}

const wordsOf = (text: string, tokens: readonly Token[], { first, next }: HoursStatement): string =>
  text.slice(tokens[first]!.start, tokens[next - 1]!.end);
