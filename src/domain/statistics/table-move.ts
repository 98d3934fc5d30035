import { byText } from "../kit/order";
import { disclosureThreshold } from "./disclosure";
import type { Equation, TableCell } from "./table-cell";

interface Term {
  readonly cell: number;
  readonly coefficient: number;
}

/** A table as a linear system over whole numbers: hundredths if a number has decimals. */
export interface LinearTable {
  readonly cells: readonly TableCell[];
  /** How many units make 1. */
  readonly unit: number;
  /** The terms of each equation, their sum being constant. */
  readonly rows: readonly (readonly Term[])[];
  /** The equations of each cell. */
  readonly columns: readonly (readonly { readonly row: number; readonly coefficient: number }[])[];
  /** What it costs to suppress a cell: a total most of all, then the number of cells, then what a reader loses. */
  readonly costs: readonly number[];
  /** The range in which a safe cell stays safe. */
  readonly safe: readonly { readonly low: number; readonly high: number }[];
}

const totalCost = 1e12;
const cellCost = 1e7;

export const unitOf = (cells: readonly TableCell[]): number =>
  cells.every(({ value }) => Number.isInteger(value)) ? 1 : 100;

export function linearTable(
  cells: readonly TableCell[],
  equations: readonly Equation[],
  unit: number,
): LinearTable {
  const scaled = [...cells]
    .sort((a, b) => byText(a.key, b.key))
    .map((cell) => ({
      ...cell,
      value: Math.round(cell.value * unit),
      low: Math.round(cell.low * unit),
      high: Math.round(cell.high * unit),
    }));
  const indexOf = new Map(scaled.map(({ key }, i) => [key, i]));
  const rows = equations.map(({ total, parts }) => {
    const coefficients = new Map<number, number>();
    for (const { key, sign } of [...parts, { key: total, sign: -1 }]) {
      const cell = indexOf.get(key);
      if (cell !== undefined) coefficients.set(cell, (coefficients.get(cell) ?? 0) + sign);
    }
    return [...coefficients].flatMap(([cell, coefficient]) =>
      coefficient === 0 ? [] : [{ cell, coefficient }],
    );
  });
  const columns: { row: number; coefficient: number }[][] = scaled.map(() => []);
  rows.forEach((terms, row) => {
    for (const { cell, coefficient } of terms) columns[cell]!.push({ row, coefficient });
  });
  const costs = scaled.map(() => 0);
  const byLoss = scaled
    .map((_, i) => i)
    .sort((a, b) => (scaled[a]!.loss ?? 0) - (scaled[b]!.loss ?? 0) || a - b);
  byLoss.forEach((cell, rank) => {
    costs[cell] = cellCost + rank + (scaled[cell]!.isTotal ? totalCost : 0);
  });
  const margin = disclosureThreshold * unit;
  const safe = scaled.map(({ value, low, high, hasNoThreshold }) => ({
    low: !hasNoThreshold && value >= low + margin ? low + margin : low,
    high: !hasNoThreshold && value <= high - margin ? high - margin : high,
  }));
  return { cells: scaled, unit, rows, columns, costs, safe };
}

/** What the search of a whole table may still do, in terms looked at and states made: the same on every machine. */
export interface Work {
  left: number;
}

/** A cell to move up or down by changes of suppressed ones. */
export interface Wish {
  readonly cell: number;
  readonly sign: 1 | -1;
  readonly hidden: Set<number>;
  /** Whether safe cells stay safe and other unsafe ones stay as they are. */
  readonly isStrict: boolean;
  readonly work: Work;
}

interface Step extends Wish {
  /** How many units each cell of the move changes. */
  readonly step: number;
  /** Otherwise the other cells are taken to have room without limit. */
  readonly isHiddenOnly: boolean;
}

/** A part of a move: the equations that it leaves unbalanced, in steps. */
interface State {
  readonly unbalanced: ReadonlyMap<number, number>;
  readonly cost: number;
  readonly cell: number;
  readonly change: number;
  readonly before: State | null;
}

/** Limits for tables in which a cell has many equations. In those with two per cell, such as two-way tables, neither is met. */
const mostUnbalanced = 6;
const mostStates = 1000;
/** What it takes to make a state, in terms looked at. */
const stateWork = 10;

