import { HubError } from "../../domain/kit/errors";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { holidaysOf } from "../../domain/places/city-calendar";
import { nextOpening } from "../../domain/schedule/next-opening";
import type { OpeningAnswer, OpeningOptions, OpeningRules } from "../../domain/schedule/opening-answer";
import { type OpeningInterval, openingHours } from "../../domain/schedule/opening-hours";
import { openingAt } from "../../domain/schedule/opening-segments";
import { statedClosures } from "../../domain/schedule/stated-closures";
import type { QueryContext } from "../kit/query-context";
import type { OpeningPlace } from "./opening-place";

interface Noted {
  /** A caveat; `null` if nothing is doubtful. */
  readonly note: LocalizedText | null;
}

/** Whether a place is open at a moment. */
export interface PlaceOpening extends OpeningAnswer, Noted {
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface PlaceInterval extends OpeningInterval, Noted {}

export type PlaceNextOpening = Awaited<ReturnType<typeof opensNext>>;

export type PlaceClosures = Awaited<ReturnType<typeof closuresOf>>;

/** For a place that no source describes: every answer is UNKNOWN, with its reason. */
const noRules: OpeningRules = { schedules: [], unparsed: [], closuresKnown: false };

export function isOpenAt(place: OpeningPlace, at: Date, context: QueryContext): PlaceOpening {
  checkYear("at", at);
  const instant = at.toISOString();
  const answer = judge(place, context, (rules, options) => openingAt(rules, instant, options));
  const { unsure, note } = place;
  return { at: instant, ...answer, ...(unsure && { state: "UNKNOWN", reason: unsure }), note };
}

/** @throws HubError LIMIT_EXCEEDED for more than 92 days. */
export function openIntervals(
  place: OpeningPlace,
  from: Date,
  to: Date,
  context: QueryContext,
): PlaceInterval[] {
  for (const [argument, instant] of Object.entries({ from, to })) checkYear(argument, instant);
  const [opens, closes] = [from.toISOString(), to.toISOString()];
  const intervals = judge(place, context, (rules, options) => openingHours(rules, opens, closes, options));
  const { unsure: reason, note } = place;
  if (reason === null) return intervals.map((interval) => ({ ...interval, note }));
  return opens < closes ? [{ opens, closes, state: "UNKNOWN", reason, rule: null, note }] : [];
}

/** `opens` is null if no certain opening was found, and `reason` if it certainly opens. */
export function opensNext(place: OpeningPlace, from: Date, context: QueryContext) {
  checkYear("from", from);
  const { unsure, note } = place;
  if (unsure) return { opens: null, mayOpenEarlier: true, reason: unsure, rule: null, note };
  const next = judge(place, context, (rules, options) => nextOpening(rules, from.toISOString(), options));
  const { rule } = next;
  return next.kind === "OPENS"
    ? { opens: next.instant, mayOpenEarlier: next.mayOpenEarlier, reason: null, rule, note }
    : { opens: null, mayOpenEarlier: next.kind === "UNKNOWN", reason: next.reason, rule, note };
}

/** @throws HubError LIMIT_EXCEEDED for more than a year. */
export function closuresOf(place: OpeningPlace, from: Date, to: Date, context: QueryContext) {
  for (const [argument, instant] of Object.entries({ from, to })) checkYear(argument, instant);
  const closures = judge(place, context, (rules, options) =>
    statedClosures(rules, from.toISOString(), to.toISOString(), options),
  );
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    /** Whether a source states exceptional closures, even if there are none. */
    known: place.rules?.closuresKnown ?? false,
    intervals: closures,
    unparsed: (place.rules?.unparsed ?? []).filter(({ about }) => about === "CLOSURES"),
    note: place.note,
  };
}

/** Beyond these years there is neither a calendar nor, at last, a date. @throws HubError BAD_USER_INPUT. */
function checkYear(argument: string, instant: Date): void {
  const year = instant.getUTCFullYear();
  if (year >= 1900 && year <= 2199) return;
  const values = { argument, instant: instant.toISOString() };
  throw new HubError("BAD_USER_INPUT", "instantRange", values, { where: argument });
}

/** Whether a place is known to have usual hours on a day of the week, in any season. */
export const opensOn = ({ rules, unsure }: OpeningPlace, weekday: string): boolean =>
  unsure === null &&
  (rules?.schedules ?? []).some(
    (row) => row.isException !== "CLOSED" && row.opensAt !== null && row.byday.some((day) => day === weekday),
  );

function judge<T>(
  place: OpeningPlace,
  { records }: QueryContext,
  ask: (rules: OpeningRules, options: OpeningOptions) => T,
): T {
  const areas = records.area.all(place.areaCodes);
  const city = areas.find((area) => area.level === "CITY");
  const calendar = city ? records.cityCalendar.one(city.code) : null;
  const rules = place.rules ?? noRules;
  // A city without a calendar has no known holidays; its hours are in their stated zone.
  const timezone = calendar?.timezone ?? rules.schedules[0]?.timezone ?? "UTC";
  return ask(rules, { timezone, holidays: calendar ? holidaysOf(calendar) : [] });
}
