import type { Observation } from "../../domain/indicators/observation";
import { isSmallCount } from "../../domain/indicators/small-count";
import { roundTo } from "../../domain/kit/round";
import type { QueryContext } from "../kit/query-context";

/** The value of an observation to the decimals of its indicator. */
export function roundedValueOf(
  { value, indicatorCode }: Observation,
  { records }: QueryContext,
): number | null {
  if (value === null) return null;
  return roundTo(value, records.indicator.one(indicatorCode)?.decimals ?? null);
}

/** Whether an observation is a small count that its source publishes; `null` if its indicator is not known. */
export function isSmallCell(observation: Observation, { records }: QueryContext): boolean | null {
  const indicator = records.indicator.one(observation.indicatorCode);
  return indicator === null ? null : isSmallCount(indicator, observation);
}
