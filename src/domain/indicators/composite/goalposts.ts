/**
 * The span that normalises a number and the value that counts as 100, frozen: they are taken once, from a stated set
 * of areas and periods, and later numbers are measured with them. Goalposts that are given as they were before keep
 * indices of different years and requests comparable.
 */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
  /** The value of the reference area in the reference period; `null` where it has none. */
  readonly reference: number | null;
}

/** The lowest and the highest of the values; `null` where nothing differs, because nothing can be measured then. */
export function spanOf(values: readonly number[]): Pick<Goalposts, "low" | "high"> | null {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return low < high ? { low, high } : null;
}
