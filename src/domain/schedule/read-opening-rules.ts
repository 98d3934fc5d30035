import type { OpeningRules } from "./opening-answer";
import { parseClosures } from "./parse-closures";
import { type ParseContext, parseOpeningHours } from "./parse-opening-hours";

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
