import { type Weighted, weightedMean } from "./weighted-mean";

/** Whether a high index is good or bad. */
export type Direction = "HIGHER_IS_BETTER" | "HIGHER_IS_WORSE";

/**
 * Penalty for imbalance among the parts: S x cv = S^2 / M, with the weighted mean M and the weighted standard deviation S
 * (of the population). Always to the disadvantage of the area: subtracted if a high index is good, added if it is bad,
 * such as fragility. 0 if all parts are equal. Mazziotta and Pareto 2018 as above; weighted: the same, Rivista
 * Italiana di Economia, Demografia e Statistica (2022), Weighting in composite indices construction.
 * @returns `null` when the mean is not above 0, because cv is then meaningless.
 */
export function imbalancePenalty(values: readonly Weighted[], direction: Direction): number | null {
  const mean = weightedMean(values);
  if (mean <= 0) return null;
  const variance = values.reduce((sum, { value, share }) => sum + share * (value - mean) ** 2, 0);
  const penalty = variance / mean;
  return direction === "HIGHER_IS_WORSE" || penalty === 0 ? penalty : -penalty;
}
