import type { Goalposts } from "./goalposts";

/**
 * r = (x - low) / (high - low); reversed 1 - r. 0 to 1 between the goalposts, beyond them below 0 or above 1. Depends on
 * the extremes. OECD and JRC, Handbook on Constructing Composite Indicators (2008), 5.4 (Min-Max).
 */
export function minMax(x: number, { low, high }: Goalposts, reversed: boolean): number {
  const r = (x - low) / (high - low);
  return reversed ? 1 - r : r;
}
