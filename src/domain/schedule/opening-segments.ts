import { HubError } from "../kit/errors";
import { addDays, type CalendarDay } from "./calendar-day";
import { judgeOpening } from "./judge-opening";
import { localTimeAt, momentOf } from "./local-time";
import type { OpeningAnswer, OpeningOptions, OpeningRules } from "./opening-answer";
import { type Occurrence, type OpeningDay, openingDay } from "./opening-day";

/** An interval with one answer, from a moment (milliseconds since 1970) to before another. */
export interface OpeningSegment extends OpeningAnswer {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Adjacent intervals, each with one answer, from a moment to before another. Neighbours may have the same answer. They
 * are computed on demand, a day at a time.
 */
export function* openingSegments(
  rules: OpeningRules,
  fromMs: number,
  toMs: number,
  options: OpeningOptions,
): Generator<OpeningSegment> {
  checkZone(rules, options);
  let date: CalendarDay = localTimeAt(fromMs, options.timezone).date;
  let yesterday = openingDay(rules, addDays(date, -1), options);
  for (let at = fromMs; at < toMs; date = addDays(date, 1)) {
    const today = openingDay(rules, date, options);
    for (const end of [...changesBetween(yesterday, today, at), today.endMs]) {
      const endMs = Math.min(end, toMs);
      if (at >= endMs) continue;
      yield { startMs: at, endMs, ...judgeOpening(rules, at, yesterday, today) };
      at = endMs;
    }
    yesterday = today;
  }
}

/** The moments of today after `at` at which some span begins or ends, in order. */
function changesBetween(yesterday: OpeningDay, today: OpeningDay, at: number): number[] {
  const spans: Occurrence[] = [yesterday, today].flatMap(({ weekly, special, closures }) => [
    ...weekly,
    ...special,
    ...closures,
  ]);
  const moments = spans.flatMap(({ startMs, endMs }) => [startMs, endMs]);
  return moments.filter((moment) => at < moment && moment < today.endMs).sort((a, b) => a - b);
}

/** A place is in one zone: rows of another one are a programming error. */
function checkZone({ schedules }: OpeningRules, { timezone }: OpeningOptions): void {
  const other = schedules.find((row) => row.timezone !== timezone);
  if (!other) return;
  throw new HubError(
    "INVALID_RECORD",
    "otherZone",
    { zone: other.timezone, timezone },
    { where: "timezone" },
  );
}

/** Whether a place is open at an instant (ISO 8601 with offset), by the rules of `judgeOpening`. */
export function openingAt(rules: OpeningRules, instant: string, options: OpeningOptions): OpeningAnswer {
  const moment = momentOf(instant, "instant");
  for (const { state, reason, rule } of openingSegments(rules, moment, moment + 1, options)) {
    return { state, reason, rule };
  }
  throw new Error(`No answer for ${instant}.`);
}
