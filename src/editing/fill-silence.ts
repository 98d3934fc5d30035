/**
 * What a record says, and where it is silent what another says: `null` is silence, and of lists those items are added
 * that it lacks. Codes stay those of the first.
 */
export function fillSilence<T extends object>(first: T, second: T): T {
  const filled = Object.entries(first).map(([field, value]) => {
    const other = second[field as keyof T];
    if (value === null) return [field, other];
    return Array.isArray(value) && Array.isArray(other) ? [field, union(value, other)] : [field, value];
  });
  return Object.fromEntries(filled) as T;
}

function union(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const seen = new Set(first.map((item) => JSON.stringify(item)));
  return [...first, ...second.filter((item) => !seen.has(JSON.stringify(item)))];
}
