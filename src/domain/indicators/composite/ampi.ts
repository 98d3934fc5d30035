import type { Goalposts } from "./goalposts";

/**
 * Normalisation of the adjusted Mazziotta-Pareto index: D = (high - low) / 2, min = reference - D, max = reference + D,
 * r = 60 (x - min) / (max - min) + 70; reversed 200 - r. The reference is 100, and the whole span 60, so values lie mostly
 * from 70 to 130. Mazziotta and Pareto, Social Indicators Research 136(3) (2018), 967-976.
 * @returns `null` when the reference is unknown.
 */
export function ampiScore(x: number, { low, high, reference }: Goalposts, reversed: boolean): number | null {
  if (reference === null) return null;
  // The same formula, relative to the reference: 60 (x - ref + D) / 2D + 70 = 100 + 60 (x - ref) / (high - low).
  const distance = (60 * (x - reference)) / (high - low);
  return reversed ? 100 - distance : 100 + distance;
}
