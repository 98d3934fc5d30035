/** The items in groups of at most `size`, in order: `chunks([1, 2, 3], 2)` is `[[1, 2], [3]]`. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < items.length; i += size) groups.push(items.slice(i, i + size));
  return groups;
}

/** The results for all items, which run in groups of `size`. After a failure nothing is still running. */
export async function inGroups<T, R>(
  items: readonly T[],
  size: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const group of chunks(items, size)) {
    const work = group.map(run);
    await Promise.allSettled(work);
    results.push(...(await Promise.all(work)));
  }
  return results;
}
