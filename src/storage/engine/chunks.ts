/** The items in groups of at most `size`, in order: `chunks([1, 2, 3], 2)` is `[[1, 2], [3]]`. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < items.length; i += size) groups.push(items.slice(i, i + size));
  return groups;
}
