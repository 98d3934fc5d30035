import { type Moments, zScore } from "./z-score";

/**
 * Normalisation of the Mazziotta-Pareto index: 100 + 10 z, reversed 100 - 10 z, with mean and deviation of the same period.
 * Mean 100 and deviation 10 in every period, so it shows positions and no change over time. Mazziotta and Pareto,
 * Social Indicators Research 127 (2016), 983-1003.
 */
export const mpiScore = (x: number, moments: Moments, reversed: boolean): number =>
  100 + 10 * zScore(x, moments, reversed);
