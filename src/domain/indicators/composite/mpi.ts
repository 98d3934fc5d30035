import { type Moments, zScore } from "./z-score";

/**
 * How the Mazziotta-Pareto index normalises: 100 + 10 z, reversed 100 - 10 z, with mean and deviation of the same period.
 * Mean 100 and deviation 10 in every period, so it shows who stands where and nothing of change. Mazziotta and Pareto,
 * Social Indicators Research 127 (2016), 983-1003.
 */
export const mpiScore = (x: number, moments: Moments, reversed: boolean): number =>
  100 + 10 * zScore(x, moments, reversed);
