import { type Equation, suppressedCells, type TableCell } from "../../../src/domain/statistics/suppression";

const count = (key: string, value: number, isTotal = false): TableCell => ({
  key,
  value,
  low: 0,
  high: Number.POSITIVE_INFINITY,
  unsafe: value < 5 ? "low" : null,
  isTotal,
});
const sumOf = (total: string, ...keys: string[]): Equation => ({
  total,
  parts: keys.map((key) => ({ key, sign: 1 })),
  constant: 0,
});

it("suppresses the smallest safe area with a small one", () => {
  const cells = [count("a", 3), count("b", 40), count("c", 12), count("d", 30), count("all", 85, true)];
  expect([...suppressedCells(cells, [sumOf("all", "a", "b", "c", "d")])].sort()).toEqual(["a", "c"]);
});

it("suppresses nothing if nothing is unsafe", () => {
  const cells = [count("a", 5), count("b", 40), count("all", 45, true)];
  expect(suppressedCells(cells, [sumOf("all", "a", "b")]).size).toBe(0);
});

it("suppresses the total if no part is left", () => {
  const cells = [count("a", 3), count("all", 8, true)];
  expect([...suppressedCells(cells, [{ ...sumOf("all", "a"), constant: 5 }])].sort()).toEqual(["a", "all"]);
});

it("suppresses a small cell without an equation alone", () => {
  expect([...suppressedCells([count("a", 0), count("b", 9)], [])]).toEqual(["a"]);
});
