import { quantile } from "./quantiles";

export const classMethods = ["EQUAL_INTERVALS", "QUANTILES"] as const;
export type ClassMethod = (typeof classMethods)[number];

/** A class of values for colouring: from `from` up to but without `to`; the last class holds its upper end too. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

/**
 * Values cut into classes of the same width, or at quantiles so that classes hold about as many values. Where many
 * values are equal, some classes are empty: they stay, because their number was asked for. None without values.
 */
export function classesOf(values: readonly number[], count: number, method: ClassMethod): ValueClass[] {
  if (values.length === 0) return [];
  const rising = [...values].sort((a, b) => a - b);
  const [min, max] = [rising[0]!, rising.at(-1)!];
  const breaks = Array.from({ length: count + 1 }, (_, i) => {
    // The ends are taken and not computed: rounding must not leave the highest value outside.
    if (i === 0) return min;
    if (i === count) return max;
    return method === "QUANTILES" ? quantile(rising, i / count) : min + ((max - min) * i) / count;
  });
  return breaks.slice(0, -1).map((from, i) => ({ from, to: breaks[i + 1]! }));
}

/** The place of the class, from 0, in which a value lies; of two that begin alike the later one. -1 outside of all. */
export function classIndexOf(classes: readonly ValueClass[], value: number): number {
  const last = classes.length - 1;
  if (last < 0 || value < classes[0]!.from || value > classes[last]!.to) return -1;
  return classes.findLastIndex(({ from }) => from <= value);
}
