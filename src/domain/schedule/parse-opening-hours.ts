import { weekdays } from "./calendar-day";
import type { HoursStatement } from "./hours-statement";
import { italianLexicon } from "./italian-lexicon";
import type { Lexicon } from "./lexicon";
import { readOsmHours } from "./osm-hours";
import { readHours } from "./read-hours";
import type { WrittenPeriod } from "./read-period";
import { type DayRule, type HoursRules, type ResolvedRule, resolveHours } from "./resolve-hours";
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

export const closedHolidays = (text: string): UnparsedText => ({
  text,
  reason: "PUBLIC_HOLIDAYS",
  about: "CLOSURES",
  ...unbounded,
});

/**
 * The rows in a text of opening hours: "Dal 1 al 31 agosto: Lun 9:00-12:00 e 14:00-18:00, Dom chiuso.", or in the notation
 * of OpenStreetMap. Every word of the text is in the `rawText` of a row or in `unparsed`; hours that cannot be parsed are
 * rows without times. Words that are not understood concern every day, unless a heading with dates bounds them.
 */
export function parseOpeningHours(text: string, context: ParseContext): ParsedHours {
  const { rules, closures, unparsed } = readOsmHours(text, context.year) ?? readItalianHours(text, context);
  const { timezone } = context;
  // A word that is not understood may be an exception to what is closed: "sabato chiuso salvo eventi".
  const isDoubtful = unparsed.some(({ reason }) => reason === "NOT_UNDERSTOOD");
  const resolved = resolveHours(rules);
  const replaced = rules.filter((rule) => !resolved.some((each) => each.rule === rule));
  return {
    schedules: [
      ...resolved.flatMap((each) => rowsOf(each, timezone, isDoubtful)),
      ...closures.map(({ period, text: rawText }) =>
        createSchedule({
          ...validityOf(period.from, period.to, period.assumedYear),
          freq: "WEEKLY",
          byday: weekdays,
          timezone,
          isException: "CLOSED",
          rawText,
          parseConfidence: isDoubtful ? "UNKNOWN" : period.repaired ? "REPAIRED" : "CERTAIN",
        }),
      ),
    ],
    unparsed: [...(isDoubtful ? unparsed.map(asDoubt) : unparsed), ...replaced.map(replacedText)],
  };
}

const replacedText = ({ text }: DayRule): UnparsedText => ({
  text,
  reason: "REPLACED",
  about: "HOURS",
  ...unbounded,
});

/** "chiuso nei festivi, salvo il 25 aprile": what is closed on holidays is in doubt too. */
const asDoubt = (piece: UnparsedText): UnparsedText =>
  piece.reason === "PUBLIC_HOLIDAYS" ? { ...piece, reason: "NOT_UNDERSTOOD", about: "HOURS" } : piece;

const validityOf = (
  validFrom: string | null,
  validTo: string | null,
  assumedYear: number | null | undefined,
) => ({
  validFrom,
  validTo,
  ...(assumedYear && { assumedYear }),
});

function readItalianHours(text: string, { year, lexicon = italianLexicon }: ParseContext): HoursRules {
  const tokens = tokenize(text, lexicon);
  const statements = readHours({ tokens, lexicon, year });
  const rules: DayRule[] = [];
  const closures: { period: WrittenPeriod; text: string }[] = [];
  const unparsed: UnparsedText[] = [];
  let section = unheaded;
  for (const [i, statement] of statements.entries()) {
    const words = wordsOf(text, tokens, statement);
    switch (statement.kind) {
      case "PERIODS":
        section = { periods: statement.periods, text: words, readable: true };
        break;
      case "CLOSED_PERIODS":
        closures.push(...statement.periods.map((period) => ({ period, text: words })));
        break;
      case "CLOSED_HOLIDAYS":
        unparsed.push(closedHolidays(words));
        break;
      case "DAYS":
        if (statement.closedHolidays) unparsed.push(closedHolidays(words));
        if (section.readable) rules.push(...rulesOf(statement, words, section));
        else unparsed.push({ text: words, reason: "PERIOD_UNREADABLE", about: "HOURS", ...unbounded });
        break;
      case "UNREAD": {
        // Text with dates may concern any days, not only those of the heading above; so may the last words of all.
        const before = statements[i - 1];
        const first = before?.kind === "PERIODS" ? before.first : statement.first;
        if (hasDates(tokens.slice(first, statement.next)))
          section = { periods: [null], text: "", readable: false };
        const isLast = !statements.slice(i).some(({ kind }) => kind === "PERIODS");
        const isOnly =
          statements.filter(({ kind }) => kind === "PERIODS").length === 1 && rules.every(hasPeriod);
        const bounds = isLast && !isOnly ? unbounded : boundsOf(section);
        const whole = wordsOf(text, tokens, { first, next: statement.next });
        unparsed.push({ text: whole, reason: "NOT_UNDERSTOOD", about: "HOURS", ...bounds });
      }
    }
  }
  return { rules, closures, unparsed };
}

const hasPeriod = ({ period }: DayRule): boolean => period !== null;

function rulesOf(
  statement: HoursStatement & { readonly kind: "DAYS" },
  words: string,
  section: Section,
): DayRule[] {
  const { days, doubtful, closed, spans, repaired, unread } = statement;
  const text = section.text === "" ? words : `${section.text} ${words}`;
  return section.periods.flatMap((period) => {
    const rule = { period, spans, text, repaired, unread } as const;
    const state = closed ? "CLOSED" : spans.length > 0 ? "HOURS" : "UNKNOWN";
    const rules: DayRule[] = [{ ...rule, days: weekdays.filter((day) => days.includes(day)), state }];
    if (doubtful.length > 0)
      rules.push({ ...rule, days: weekdays.filter((day) => doubtful.includes(day)), state: "UNKNOWN" });
    return rules;
  });
}

function rowsOf(
  { rule, from, to, days, doubtful }: ResolvedRule,
  timezone: string,
  isDoubtful: boolean,
): Schedule[] {
  const { period, state, spans, text, repaired, unread } = rule;
  const repairedBefore = repaired || period?.repaired === true;
  const confidence = (slip: boolean) => (slip || repairedBefore ? "REPAIRED" : "CERTAIN");
  const row = {
    ...validityOf(from, to, period?.assumedYear),
    freq: "WEEKLY",
    timezone,
    rawText: text,
    isException: state === "CLOSED" ? "CLOSED" : null,
    parseConfidence: "UNKNOWN",
  } as const;
  const rows: Schedule[] = [];
  if (days.length > 0) {
    const sure = { ...row, byday: days };
    if (state === "HOURS")
      rows.push(
        ...spans.map(({ opensAt, closesAt, repaired: slip }) =>
          createSchedule({ ...sure, opensAt, closesAt, parseConfidence: confidence(slip) }),
        ),
      );
    if (state === "CLOSED")
      rows.push(createSchedule({ ...sure, parseConfidence: isDoubtful ? "UNKNOWN" : confidence(false) }));
    if (state === "UNKNOWN" || (state === "HOURS" && unread)) rows.push(createSchedule(sure));
  }
  if (doubtful.length > 0) rows.push(createSchedule({ ...row, byday: doubtful }));
  return rows;
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

const wordsOf = (
  text: string,
  tokens: readonly Token[],
  { first, next }: Pick<HoursStatement, "first" | "next">,
): string => text.slice(tokens[first]!.start, tokens[next - 1]!.end);
