import { type Equation, suppressedCells, type TableCell } from "../../../src/domain/statistics/suppression";
import { canBe, derivable } from "../../support/table-attack";

const infinity = Number.POSITIVE_INFINITY;

const safe = (key: string, value: number, isTotal = false): TableCell => ({
  key,
  value,
  low: 0,
  high: infinity,
  unsafe: null,
  isTotal,
});
const count = (key: string, value: number, isTotal = false): TableCell => ({
  ...safe(key, value, isTotal),
  unsafe: value < 5 ? "low" : null,
});
const sumOf = (total: string, ...keys: string[]): Equation => ({
  total,
  parts: keys.map((key) => ({ key, sign: 1 })),
  constant: 0,
});
const hiddenIn = (cells: readonly TableCell[], equations: readonly Equation[]) =>
  [...suppressedCells(cells, equations)].sort();

it("suppresses a second area with a small one: the first by key, or the one whose loss is least", () => {
  const cells = [count("a", 3), count("b", 40), count("c", 12), count("d", 30), count("all", 85, true)];
  const residents: Record<string, number> = { a: 200, b: 900, c: 400, d: 700, all: 2200 };
  const equations = [sumOf("all", "a", "b", "c", "d")];
  expect(hiddenIn(cells, equations)).toEqual(["a", "b"]);
  const weighted = cells.map((cell) => ({ ...cell, loss: residents[cell.key]! }));
  expect(hiddenIn(weighted, equations)).toEqual(["a", "c"]);
});

it("suppresses nothing if nothing is unsafe", () => {
  const cells = [count("a", 5), count("b", 40), count("all", 45, true)];
  expect(hiddenIn(cells, [sumOf("all", "a", "b")])).toEqual([]);
});

it("suppresses the total if no part is left", () => {
  const cells = [count("a", 3), count("all", 8, true)];
  expect(hiddenIn(cells, [{ ...sumOf("all", "a"), constant: 5 }])).toEqual(["a", "all"]);
});

it("suppresses a small cell without an equation alone", () => {
  expect(hiddenIn([count("a", 0), count("b", 9)], [])).toEqual(["a"]);
});

it("suppresses a cell again that an earlier version suppressed, with another one", () => {
  const cells = [
    { ...count("a", 30), wasSuppressed: true },
    count("b", 40),
    count("c", 9),
    count("all", 79, true),
  ];
  expect(hiddenIn(cells, [sumOf("all", "a", "b", "c")])).toEqual(["a", "b"]);
});

it("suppresses a difference of two numbers, such as a natural balance below zero", () => {
  const balance = { ...safe("balance", -17), low: -infinity };
  const cells = [count("births", 3), count("deaths", 20), balance];
  const equation: Equation = {
    total: "balance",
    parts: [
      { key: "births", sign: 1 },
      { key: "deaths", sign: -1 },
    ],
    constant: 0,
  };
  const hidden = suppressedCells(cells, [equation]);
  expect([...hidden].sort()).toEqual(["balance", "births"]);
});

it("suppresses an amount of few people whatever its size, in exact cents", () => {
  const cells: TableCell[] = [
    { ...safe("a", 73_421.55), unsafe: "low" },
    safe("b", 1_250_000_000.1),
    safe("c", 0.2),
    safe("all", 1_250_073_421.85, true),
  ];
  expect(hiddenIn(cells, [sumOf("all", "a", "b", "c")])).toEqual(["a", "b"]);
});

it("suppresses zeros with a cell that is not zero, because two zeros that make 0 stay known (sdcTools/UserSupport 194)", () => {
  const equation = sumOf("all", "a", "b", "c");
  const zeros = [count("a", 0), safe("b", 0), safe("c", 0), safe("all", 0, true)];
  expect(suppressedCells(zeros, [equation])).toContain("all");
  const cells = [safe("a", 10), safe("b", 5), count("c", 0), safe("d", 0), safe("all", 15, true)];
  const equations = [sumOf("all", "a", "b", "c", "d")];
  const hidden = suppressedCells(cells, equations);
  for (const value of [0, 1, 2, 3, 4]) expect(canBe(cells, equations, hidden, "c", value)).toBe(true);
});

it("does not let two ones protect each other (sdcTools/UserSupport 194)", () => {
  const cells = [count("a", 14), count("b", 6), count("c", 1), count("d", 1), count("all", 22, true)];
  expect(hiddenIn(cells, [sumOf("all", "a", "b", "c", "d")])).toEqual(["a", "c", "d"]);
});

