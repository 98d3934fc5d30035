import {
  type Equation,
  mostWork,
  suppressedCells,
  type TableCell,
} from "../../../src/domain/statistics/suppression";
import { overlappingTable } from "../../support/overlapping-table";
import { canBe, derivable } from "../../support/table-attack";

const number = (area: number, sex: number, age: number) =>
  ((area * 7919 + sex * 31 + age * 17 + area * sex * 13) % 97) + ((area + sex) % 11 === 0 ? 0 : 5);

const openWindows = (
  cells: readonly TableCell[],
  equations: readonly Equation[],
  hidden: ReadonlySet<string>,
) =>
  cells
    .filter(({ unsafe }) => unsafe !== null)
    .every(({ key }) => [0, 1, 2, 3, 4].every((value) => canBe(cells, equations, hidden, key, value)));

const small = overlappingTable(2, (area, sex, age) => (area + sex + age === 0 ? 2 : 7 + area + sex));
const other = { key: "other", value: 9, low: 0, high: Number.POSITIVE_INFINITY, unsafe: null } as const;

it("suppresses all numbers that equations connect if the work is used up, and no others", () => {
  const cells = [...small.cells, other];
  const hidden = suppressedCells(cells, small.equations, { left: 1 });
  expect([...hidden].sort()).toEqual(small.cells.map(({ key }) => key).sort());
  expect(openWindows(small.cells, small.equations, hidden)).toBe(true);
  expect(derivable(small.equations, hidden)).toEqual([]);
});

it("does a small table first, so that a large one does not use up its work", () => {
  const { cells, equations } = overlappingTable(88, number);
  const list: TableCell[] = [
    { ...other, key: "x", value: 3, unsafe: "low" },
    ...["y", "z"].map((key) => ({ ...other, key, value: 40 })),
    { ...other, key: "sum", value: 83, isTotal: true },
  ];
  const parts = ["x", "y", "z"].map((key) => ({ key, sign: 1 as const }));
  const hidden = suppressedCells([...cells, ...list], [...equations, { total: "sum", parts, constant: 0 }], {
    left: 20_000,
  });
  expect(list.map(({ key }) => key).filter((key) => hidden.has(key))).toEqual(["x", "y"]);
});

it.each([88, 2222])(
  "ends within its work for %i areas by sex and age, in the same way each time",
  (areas) => {
    const { cells, equations } = overlappingTable(areas, number);
    const work = { left: mostWork };
    const hidden = suppressedCells(cells, equations, work);
    // What is begun is completed: one equation for each state.
    expect(work.left).toBeGreaterThan(-40 * cells.length);
    expect(derivable(areas === 88 ? equations : [], hidden)).toEqual([]);
    expect(cells.filter(({ key, unsafe }) => unsafe !== null && !hidden.has(key))).toEqual([]);
    const again = { left: mostWork };
    expect(suppressedCells([...cells].reverse(), equations, again)).toEqual(hidden);
    expect(again).toEqual(work);
  },
);

describe("an equation that does not add up", () => {
  const cells: TableCell[] = [
    { ...other, key: "a", value: 3, unsafe: "low" },
    { ...other, key: "b", value: 20 },
    { ...other, key: "c", value: 30 },
    { ...other, key: "d", value: 40 },
    { ...other, key: "all", value: 50, isTotal: true },
  ];
  const sum = (total: string, ...keys: string[]): Equation => ({
    total,
    parts: keys.map((key) => ({ key, sign: 1 })),
    constant: 0,
  });

  it("has all numbers suppressed that are connected, because a reader takes it for true", () => {
    const equations = [sum("all", "a", "b", "c")];
    const hidden = suppressedCells(cells, equations);
    expect([...hidden].sort()).toEqual(["a", "all", "b", "c"]);
    const connected = cells.filter(({ key }) => key !== "d");
    expect(openWindows(connected, equations, hidden)).toBe(true);
  });

  it("changes nothing if its numbers are all shown", () => {
    const equations = [sum("d", "b", "c")];
    expect([...suppressedCells(cells, equations)]).toEqual(["a"]);
  });

  it("may differ by the rounding of decimals", () => {
    const amounts = [
      { ...other, key: "a", value: 1.004, unsafe: "low" as const },
      { ...other, key: "b", value: 20.004 },
      { ...other, key: "c", value: 30.004 },
      { ...other, key: "all", value: 51.012, isTotal: true },
    ];
    expect(suppressedCells(amounts, [sum("all", "a", "b", "c")])).toEqual(new Set(["a", "b"]));
  });
});
