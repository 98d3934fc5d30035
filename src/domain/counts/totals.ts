import type { Coverage } from "../indicators/observation";

/** How often one combination of groups occurs; `null` stands for things of which the group is not known. */
export interface TotalCell {
  readonly groups: readonly (string | null)[];
  readonly count: number;
}

export interface Totals {
  /** Every combination of the known groups once, zero cells included; then those with unknown groups that occur. */
  readonly cells: readonly TotalCell[];
  /** Things, each once. */
  readonly total: number;
  /** Things, and those of them of which every group is known. */
  readonly coverage: Coverage;
}

/**
 * Counts things by one or several dimensions. A thing of two groups of a dimension stands in both, so cells add up to
 * the total only where each thing has one group at most.
 * @param dimensions the known groups of each dimension, in order.
 * @param things for each thing its groups in each dimension, in the order of the dimensions; empty where not known.
 */
export function countBy(
  dimensions: readonly (readonly string[])[],
  things: readonly (readonly (readonly string[])[])[],
): Totals {
  const counts = new Map<string, TotalCell>(
    combinations(dimensions).map((groups) => [keyOf(groups), { groups, count: 0 }]),
  );
  const known = [...counts.keys()];
  for (const thing of things) {
    const told = thing.map((groups) => (groups.length === 0 ? [null] : [...new Set(groups)]));
    for (const groups of combinations<string | null>(told)) {
      const key = keyOf(groups);
      counts.set(key, { groups, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const inOrder = combinations<string | null>(dimensions.map((groups) => [...groups, null])).map(keyOf);
  // Groups that no dimension knows of come last, as they were met.
  const keys = new Set([...known, ...inOrder, ...counts.keys()]);
  return {
    cells: [...keys].flatMap((key) => counts.get(key) ?? []),
    total: things.length,
    coverage: {
      expected: things.length,
      present: things.filter((thing) => thing.every((groups) => groups.length > 0)).length,
    },
  };
}

/**
 * Things with some groups only: those that have one of the groups kept in each dimension, and of a thing of several groups only
 * those kept. What has no known group in a dimension that is restricted is left out.
 * @param kept the groups kept of each dimension; `null` for all.
 */
export function keepGroups(
  { sides, things }: Countable,
  kept: readonly (readonly string[] | null)[],
): Countable {
  const keep = (groups: readonly string[], i: number): readonly string[] => {
    const wanted = kept[i] ?? null;
    return wanted === null ? groups : groups.filter((group) => wanted.includes(group));
  };
  const isKept = (thing: readonly (readonly string[])[]) =>
    thing.every((groups, i) => (kept[i] ?? null) === null || groups.length > 0);
  return { sides: sides.map(keep), things: things.map((thing) => thing.map(keep)).filter(isKept) };
}

/** Things to be counted by some dimensions. */
export interface Countable {
  /** The known groups of each dimension, in order. */
  readonly sides: readonly (readonly string[])[];
  /** For each thing its groups in each dimension; empty where not known. */
  readonly things: readonly (readonly (readonly string[])[])[];
}

/** How many cells there are before anything is unknown. */
export const cellCountOf = (dimensions: readonly (readonly unknown[])[]): number =>
  dimensions.reduce((product, groups) => product * groups.length, 1);

/** Each group of each dimension with each of the others. */
export function combinations<T>(dimensions: readonly (readonly T[])[]): T[][] {
  return dimensions.reduce<T[][]>(
    (found, groups) => found.flatMap((rest) => groups.map((group) => [...rest, group])),
    [[]],
  );
}

const keyOf = (groups: readonly (string | null)[]): string => JSON.stringify(groups);