/** A table of rows and columns with their totals. */
function crossed(rows: readonly (readonly number[])[], cellOf = count) {
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const columns = rows[0]!.map((_, c) => c);
  const cells = [
    ...rows.flatMap((row, r) => [
      ...row.map((value, c) => cellOf(`${r}${c}`, value)),
      cellOf(`${r}T`, add(row), true),
    ]),
    ...columns.map((c) => cellOf(`T${c}`, add(rows.map((row) => row[c]!)), true)),
    cellOf("TT", add(rows.flat()), true),
  ];
  const names = [...rows.map((_, r) => `${r}`), "T"];
  const equations = [
    ...names.map((r) => sumOf(`${r}T`, ...columns.map((c) => `${r}${c}`))),
    ...[...columns, "T"].map((c) => sumOf(`T${c}`, ...rows.map((_, r) => `${r}${c}`))),
  ];
  return { cells, equations };
}

const openWindow = (
  cells: readonly TableCell[],
  equations: readonly Equation[],
  hidden: ReadonlySet<string>,
) =>
  cells
    .filter(({ unsafe }) => unsafe !== null)
    .every(({ key, low }) => [0, 1, 2, 3, 4].every((i) => canBe(cells, equations, hidden, key, low + i)));

it("protects three ones in two rows of five, and the totals that are small (sdcTools/UserSupport 135)", () => {
  const { cells, equations } = crossed([
    [1, 1, 7, 1, 0],
    [1, 0, 0, 2, 8],
  ]);
  const hidden = suppressedCells(cells, equations);
  expect(openWindow(cells, equations, hidden)).toBe(true);
  expect(derivable(equations, hidden)).toEqual([]);
});

it("protects a group with one child, which has the same number (sdcTools/UserSupport 33)", () => {
  const cells = [count("a", 30), count("b", 22), count("c", 3), count("c1", 3), count("all", 55, true)];
  const equations = [sumOf("all", "a", "b", "c"), sumOf("c", "c1")];
  expect(hiddenIn(cells, equations)).toEqual(["a", "c", "c1"]);
});

it("protects two tables with all but a few cells in common from their difference (sdcTools/UserSupport 136)", () => {
  const cells = [
    ...["a", "b", "c"].map((key, i) => count(key, 10 + i)),
    ...[count("d", 2), count("e", 6), count("first", 35, true), count("second", 39, true)],
  ];
  const equations = [sumOf("first", "a", "b", "c", "d"), sumOf("second", "a", "b", "c", "e")];
  const hidden = suppressedCells(cells, equations);
  expect(openWindow(cells, equations, hidden)).toBe(true);
  expect(derivable(equations, hidden)).toEqual([]);
});

it("protects a small complement of a large part (ddsjoberg/gtsummary 1691)", () => {
  const part = { ...safe("adults", 177), high: 180, unsafe: "high" as const };
  const cells = [part, { ...safe("other", 60), high: 90 }, safe("all", 237, true)];
  const equations = [sumOf("all", "adults", "other")];
  const hidden = suppressedCells(cells, equations);
  for (const value of [176, 177, 178, 179, 180])
    expect(canBe(cells, equations, hidden, "adults", value)).toBe(true);
  expect(hidden.has("other")).toBe(true);
});

it("protects the turnover of two firms in a table of regions and industries (Handbook on SDC, table 4.1)", () => {
  const { cells, equations } = crossed(
    [
      [540, 231],
      [48, 125],
    ],
    (key, value, isTotal) => ({ ...safe(key, value, isTotal), unsafe: key === "10" ? "low" : null }),
  );
  expect(hiddenIn(cells, equations)).toEqual(["00", "01", "10", "11"]);
});

it("leaves no suppressed cell derivable in a table of 100 areas and 20 indicators", () => {
  const value = (r: number, c: number) =>
    ((r * 7919 + c * 104_729 + r * c * 31) % 97) + ((r + c) % 11 === 0 ? 0 : 5);
  const rows = Array.from({ length: 100 }, (_, r) => Array.from({ length: 20 }, (_, c) => value(r, c)));
  const { cells, equations } = crossed(rows);
  const hidden = suppressedCells(cells, equations);
  expect(cells.filter(({ key, unsafe }) => unsafe !== null && !hidden.has(key))).toEqual([]);
  expect(hidden.size).toBeGreaterThan(cells.filter(({ unsafe }) => unsafe !== null).length);
  expect(derivable(equations, hidden)).toEqual([]);
});
