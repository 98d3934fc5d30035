import { disclosureThreshold } from "./disclosure";
import { findMove, type LinearTable, linearTable } from "./table-move";

/** One number of a table. */
export interface TableCell {
  readonly key: string;
  readonly value: number;
  /** What a reader knows without the hub: a count is 0 or more, and not more than its denominator, if that is shown. */
  readonly low: number;
  /** Infinity if nothing limits the number. */
  readonly high: number;
  /** Which end of its range must not be disclosed: "low" for a small count, "high" for a small complement, null for a safe cell. */
  readonly unsafe: "low" | "high" | "both" | null;
  /** Suppressed in an earlier version of the same cell: stays so. */
  readonly wasSuppressed?: boolean;
  /** Suppressed after all other cells. */
  readonly isTotal?: boolean;
}

/** total = sum of sign * part + constant, for example the people without an area. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly { readonly key: string; readonly sign: 1 | -1 }[];
  readonly constant: number;
}

/**
 * The keys of the cells to suppress: the unsafe ones, those suppressed before, and as few others as it takes for a reader
 * to find nothing by subtraction (docs/methods.md, Small groups). Each unsafe cell is moved to both ends of its window by
 * changes of suppressed cells that keep all equations and ranges. Each table on the way agrees with the shown numbers, so
 * no value of the window can be excluded.
 */
export function suppressedCells(
  cells: readonly TableCell[],
  equations: readonly Equation[],
): ReadonlySet<string> {
  const table = linearTable(cells, equations);
  const hidden = new Set<number>();
  table.cells.forEach((cell, i) => {
    if (cell.unsafe !== null || cell.wasSuppressed) hidden.add(i);
  });
  for (const i of [...hidden]) protect(table, i, hidden);
  return new Set([...hidden].map((i) => table.cells[i]!.key));
}

/** Adds cells to the suppressed ones until this one can have each value of its window. */
function protect(table: LinearTable, cell: number, hidden: Set<number>): void {
  const { unsafe, value, low, high } = table.cells[cell]!;
  if (unsafe === null) {
    for (const only of [hidden, null]) {
      for (const sign of [1, -1] as const) {
        if (reach(table, cell, sign, 1, hidden, only) === 0) return;
      }
    }
    return;
  }
  const [lowest, highest] = windowOf(table.cells[cell]!, table.unit);
  reachAll(table, cell, 1, Math.min(highest, high) - value, hidden);
  reachAll(table, cell, -1, value - Math.max(lowest, low), hidden);
}

function reachAll(
  table: LinearTable,
  cell: number,
  sign: 1 | -1,
  distance: number,
  hidden: Set<number>,
): void {
  if (distance > 0) reach(table, cell, sign, distance, hidden, hidden, true);
}

/** The values that must remain possible. The cell's own is one, also if it is an amount of few people. */
function windowOf({ unsafe, value, low, high }: TableCell, unit: number): [number, number] {
  const width = (disclosureThreshold - 1) * unit;
  const atLow = Number.isFinite(low) ? low : value - width;
  const atHigh = Number.isFinite(high) ? high : value + width;
  const lowest = unsafe === "high" ? atHigh - width : atLow;
  const highest = unsafe === "low" ? atLow + width : atHigh;
  return [Math.min(lowest, value), Math.max(highest, value)];
}

/**
 * Moves the cell as far as needed, in the longest steps possible: first by changes of suppressed cells alone, then by
 * those that suppress the cheapest others. Returns the distance left.
 */
function reach(
  table: LinearTable,
  cell: number,
  sign: 1 | -1,
  distance: number,
  hidden: Set<number>,
  only: ReadonlySet<number> | null,
  isWidening = false,
): number {
  const values = table.cells.map(({ value }) => value);
  let left = distance;
  for (const allowed of isWidening ? [hidden, null] : [only]) {
    for (let step = left; step >= 1 && left > 0; ) {
      const move = findMove(table, values, { cell, sign, step, hidden, isHiddenOnly: allowed !== null });
      if (move === null) {
        step = Math.floor(step / 2);
        continue;
      }
      for (const [each, change] of move) {
        values[each]! += change * step;
        hidden.add(each);
      }
      left -= step;
      step = Math.min(step, left);
    }
  }
  return left;
}
