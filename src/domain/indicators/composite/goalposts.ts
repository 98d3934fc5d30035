/**
 * The span that normalises a value, and the value that counts as 100. They are computed once, from a stated set of areas and
 * periods, and then frozen. A request with earlier goalposts gets values that are comparable with earlier ones.
 */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
  /** The value of the reference area in the reference period; `null` without one. */
  readonly reference: number | null;
}

/** `null` when all values are equal, because such a span measures nothing. */
export function spanOf(values: readonly number[]): Pick<Goalposts, "low" | "high"> | null {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return low < high ? { low, high } : null;
}
