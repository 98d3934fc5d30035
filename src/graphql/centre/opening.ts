import type { Centre } from "../../domain/centre";
import { holidaysOf } from "../../domain/city-calendar";
import { nextOpening } from "../../domain/schedule/next-opening";
import type { OpeningAnswer, OpeningOptions, OpeningRules } from "../../domain/schedule/opening-answer";
import { openingAt } from "../../domain/schedule/opening-at";
import { openingHours } from "../../domain/schedule/opening-hours";
import type { Context } from "../context";
import { loadAll } from "../loaders";
import type { NextOpeningType, OpeningAnswerType, OpeningIntervalType } from "./opening.type";

/** Nothing is known of a centre that no source speaks of: every answer is then UNKNOWN, with its reason. */
const noRules: OpeningRules = { schedules: [], unparsed: [], closuresKnown: false };

export async function isOpenAt(centre: Centre, time: Date, context: Context): Promise<OpeningAnswerType> {
  const instant = time.toISOString();
  const answer = await judge(centre, context, (rules, options) => openingAt(rules, instant, options));
  return { time: instant, ...asType(answer) };
}

/** @throws HubError LIMIT_EXCEEDED for more than 92 days. */
export async function openIntervals(
  centre: Centre,
  from: Date,
  to: Date,
  context: Context,
): Promise<OpeningIntervalType[]> {
  const intervals = await judge(centre, context, (rules, options) =>
    openingHours(rules, from.toISOString(), to.toISOString(), options),
  );
  return intervals.map((interval) => ({ ...interval, ...asType(interval) }));
}

export async function opensNext(centre: Centre, after: Date, context: Context): Promise<NextOpeningType> {
  const next = await judge(centre, context, (rules, options) =>
    nextOpening(rules, after.toISOString(), options),
  );
  const { rule } = asType(next);
  return next.kind === "OPENS"
    ? { opens: next.instant, mayOpenEarlier: next.mayOpenEarlier, reason: null, rule }
    : { opens: null, mayOpenEarlier: next.kind === "UNKNOWN", reason: next.reason, rule };
}

/** Whether the centre has usual hours on a day of the week, in any season for which they are stated. */
export const opensOn = ({ openingRules }: Centre, weekday: string): boolean =>
  (openingRules?.schedules ?? []).some(
    (row) => row.isException !== "CLOSED" && row.opensAt !== null && row.byday.some((day) => day === weekday),
  );

async function judge<T>(
  centre: Centre,
  { loaders }: Context,
  ask: (rules: OpeningRules, options: OpeningOptions) => T,
): Promise<T> {
  const areas = await loadAll(loaders.area, centre.areaCodes);
  const city = areas.find((area) => area.level === "CITY");
  const calendar = city ? await loaders.cityCalendar.load(city.code) : null;
  const rules = centre.openingRules ?? noRules;
  // A city without a calendar has no holidays that the hub knows; its hours are in the zone that they state.
  const timezone = calendar?.timezone ?? rules.schedules[0]?.timezone ?? "UTC";
  return ask(rules, { timezone, holidays: calendar ? holidaysOf(calendar) : [] });
}

const asType = <T extends Pick<OpeningAnswer, "rule">>(answer: T) =>
  answer as T & { rule: OpeningAnswerType["rule"] };
