import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import {
  type IndicatorCoverage,
  indicatorCoverage,
  oldestFirst,
} from "../../domain/indicators/indicator-coverage";
import type { QueryContext } from "../kit/query-context";

type Coded = Pick<IndicatorDefinition, "code">;

/** Where and when an indicator has values: one read for all indicators of a request. */
export const coverageOf = async ({ code }: Coded, { loaders }: QueryContext): Promise<IndicatorCoverage> =>
  indicatorCoverage(await loaders.indicatorCoverage.load(), code);

/** The levels at which it has values, from the city down. */
export const levelsOf = async (indicator: Coded, context: QueryContext) =>
  (await coverageOf(indicator, context)).levels;

/** The periods with values at any level, oldest first. */
export const periodsOf = async (indicator: Coded, context: QueryContext): Promise<string[]> =>
  oldestFirst((await levelsOf(indicator, context)).flatMap(({ periods }) => periods));

/** The newest of them with a value that is no forecast; `null` without one. */
export const newestPeriodOf = async (indicator: Coded, context: QueryContext): Promise<string | null> =>
  oldestFirst((await levelsOf(indicator, context)).flatMap(({ counted }) => counted)).at(-1) ?? null;
