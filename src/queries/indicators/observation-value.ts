import type { Observation } from "../../domain/indicators/observation";
import { isSmallCount } from "../../domain/indicators/small-count";
import { roundTo } from "../../domain/kit/round";
import type { QueryContext } from "../kit/query-context";

/** The value of an observation to the decimals of its indicator. */
export async function roundedValueOf(
  { value, indicatorCode }: Observation,
  { loaders }: QueryContext,
): Promise<number | null> {
  if (value === null) return null;
  return roundTo(value, (await loaders.indicator.load(indicatorCode))?.decimals ?? null);
}

/** Whether an observation is a small count that its source publishes; `null` if its indicator is not known. */
export async function isSmallCell(
  observation: Observation,
  { loaders }: QueryContext,
): Promise<boolean | null> {
  const indicator = await loaders.indicator.load(observation.indicatorCode);
  return indicator === null ? null : isSmallCount(indicator, observation);
}
