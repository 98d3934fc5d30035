/** The spread of values. */
export interface Distribution {
  readonly count: number;
  /** Each value counts once, whatever the size of its area. */
  readonly mean: number;
  readonly min: number;
  readonly firstQuartile: number;
  readonly median: number;
  readonly thirdQuartile: number;
  readonly max: number;
}

/**
 * Quantile of values in ascending order, by linear interpolation between the two nearest: type 7 of Hyndman and Fan
 * (1996), The American Statistician 50(4), 361-365, the default of R and NumPy.
 * @param rising at least one value.
 * @param share 0 to 1.
 */
export function quantile(rising: readonly number[], share: number): number {
  const place = (rising.length - 1) * share;
  const lower = rising[Math.floor(place)]!;
  const upper = rising[Math.ceil(place)]!;
  // Between equal values rounding must not change the result.
  return lower === upper ? lower : lower + (upper - lower) * (place - Math.floor(place));
}

/** `null` without values. */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  const rising = [...values].sort((a, b) => a - b);
  return {
    count: rising.length,
    mean: meanOf(rising)!,
    min: rising[0]!,
    firstQuartile: quantile(rising, 0.25),
    median: quantile(rising, 0.5),
    thirdQuartile: quantile(rising, 0.75),
    max: rising.at(-1)!,
  };
}

/** The unweighted mean; `null` without values. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
