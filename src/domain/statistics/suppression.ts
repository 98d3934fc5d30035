/** One number of a table. */
export interface TableCell {
  readonly key: string;
  readonly value: number;
  /** What a reader knows without the hub: a count is 0 or more, and not more than its denominator, if that is shown. */
  readonly low: number;
  readonly high: number;
  /** Which end of its range must not be told apart: "low" for a small count, "high" for a small complement, null for a safe cell. */
  readonly unsafe: "low" | "high" | "both" | null;
  /** Suppressed in an earlier version of the same cell: stays so. */
  readonly wasSuppressed?: boolean;
  /** Order of choice for complementary suppression, e.g. totals last. */
  readonly isTotal?: boolean;
}

/** total = sum of sign * part (+ constant, e.g. people without an area). */
export interface Equation {
  readonly total: string;
  readonly parts: readonly { readonly key: string; readonly sign: 1 | -1 }[];
  readonly constant: number;
}

/** Throw-away: two hidden cells at least in each equation. */
export function suppressedCells(
  cells: readonly TableCell[],
  equations: readonly Equation[],
): ReadonlySet<string> {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const hidden = new Set(
    cells.filter(({ unsafe, wasSuppressed }) => unsafe !== null || wasSuppressed).map(({ key }) => key),
  );
  for (let changed = true; changed; ) {
    changed = false;
    for (const { total, parts } of equations) {
      const keys = [total, ...parts.map(({ key }) => key)];
      const own = keys.filter((key) => hidden.has(key));
      const isSafe = own.length === 0 || (own.length > 1 && own.some((key) => byKey.get(key)!.value >= 5));
      if (isSafe) continue;
      const next = keys
        .filter((key) => !hidden.has(key))
        .map((key) => byKey.get(key)!)
        .sort(
          (a, b) =>
            Number(a.isTotal ?? false) - Number(b.isTotal ?? false) ||
            a.value - b.value ||
            (a.key < b.key ? -1 : 1),
        )[0];
      if (next === undefined) continue;
      hidden.add(next.key);
      changed = true;
    }
  }
  return hidden;
}
