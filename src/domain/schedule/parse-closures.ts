import { weekdays } from "./calendar-day";
import { italianLexicon } from "./italian-lexicon";
import type { ParseContext, ParsedHours } from "./parse-opening-hours";
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
  const closures = readClosures(tokens, year);
  if (!closures) {
    const words = tokens.filter(({ kind }) => kind !== "SEPARATOR");
    const reason = words.every(({ role }) => role === "NOT_STATED") ? "NOT_STATED" : "NOT_UNDERSTOOD";
    const unparsed = { text: rawText, reason, about: "CLOSURES", validFrom: null, validTo: null } as const;
    return { schedules: [], unparsed: [unparsed], closuresKnown: false };
  }
  const schedules = closures.map(({ from, to, confidence }) =>
    createSchedule({
      validFrom: from,
      validTo: to,
      freq: "WEEKLY",
      byday: weekdays,
      timezone,
      isException: "CLOSED",
      rawText,
      parseConfidence: confidence,
    }),
  );
  return { schedules, unparsed: [], closuresKnown: true };
}
