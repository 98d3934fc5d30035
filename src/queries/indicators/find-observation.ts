import { type Observation, observationCode } from "../../domain/indicators/observation";
import { lastDay } from "../../domain/kit/dates";
import { byText } from "../../domain/kit/order";
import type { Area } from "../../domain/places/area";
import { recordAsOf } from "../kit/as-of";
import type { QueryContext } from "../kit/query-context";
import { coverageOf } from "./coverage-of-indicator";

/** Names one observation; the newest known value without a period. */
export interface ObservationRequest {
  /** Code of the area. */
  readonly area: string;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly period?: string | null | undefined;
}

/** One observation as it is now, or as the hub had it at a moment; `null` if there was none. */
export async function findObservation(
  { area: areaCode, indicator: indicatorCode, period }: ObservationRequest,
  asOf: Date | null | undefined,
  context: QueryContext,
): Promise<Observation | null> {
  const { loaders, repositories } = context;
  const of = (one: string): Promise<Observation | null> => {
    const key = { areaCode, indicatorCode, period: one };
    const ref = { type: "Observation", code: observationCode(key) } as const;
    return recordAsOf(ref, asOf, () => loaders.observation.load(key), context);
  };
  if (period) return of(period);
  if (!asOf) return loaders.newestObservation.load({ areaCode, indicatorCode });
  const series = await repositories.observations.ofArea(areaCode, indicatorCode);
  const newestFirst = series.map((each) => each.period).sort((a, b) => byText(lastDay(b), lastDay(a)));
  for (const one of newestFirst) {
    const known = await of(one);
    if (known !== null && known.value !== null) return known;
  }
  return null;
}

/**
 * One observation of an area in a list of areas: one batched read for those with a value in the newest period of their level, one Query
 * for each other area.
 */
export async function observationOfArea(
  { code: areaCode, level }: Area,
  { indicator: indicatorCode, period }: Omit<ObservationRequest, "area">,
  context: QueryContext,
): Promise<Observation | null> {
  const { loaders } = context;
  if (period) return loaders.observation.load({ areaCode, indicatorCode, period });
  const { levels } = await coverageOf({ code: indicatorCode }, context);
  const newest = levels.find((each) => each.level === level)?.newestPeriod;
  const known = newest ? await loaders.observation.load({ areaCode, indicatorCode, period: newest }) : null;
  return known?.value == null ? loaders.newestObservation.load({ areaCode, indicatorCode }) : known;
}
