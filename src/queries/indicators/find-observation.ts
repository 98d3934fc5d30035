import {
  isCounted,
  missingObservation,
  noValue,
  noValueThen,
  type Observation,
  observationCode,
  onlyForecasts,
} from "../../domain/indicators/observation";
import { lastDay } from "../../domain/kit/dates";
import { HubError } from "../../domain/kit/errors";
import { byText } from "../../domain/kit/order";
import type { Area } from "../../domain/places/area";
import { recordAsOf } from "../kit/as-of";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { coverageOf, newestPeriodOf } from "./coverage-of-indicator";

/** Names one observation; the newest known value without a period. */
export interface ObservationRequest {
  /** Code of the area. */
  readonly area: string;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly period?: string | null | undefined;
}

type OfArea = Omit<ObservationRequest, "area">;

/**
 * One observation as it is now, or as the hub had it at a moment; MISSING with the reason if there was none.
 * @throws HubError UNKNOWN_CODE, and BAD_USER_INPUT without a period for an indicator without values.
 */
export async function findObservation(
  { area: areaCode, indicator: indicatorCode, period }: ObservationRequest,
  asOf: Date | null | undefined,
  context: QueryContext,
): Promise<Observation> {
  const area = knownCode(context.records, "area", "area", areaCode);
  if (!asOf) return observationOfArea(area, { indicator: indicatorCode, period }, context);
  const then = (one: string): Observation | null | Promise<Observation | null> => {
    const key = { areaCode, indicatorCode, period: one };
    const ref = { type: "Observation", code: observationCode(key) } as const;
    return recordAsOf(ref, asOf, () => context.records.observation(key), context);
  };
  const series = period ? [] : context.repositories.observations.ofArea(areaCode, indicatorCode);
  const newestFirst = series.map((each) => each.period).sort((a, b) => byText(lastDay(b), lastDay(a)));
  for (const one of period ? [period] : newestFirst) {
    const known = await then(one);
    if (known !== null && (period || isCounted(known))) return known;
  }
  const none = missing(area, { indicator: indicatorCode, period }, context);
  const ref = { type: "Observation", code: observationCode(none) } as const;
  const state = context.records.state(ref);
  const since = state !== null && state.createdAt > asOf.toISOString() ? state.createdAt : null;
  return { ...none, note: noValueThen(since) };
}

/**
 * One observation of an area in a list of areas: the newest period of its level is looked up first, then all periods of the area.
 */
export function observationOfArea(
  area: Pick<Area, "code" | "level">,
  { indicator: indicatorCode, period }: OfArea,
  context: QueryContext,
): Observation {
  const key = { areaCode: area.code, indicatorCode };
  const known = period
    ? context.records.observation({ ...key, period })
    : newestOf(area, indicatorCode, context);
  return known ?? missing(area, { indicator: indicatorCode, period }, context);
}

function newestOf(
  { code: areaCode, level }: Pick<Area, "code" | "level">,
  indicatorCode: string,
  context: QueryContext,
) {
  const { records } = context;
  const period = coverageAt(level, indicatorCode, context)?.newestPeriod;
  const known = period ? records.observation({ areaCode, indicatorCode, period }) : null;
  return known === null || !isCounted(known) ? records.newestObservation({ areaCode, indicatorCode }) : known;
}

function coverageAt(level: Area["level"], code: string, context: QueryContext) {
  const { levels } = coverageOf({ code }, context);
  return levels.find((each) => each.level === level) ?? null;
}

/** In the period that was asked, or in the newest one in which any area of the level, or of all levels, has a value. */
function missing(
  area: Pick<Area, "code" | "level">,
  { indicator: indicatorCode, period: asked }: OfArea,
  context: QueryContext,
): Observation {
  if (asked) return missingObservation(area, indicatorCode, asked);
  const own = coverageAt(area.level, indicatorCode, context);
  const period = own?.newestPeriod ?? newestPeriodOf({ code: indicatorCode }, context);
  if (period === null)
    throw new HubError("BAD_USER_INPUT", "noPeriod", { indicator: indicatorCode }, { where: "period" });
  const note = own?.counted.length === 0 ? onlyForecasts : noValue;
  return missingObservation(area, indicatorCode, period, note);
}
