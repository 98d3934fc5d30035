import { weekdays } from "./calendar-day";
import { italianLexicon } from "./italian-lexicon";
import type { OpeningRules } from "./opening-answer";
import {
  closedHolidays,
  type ParseContext,
  type ParsedHours,
  parseOpeningHours,
} from "./parse-opening-hours";
import { readClosures } from "./read-closures";
import { createSchedule } from "./schedule";
import { tokenize } from "./tokens";

export interface ParsedClosures extends ParsedHours {
  /** Whether the text states closures ("Nessuna chiusura" does, "ND" and an empty text do not). */
  readonly closuresKnown: boolean;
}

/**
 * The exceptions in a text of closures: "Dal 8 al 23 agosto", "15 August", "tutto il mese di agosto". It is parsed as a
 * whole or not at all; each row keeps the whole text. Single days are rows of their own.
 */
export function parseClosures(text: string, context: ParseContext): ParsedClosures {
  const { year, timezone, lexicon = italianLexicon } = context;
  const tokens = tokenize(text, lexicon);
  const rawText = text.trim();
  if (tokens.length === 0) return { schedules: [], unparsed: [], closuresKnown: false };
  const read = readClosures(tokens, year);
  if (!read) {
    const words = tokens.filter(({ kind }) => kind !== "SEPARATOR");
    const reason = words.every(({ role }) => role === "NOT_STATED") ? "NOT_STATED" : "NOT_UNDERSTOOD";
    const unparsed = { text: rawText, reason, about: "CLOSURES", validFrom: null, validTo: null } as const;
    return { schedules: [], unparsed: [unparsed], closuresKnown: false };
  }
  const schedules = read.closures.map(({ from, to, assumedYear, confidence }) =>
    createSchedule({
      validFrom: from,
      validTo: to,
      freq: "WEEKLY",
      byday: weekdays,
      timezone,
      isException: "CLOSED",
      rawText,
      parseConfidence: confidence,
      ...(assumedYear && { assumedYear }),
    }),
  );
  return { schedules, unparsed: read.holidays ? [closedHolidays(rawText)] : [], closuresKnown: true };
}

/**
 * The rules in texts of hours and of closures; `null` if they state nothing. Unparsed text stays in the rules, where it
 * makes answers unknown.
 */
export function readOpeningRules(
  hoursText: string,
  closuresText: string,
  context: ParseContext,
): OpeningRules | null {
  const hours = parseOpeningHours(hoursText, context);
  const closures = parseClosures(closuresText, context);
  const schedules = [...hours.schedules, ...closures.schedules];
  const unparsed = [...hours.unparsed, ...closures.unparsed];
  const isSilent = schedules.length === 0 && unparsed.length === 0 && !closures.closuresKnown;
  return isSilent ? null : { schedules, unparsed, closuresKnown: closures.closuresKnown };
}
