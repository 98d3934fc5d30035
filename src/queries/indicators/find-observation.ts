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
  const area = await knownCode(context.loaders, "area", "area", areaCode);
  if (!asOf) return observationOfArea(area, { indicator: indicatorCode, period }, context);
  const then = (one: string): Promise<Observation | null> => {
    const key = { areaCode, indicatorCode, period: one };
    const ref = { type: "Observation", code: observationCode(key) } as const;
    return recordAsOf(ref, asOf, () => context.loaders.observation.load(key), context);
  };
  const series = period ? [] : await context.repositories.observations.ofArea(areaCode, indicatorCode);
  const newestFirst = series.map((each) => each.period).sort((a, b) => byText(lastDay(b), lastDay(a)));
  for (const one of period ? [period] : newestFirst) {
    const known = await then(one);
    if (known !== null && (period || isCounted(known))) return known;
  }
  const none = await missing(area, { indicator: indicatorCode, period }, context);
  const ref = { type: "Observation", code: observationCode(none) } as const;
  const state = await context.loaders.recordState.load(ref);
  const since = state !== null && state.createdAt > asOf.toISOString() ? state.createdAt : null;
  return { ...none, note: noValueThen(since) };
}

/**
 * One observation of an area in a list of areas: one batched read for those with a value in the newest period of their level, one Query
 * for each other area.
 */
export async function observationOfArea(
  area: Pick<Area, "code" | "level">,
  { indicator: indicatorCode, period }: OfArea,
  context: QueryContext,
): Promise<Observation> {
  const key = { areaCode: area.code, indicatorCode };
  const known = period
    ? await context.loaders.observation.load({ ...key, period })
    : await newestOf(area, indicatorCode, context);
  return known ?? missing(area, { indicator: indicatorCode, period }, context);
}

async function newestOf(
  { code: areaCode, level }: Pick<Area, "code" | "level">,
  indicatorCode: string,
  context: QueryContext,
) {
  const { loaders } = context;
  const period = (await coverageAt(level, indicatorCode, context))?.newestPeriod;
  const known = period ? await loaders.observation.load({ areaCode, indicatorCode, period }) : null;
  return known === null || !isCounted(known)
    ? loaders.newestObservation.load({ areaCode, indicatorCode })
    : known;
}

async function coverageAt(level: Area["level"], code: string, context: QueryContext) {
  const { levels } = await coverageOf({ code }, context);
  return levels.find((each) => each.level === level) ?? null;
}

/** In the period that was asked, or in the newest one in which any area of the level, or of all levels, has a value. */
async function missing(
  area: Pick<Area, "code" | "level">,
  { indicator: indicatorCode, period: asked }: OfArea,
  context: QueryContext,
): Promise<Observation> {
  if (asked) return missingObservation(area, indicatorCode, asked);
  const own = await coverageAt(area.level, indicatorCode, context);
  const period = own?.newestPeriod ?? (await newestPeriodOf({ code: indicatorCode }, context));
  if (period === null)
    throw new HubError("BAD_USER_INPUT", "noPeriod", { indicator: indicatorCode }, { where: "period" });
  const note = own?.counted.length === 0 ? onlyForecasts : noValue;
  return missingObservation(area, indicatorCode, period, note);
}
