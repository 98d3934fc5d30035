import { dayMs } from "./calendar-day";
import { instantAt, momentOf } from "./local-time";
import type { OpeningOptions, OpeningReason, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";
import type { Schedule } from "./schedule";

/** How far ahead to look for an opening, in days of 24 hours. */
const nextOpeningDays = 400;

/**
 * OPENS: at that instant the place is open and not before it; `mayOpenEarlier` if a time before it is uncertain.
 * UNKNOWN: no certain opening was found and the first doubt is named. NEVER: it is always closed.
 */
export type NextOpening =
  | {
      readonly kind: "OPENS";
      readonly instant: string;
      readonly rule: Schedule;
      readonly mayOpenEarlier: boolean;
    }
  | { readonly kind: "UNKNOWN"; readonly reason: OpeningReason; readonly rule: Schedule | null }
  | { readonly kind: "NEVER"; readonly reason: OpeningReason; readonly rule: Schedule | null };

/** The first instant, at or after the given one (ISO 8601 with offset), at which a place is certainly open. */
export function nextOpening(rules: OpeningRules, from: string, options: OpeningOptions): NextOpening {
  const fromMs = momentOf(from, "from");
  let doubt: NextOpening | null = null;
  let closed: NextOpening | null = null;
  for (const segment of openingSegments(rules, fromMs, horizonMs(rules, fromMs), options)) {
    const { state, reason, rule, startMs } = segment;
    if (state === "OPEN") {
      return { kind: "OPENS", instant: instantAt(startMs), rule: rule!, mayOpenEarlier: doubt !== null };
    }
    if (state === "UNKNOWN") doubt ??= { kind: "UNKNOWN", reason, rule };
    else closed ??= { kind: "NEVER", reason, rule };
  }
  return (doubt ?? closed)!;
}

/**
 * The end of the search: after the last day of every row and of all unparsed text, all further days are alike. Three
 * more days are searched, for a span over midnight, any zone, and the first of those days.
 */
function horizonMs({ schedules, unparsed }: OpeningRules, fromMs: number): number {
  const farthest = fromMs + nextOpeningDays * dayMs;
  const lastDays = [...schedules, ...unparsed].map(({ validTo }) => validTo);
  if (lastDays.includes(null)) return farthest;
  const lastMs = Math.max(fromMs, ...lastDays.map((day) => Date.parse(`${day}T00:00:00Z`)));
  return Math.min(farthest, lastMs + 3 * dayMs);
}
