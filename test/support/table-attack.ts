import type { Equation, TableCell } from "../../src/domain/statistics/suppression";

/** A reader's attack: finds a table of whole numbers that agrees with the shown cells and has one hidden cell fixed. */
export function canBe(
  cells: readonly TableCell[],
  equations: readonly Equation[],
  hidden: ReadonlySet<string>,
  key: string,
  value: number,
): boolean {
  const most = 40 + Math.max(...cells.map((cell) => cell.value));
  const ranges = new Map(
    cells.map((cell): [string, Range] => [
      cell.key,
      hidden.has(cell.key) ? [cell.low, Math.min(cell.high, most)] : [cell.value, cell.value],
    ]),
  );
  const [low, high] = ranges.get(key)!;
  if (value < low || value > high) return false;
  return hasSolution(equations, ranges.set(key, [value, value]));
}

type Range = readonly [number, number];

/** Narrows the ranges by each equation until nothing changes, then tries the values of the narrowest open one. */
function hasSolution(equations: readonly Equation[], ranges: Map<string, Range>): boolean {
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { total, parts, constant } of equations) {
      const terms = [...parts, { key: total, sign: -1 }];
      const ends = terms.map(({ key, sign }) => {
        const [low, high] = ranges.get(key)!;
        return sign === 1 ? [low, high] : [-high, -low];
      });
      const lows = ends.reduce((sum, [low]) => sum + low!, constant);
      const highs = ends.reduce((sum, [, high]) => sum + high!, constant);
      terms.forEach(({ key, sign }, i) => {
        const [low, high] = ends[i]!;
        const from = Math.max(low!, high! - highs);
        const to = Math.min(high!, low! - lows);
        if (from > low! || to < high!) {
          const old = ranges.get(key)!;
          const [a, b] = sign === 1 ? [from, to] : [-to, -from];
          ranges.set(key, [Math.max(a, old[0]), Math.min(b, old[1])]);
          isNew = true;
        }
      });
      if (terms.some(({ key }) => ranges.get(key)![0] > ranges.get(key)![1])) return false;
      if (isNew) break;
    }
  }
  const open = [...ranges]
    .filter(([, [low, high]]) => low < high)
    .sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]));
  const next = open[0];
  if (next === undefined) return true;
  const [key, [low, high]] = next;
  for (let value = low; value <= high; value++) {
    if (hasSolution(equations, new Map(ranges).set(key, [value, value]))) return true;
  }
  return false;
}

/** The suppressed cells that the equations alone determine: those whose unit vector is in the row space (modulo a prime). */
export function derivable(equations: readonly Equation[], hidden: ReadonlySet<string>): string[] {
  const prime = 1_000_003;
  const keys = [...hidden];
  const at = new Map(keys.map((key, i) => [key, i]));
  const rows = equations.map(({ total, parts }) => {
    const row = keys.map(() => 0);
    for (const { key, sign } of [...parts, { key: total, sign: -1 }]) {
      const i = at.get(key);
      if (i !== undefined) row[i] = (row[i]! + sign + prime) % prime;
    }
    return row;
  });
  let rank = 0;
  for (let column = 0; column < keys.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const inverse = power(rows[rank]![column]!, prime - 2, prime);
    rows[rank] = rows[rank]!.map((each) => (each * inverse) % prime);
    rows.forEach((row, i) => {
      const factor = row[column]!;
      if (i === rank || factor === 0) return;
      rows[i] = row.map((each, k) => (((each - factor * rows[rank]![k]!) % prime) + prime) % prime);
    });
    rank++;
  }
  // In reduced form, a cell is determined if a row has it alone.
  return rows.flatMap((row) => {
    const terms = row.flatMap((each, i) => (each === 0 ? [] : [i]));
    return terms.length === 1 ? [keys[terms[0]!]!] : [];
  });
}

function power(base: number, exponent: number, modulus: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
