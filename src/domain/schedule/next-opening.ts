import { instantAt, momentOf } from "./moment";
import type { OpeningOptions, OpeningReason, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";
import type { Schedule } from "./schedule";

const dayMs = 86_400_000;

/** How far ahead an opening is looked for, in days of 24 hours. */
export const nextOpeningDays = 400;

/**
 * OPENS: at that instant the place is open and not before it; `mayOpenEarlier` where there is a time before it of which
 * that is not known. UNKNOWN: no sure opening was found and the first doubt is named. NEVER: it is closed all the time.
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

/** The first instant, at or after the given one (ISO 8601 with offset), at which a place is surely open. */
export function nextOpening(rules: OpeningRules, after: string, options: OpeningOptions): NextOpening {
  const afterMs = momentOf(after, "after");
  let doubt: NextOpening | null = null;
  let closed: NextOpening | null = null;
  for (const segment of openingSegments(rules, afterMs, afterMs + nextOpeningDays * dayMs, options)) {
    const { state, reason, rule, startMs } = segment;
    if (state === "OPEN") {
      return { kind: "OPENS", instant: instantAt(startMs), rule: rule!, mayOpenEarlier: doubt !== null };
    }
    if (state === "UNKNOWN") doubt ??= { kind: "UNKNOWN", reason, rule };
    else closed ??= { kind: "NEVER", reason, rule };
  }
  return (doubt ?? closed)!;
}
