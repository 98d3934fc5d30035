import { type Weighted, weightedMean } from "./weighted-mean";

/** Whether a high index is good or bad news. */
export type Direction = "HIGHER_IS_BETTER" | "HIGHER_IS_WORSE";

/**
 * What imbalance among the parts costs: S x cv = S^2 / M, with the weighted mean M and the weighted standard deviation S
 * (of the population). Taken off where a high index is good, added where it is bad, such as fragility, so that it is always
 * to the disadvantage of the area. 0 where all parts are equal. Mazziotta and Pareto 2018 as above; weighted: the same, Rivista
 * Italiana di Economia, Demografia e Statistica (2022), Weighting in composite indices construction.
 * @returns `null` where the mean is not above 0, because then cv says nothing.
 */
export function imbalancePenalty(values: readonly Weighted[], direction: Direction): number | null {
  const mean = weightedMean(values);
  if (mean <= 0) return null;
  const variance = values.reduce((sum, { value, share }) => sum + share * (value - mean) ** 2, 0);
  const penalty = variance / mean;
  return direction === "HIGHER_IS_WORSE" || penalty === 0 ? penalty : -penalty;
}
