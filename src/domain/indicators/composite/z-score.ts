import { meanOf } from "../../statistics/quantiles";

/** Mean and standard deviation (of the population: divided by n) of a number over areas, each counted once. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** `null` when all values are equal: they measure no distance. */
export function momentsOf(values: readonly number[]): Moments | null {
  const mean = meanOf(values);
  if (mean === null || spread(values) === 0) return null;
  const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  // Floating-point noise is no difference.
  return deviation > 0 ? { mean, deviation } : null;
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/**
 * z = (x - mean) / deviation; reversed -z. 0 is the mean, 1 a standard deviation. OECD and JRC, Handbook on Constructing
 * Composite Indicators (2008), 5.3 (standardisation).
 */
export function zScore(x: number, { mean, deviation }: Moments, reversed: boolean): number {
  const z = (x - mean) / deviation;
  return reversed ? 0 - z : z;
}
