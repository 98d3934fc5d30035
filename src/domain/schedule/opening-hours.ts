import { instantAt, stretchOf } from "./local-time";
import type { OpeningAnswer, OpeningOptions, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";

/** The longest interval whose hours are listed, in days of 24 hours. */
const openingHoursDays = 92;

/** An interval in which a place is open, or in which it is unknown whether it is. */
export interface OpeningInterval extends OpeningAnswer {
  readonly state: "OPEN" | "UNKNOWN";
  /** ISO 8601 in UTC; the requested `from` if it began before that. */
  readonly opens: string;
  /** Not included; the requested `to` if it ends after that. */
  readonly closes: string;
}

/**
 * When a place is open or may be open, from an instant to before another, in order; in between it is closed. Adjacent
 * intervals with the same state and reason are one, with the rule of the first.
 */
export function openingHours(
  rules: OpeningRules,
  from: string,
  to: string,
  options: OpeningOptions,
): OpeningInterval[] {
  const [fromMs, toMs] = stretchOf(from, to, openingHoursDays);
  const intervals: OpeningInterval[] = [];
  for (const { startMs, endMs, state, reason, rule } of openingSegments(rules, fromMs, toMs, options)) {
    if (state === "CLOSED") continue;
    const last = intervals.at(-1);
    const goesOn = last?.closes === instantAt(startMs) && last.state === state && last.reason === reason;
    if (goesOn) intervals[intervals.length - 1] = { ...last, closes: instantAt(endMs) };
    else intervals.push({ state, reason, rule, opens: instantAt(startMs), closes: instantAt(endMs) });
  }
  return intervals;
}
