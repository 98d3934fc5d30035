/** Fewer pairs show no order. */
const fewestPairs = 3;

/**
 * Spearman's rank correlation: Pearson's of the ranks; equal values share the mean of their ranks. 1 is the same order,
 * -1 the opposite. Spearman, American Journal of Psychology 15 (1904), 72-101.
 * @returns `null` for fewer than three pairs, or if all values of a side are equal.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < fewestPairs) return null;
  const [x, y] = [middleRanks(pairs.map(([a]) => a)), middleRanks(pairs.map(([, b]) => b))];
  // The mean of the ranks is the same with and without ties.
  const mean = (pairs.length + 1) / 2;
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, rank, i) => sum + (rank - mean) * (b[i]! - mean), 0);
  const [xx, yy] = [product(x, x), product(y, y)];
  return xx === 0 || yy === 0 ? null : product(x, y) / Math.sqrt(xx * yy);
}

function middleRanks(values: readonly number[]): number[] {
  const rising = [...values].sort((a, b) => a - b);
  const places = new Map<number, { first: number; count: number }>();
  for (const [i, value] of rising.entries()) {
    const known = places.get(value);
    if (known === undefined) places.set(value, { first: i + 1, count: 1 });
    else known.count++;
  }
  return values.map((value) => {
    const { first, count } = places.get(value)!;
    return first + (count - 1) / 2;
  });
}
