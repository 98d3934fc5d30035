import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import {
  type IndicatorCoverage,
  indicatorCoverage,
  oldestFirst,
} from "../../domain/indicators/indicator-coverage";
import type { QueryContext } from "../kit/query-context";

type Coded = Pick<IndicatorDefinition, "code">;

/** Where and when an indicator has values. */
export const coverageOf = ({ code }: Coded, { records }: QueryContext): IndicatorCoverage =>
  indicatorCoverage(records.indicatorCoverage(), code);

/** The levels at which it has values, from the city down. */
export const levelsOf = (indicator: Coded, context: QueryContext) => coverageOf(indicator, context).levels;

/** The periods with values at any level, oldest first. */
export const periodsOf = (indicator: Coded, context: QueryContext): string[] =>
  oldestFirst(levelsOf(indicator, context).flatMap(({ periods }) => periods));

/** The newest of them with a value that is no forecast; `null` without one. */
export const newestPeriodOf = (indicator: Coded, context: QueryContext): string | null =>
  oldestFirst(levelsOf(indicator, context).flatMap(({ counted }) => counted)).at(-1) ?? null;
