import { momentOf } from "./moment";
import type { OpeningAnswer, OpeningOptions, OpeningRules } from "./opening-answer";
import { openingSegments } from "./opening-segments";

/** Whether a place is open at an instant (ISO 8601 with offset), by the rules of `judgeOpening`. */
export function openingAt(rules: OpeningRules, instant: string, options: OpeningOptions): OpeningAnswer {
  const moment = momentOf(instant, "instant");
  for (const { state, reason, rule } of openingSegments(rules, moment, moment + 1, options)) {
    return { state, reason, rule };
  }
  throw new Error(`No answer for ${instant}.`);
}
