import { type Weighted, weightedMean } from "./weighted-mean";

/**
 * Weighted geometric mean, as in the Human Development Index since 2010 (UNDP, technical note 1). Never above the arithmetic
 * mean: imbalance lowers it, whether a high index is good or bad.
 * @returns `null` when a value is not above 0.
 */
export function geometricMean(values: readonly Weighted[]): number | null {
  if (values.some(({ value }) => value <= 0)) return null;
  const first = values[0]!.value;
  if (values.every(({ value }) => value === first)) return first;
  return Math.exp(values.reduce((sum, { value, share }) => sum + share * Math.log(value), 0));
}

/** Geometric minus arithmetic mean: 0 or below. */
export function geometricPenalty(values: readonly Weighted[]): number | null {
  const mean = geometricMean(values);
  return mean === null ? null : mean - weightedMean(values);
}
