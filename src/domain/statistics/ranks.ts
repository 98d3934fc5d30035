/**
 * The rank of each value: 1 for the highest. Equal values share their smallest rank, and the next rank is skipped
 * accordingly ("1224", standard competition ranking). A missing value has no rank and does not affect others.
 */
export function ranksOf(values: readonly (number | null)[]): (number | null)[] {
  const falling = present(values).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [i, value] of falling.entries()) if (!first.has(value)) first.set(value, i + 1);
  return values.map((value) => (value === null ? null : first.get(value)!));
}

/** The minimum for ten groups. */
const fewestForDeciles = 10;

/**
 * The decile of each value: 1 + floor(10 x values strictly below it / values), so 1 is the lowest, 10 the highest, and
 * equal values share one. `null` with fewer than ten values.
 */
export function decilesOf(values: readonly (number | null)[]): (number | null)[] {
  const rising = present(values).sort((a, b) => a - b);
  if (rising.length < fewestForDeciles) return values.map(() => null);
  const below = new Map<number, number>();
  for (const [i, value] of rising.entries()) if (!below.has(value)) below.set(value, i);
  return values.map((value) =>
    value === null ? null : 1 + Math.floor((10 * below.get(value)!) / rising.length),
  );
}

const present = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
