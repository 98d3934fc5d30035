import { disclosureThreshold } from "./disclosure";
import type { Equation, TableCell } from "./table-cell";
import { findMove, type LinearTable, linearTable, unitOf, type Wish, type Work } from "./table-move";
import { type TablePart, tableParts } from "./table-part";

export type { Equation, TableCell } from "./table-cell";

/**
 * The keys of the cells to suppress: the unsafe ones, those suppressed before, and others that keep a reader from finding
 * them by subtraction (docs/methods.md, Small groups). Unsafe cells are moved to both ends of their windows by changes of
 * suppressed cells that keep all equations and ranges. Each table on the way agrees with the shown numbers, so no value
 * of a window can be excluded. A key of an equation without a cell is taken as known.
 */
export function suppressedCells(
  cells: readonly TableCell[],
  equations: readonly Equation[],
  work: Work = { left: mostWork },
): ReadonlySet<string> {
  const unit = unitOf(cells);
  return new Set(
    tableParts(cells, equations).flatMap((part) =>
      part.cells.some(isFirst) ? suppressedOf(linearTable(part.cells, part.equations, unit), part, work) : [],
    ),
  );
}

/** The work of one call: about a second. A table of 100 areas and 20 indicators uses 10 % of it. */
export const mostWork = 2_000_000;

const isFirst = ({ unsafe, wasSuppressed }: TableCell) => unsafe !== null || wasSuppressed === true;

function suppressedOf(table: LinearTable, { equations }: TablePart, work: Work): string[] {
  const hidden = new Set<number>();
  table.cells.forEach((cell, i) => {
    if (isFirst(cell)) hidden.add(i);
  });
  const unsafe = [...hidden].filter((i) => table.cells[i]!.unsafe !== null);
  for (const sign of [1, -1] as const) protect(table, unsafe, sign, hidden, work);
  // A set also visits what is added meanwhile.
  for (const i of hidden) {
    if (table.cells[i]!.unsafe === null) keepOpen(table, i, hidden, work);
  }
  const keys = new Set([...hidden].map((i) => table.cells[i]!.key));
  // Without a shown number in the part, nothing can be worked out, whatever the search has left undone.
  const isWhole = work.left <= 0 || misleads(table, equations, keys);
  return isWhole ? table.cells.map(({ key }) => key) : [...keys];
}

/**
 * Whether an equation does not add up and a number of it is suppressed. The examples keep the difference, but a reader
 * cannot see it and takes the equation for true. A fault whose numbers are all shown discloses nothing.
 */
function misleads(
  { cells, unit }: LinearTable,
  equations: readonly Equation[],
  hidden: ReadonlySet<string>,
): boolean {
  const values = new Map(cells.map(({ key, value }) => [key, value]));
  return equations.some(({ total, parts, constant }) => {
    const terms = [...parts, { key: total, sign: -1 }];
    if (!terms.some(({ key }) => hidden.has(key)) || !terms.every(({ key }) => values.has(key))) return false;
    const rest = terms.reduce((sum, { key, sign }) => sum + sign * values.get(key)!, constant * unit);
    // Numbers with decimals are rounded to hundredths, each by half of one at most.
    return Math.abs(rest) > (unit === 1 ? 0 : (terms.length + 1) / 2);
  });
}

/**
 * Suppresses cells until each unsafe one reaches an end of its window. They are moved together, because the room that
 * all of them need is the same whichever small numbers they have.
 */
function protect(
  table: LinearTable,
  unsafe: readonly number[],
  sign: 1 | -1,
  hidden: Set<number>,
  work: Work,
): void {
  const together = valuesOf(table);
  for (const cell of unsafe) {
    if (work.left <= 0) return;
    const [lowest, highest] = windowOf(table.cells[cell]!, table.unit);
    const { value } = table.cells[cell]!;
    const distance = sign === 1 ? highest - value : value - lowest;
    if (reach(table, together, { cell, sign, hidden, isStrict: true, work }, distance) === 0) continue;
    const wish = { cell, sign, hidden, isStrict: false, work };
    work.left -= table.cells.length;
    if (reach(table, valuesOf(table), wish, distance) === 0) continue;
    for (const { row } of table.columns[cell]!) for (const term of table.rows[row]!) hidden.add(term.cell);
    if (reach(table, valuesOf(table), wish, distance) > 0) suppressAll(table, hidden, work);
  }
}

/** Suppresses cells until one that was suppressed before can have a second value. */
function keepOpen(table: LinearTable, cell: number, hidden: Set<number>, work: Work): void {
  if (work.left <= 0) return;
  const signs = [1, -1] as const;
  const wish = { cell, hidden, isStrict: false, work };
  work.left -= table.cells.length;
  const isOpen = signs.some((sign) => advance(table, valuesOf(table), { ...wish, sign }, 1) === 0);
  if (isOpen || signs.some((sign) => reach(table, valuesOf(table), { ...wish, sign }, 1) === 0)) return;
  if (table.cells[cell]!.low < table.cells[cell]!.high) suppressAll(table, hidden, work);
}

/** The last resort: all cells that equations connect. Without a shown number among them, nothing can be worked out. */
function suppressAll(table: LinearTable, hidden: Set<number>, work: Work): void {
  work.left -= table.cells.length;
  for (const i of table.cells.keys()) hidden.add(i);
}

const valuesOf = (table: LinearTable): number[] => table.cells.map(({ value }) => value);

/** The values that must remain possible. The cell's own is one, also if it is an amount of few people. */
function windowOf({ unsafe, value, low, high }: TableCell, unit: number): [number, number] {
  const width = (disclosureThreshold - 1) * unit;
  const atLow = Number.isFinite(low) ? low : value - width;
  const atHigh = Number.isFinite(high) ? high : value + width;
  const lowest = unsafe === "high" ? Math.max(atHigh - width, low) : atLow;
  const highest = unsafe === "low" ? Math.min(atLow + width, high) : atHigh;
  return [Math.min(lowest, value), Math.max(highest, value)];
}

/**
 * Moves a cell by changes of suppressed cells, suppresses others while that is not far enough, and returns the distance
 * left. A reader knows this method, so what it chooses must not depend on numbers that it suppresses: a cell is chosen
 * whatever room it has, and its room counts afterwards.
 */
function reach(table: LinearTable, values: number[], wish: Wish, distance: number): number {
  for (let left = distance; ; ) {
    left = advance(table, values, wish, left);
    if (left <= 0) return 0;
    const chosen = findMove(table, values, { ...wish, step: left, isHiddenOnly: false });
    if (chosen === null) return left;
    for (const cell of chosen.keys()) wish.hidden.add(cell);
  }
}

/** Moves a cell by changes of suppressed cells alone, in steps as long as possible, and returns the distance left. */
function advance(table: LinearTable, values: number[], wish: Wish, distance: number): number {
  let left = distance;
  for (let step = left; step >= 1; ) {
    const move = findMove(table, values, { ...wish, step, isHiddenOnly: true });
    for (const [cell, change] of move ?? []) values[cell]! += change * step;
    if (move) left -= step;
    step = move ? Math.min(step, left) : Math.floor(step / 2);
  }
  return left;
}