/**
 * The cheapest change of cells, in steps, that moves one cell and leaves each equation true and each cell in its range.
 * It is a shortest path whose places are the equations left to balance (Dijkstra).
 */
export function findMove(
  { cells, rows, columns, costs, safe }: LinearTable,
  values: readonly number[],
  { cell: wanted, sign, step, hidden, isStrict, isHiddenOnly, work }: Step,
): ReadonlyMap<number, number> | null {
  const isInRange = (cell: number, change: number) => {
    const { low, high, unsafe } = cells[cell]!;
    const value = values[cell]! + change * step;
    if (!isStrict || cell === wanted) return value >= low && value <= high;
    return unsafe === null && value >= safe[cell]!.low && value <= safe[cell]!.high;
  };
  if (!isInRange(wanted, sign)) return null;
  const after = (
    state: Pick<State, "unbalanced" | "cost"> | null,
    cell: number,
    change: number,
    before: State | null,
  ): State => {
    const unbalanced = new Map(state?.unbalanced);
    for (const { row, coefficient } of columns[cell]!) {
      const rest = (unbalanced.get(row) ?? 0) + coefficient * change;
      if (rest === 0) unbalanced.delete(row);
      else unbalanced.set(row, rest);
    }
    return {
      unbalanced,
      cost: (state?.cost ?? 0) + (hidden.has(cell) ? 0 : costs[cell]!),
      cell,
      change,
      before,
    };
  };
  work.left -= stateWork;
  const queue: State[] = [after(null, wanted, sign, null)];
  const best = new Map<string | number, number>();
  const costOf = (key: string | number) => best.get(key) ?? Number.POSITIVE_INFINITY;
  for (let n = 0; n < mostStates && queue.length > 0 && work.left > 0; n++) {
    const state = queue.shift()!;
    // The newest equation is balanced first, so that the older ones stay: a path with one end.
    const [row, rest] = [...state.unbalanced].at(-1) ?? [];
    if (row === undefined || rest === undefined) return changesOf(state);
    if (n > 0 && costOf(keyOf(state.unbalanced)) < state.cost) continue;
    work.left -= rows[row]!.length;
    for (const { cell, coefficient } of rows[row]!) {
      const isHidden = hidden.has(cell);
      const change = -rest / coefficient;
      if (cell === wanted || (isHiddenOnly && !isHidden) || !Number.isInteger(change)) continue;
      const cost = state.cost + (isHidden ? 0 : costs[cell]!);
      if (cost >= costOf(balanced)) continue;
      if (isHidden && !isInRange(cell, change + changeOf(state, cell))) continue;
      work.left -= stateWork;
      const next = after(state, cell, change, state);
      const key = keyOf(next.unbalanced);
      if (next.unbalanced.size > mostUnbalanced || costOf(key) <= cost) continue;
      best.set(key, cost);
      insert(queue, next);
    }
  }
  return null;
}

const balanced = 0;

/** One key for the same equations with the same rests; a number for one or two, because that is fast. */
function keyOf(unbalanced: ReadonlyMap<number, number>): string | number {
  if (unbalanced.size === 0) return balanced;
  const entries = [...unbalanced];
  if (entries.length > 2 || entries.some(([row, rest]) => row >= 2 ** 20 || Math.abs(rest) > 7)) {
    return entries.sort(([a], [b]) => a - b).join(";");
  }
  const codes = entries.map(([row, rest]) => row * 16 + rest + 8);
  return Math.min(...codes) + (codes.length === 1 ? 0 : Math.max(...codes) * 2 ** 24);
}

function changesOf(state: State): Map<number, number> {
  const changes = new Map<number, number>();
  for (let each: State | null = state; each !== null; each = each.before) {
    changes.set(each.cell, (changes.get(each.cell) ?? 0) + each.change);
  }
  return changes;
}

function changeOf(state: State, cell: number): number {
  let change = 0;
  for (let each: State | null = state; each !== null; each = each.before) {
    if (each.cell === cell) change += each.change;
  }
  return change;
}

/** Keeps the queue in order of cost, first come first served. */
function insert(queue: State[], state: State): void {
  let [from, to] = [0, queue.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (queue[middle]!.cost <= state.cost) from = middle + 1;
    else to = middle;
  }
  queue.splice(from, 0, state);
}
