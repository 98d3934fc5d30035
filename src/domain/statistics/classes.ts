import { quantile } from "./quantiles";

export const classMethods = ["EQUAL_INTERVALS", "QUANTILES"] as const;
export type ClassMethod = (typeof classMethods)[number];

/** A class of values for colouring: from `from` up to but without `to`; the last class includes its upper end too. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

/**
 * Values in classes of the same width, or at quantiles so that classes have about as many values. If many values are
 * equal, some classes are empty: they stay, because their number was requested. None without values.
 */
export function classesOf(values: readonly number[], count: number, method: ClassMethod): ValueClass[] {
  if (values.length === 0) return [];
  const rising = [...values].sort((a, b) => a - b);
  const [min, max] = [rising[0]!, rising.at(-1)!];
  const breaks = Array.from({ length: count + 1 }, (_, i) => {
    // The ends are copied, not computed: rounding must not leave the highest value outside.
    if (i === 0) return min;
    if (i === count) return max;
    return method === "QUANTILES" ? quantile(rising, i / count) : min + ((max - min) * i) / count;
  });
  return breaks.slice(0, -1).map((from, i) => ({ from, to: breaks[i + 1]! }));
}

/** The index of the class of a value, from 0; the later one of two with the same beginning. -1 outside of all. */
export function classIndexOf(classes: readonly ValueClass[], value: number): number {
  const last = classes.length - 1;
  if (last < 0 || value < classes[0]!.from || value > classes[last]!.to) return -1;
  return classes.findLastIndex(({ from }) => from <= value);
}
