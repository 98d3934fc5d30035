/** A normalised value and its share of the weight; the shares of an index add up to 1. */
export interface Weighted {
  readonly value: number;
  readonly share: number;
}

/** Not rounded anywhere: equal values have exactly their own mean. */
export function weightedMean(values: readonly Weighted[]): number {
  const first = values[0]!.value;
  if (values.every(({ value }) => value === first)) return first;
  return values.reduce((sum, { value, share }) => sum + share * value, 0);
}
