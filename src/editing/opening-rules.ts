import type { OpeningRules } from "../domain/schedule/opening-answer";
import { readOpeningRules } from "../domain/schedule/read-opening-rules";
import type { CompletionContext } from "./editable";

/** An editor's text of hours as rules, in the time zone of the city and from the year of the edit on. */
export async function openingRulesOf(
  hoursText: string | null,
  closuresText: string | null,
  areaCodes: readonly string[],
  { repositories, now }: CompletionContext,
): Promise<OpeningRules | null> {
  const calendars = await repositories.cityCalendars.byCodes(areaCodes);
  const timezone = calendars.find((calendar) => calendar !== null)?.timezone ?? "UTC";
  return readOpeningRules(hoursText ?? "", closuresText ?? "", { year: Number(now.slice(0, 4)), timezone });
}
