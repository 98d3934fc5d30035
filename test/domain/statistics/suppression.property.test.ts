import * as fc from "fast-check";
import { type Equation, suppressedCells, type TableCell } from "../../../src/domain/statistics/suppression";
import { runs } from "../../support/runs";
import { canBe, derivable } from "../../support/table-attack";

const infinity = Number.POSITIVE_INFINITY;

/** A count, with the rules of an indicator whose denominator is shown or of one without. */
const cellOf = (key: string, value: number, denominator = infinity, isTotal = false): TableCell => {
  const [isLow, isHigh] = [value < 5 || denominator < 5, denominator - value < 5];
  const unsafe = isLow && isHigh ? "both" : isLow ? "low" : isHigh ? "high" : null;
  return { key, value, low: 0, high: denominator, unsafe, isTotal };
};

const sumOf = (total: string, keys: readonly string[]): Equation => ({
  total,
  parts: keys.map((key) => ({ key, sign: 1 })),
  constant: 0,
});

const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The values of its window that a cell cannot have, although the whole table suppressed would allow them. */
function excluded(cells: readonly TableCell[], equations: readonly Equation[], hidden: ReadonlySet<string>) {
  const all = new Set(cells.map(({ key }) => key));
  return cells.flatMap((cell) => {
    if (!hidden.has(cell.key)) return cell.unsafe === null ? [] : [`${cell.key} is shown`];
    const { low, high, unsafe, key, value } = cell;
    const window = [0, 1, 2, 3, 4].flatMap((i) => [
      ...(unsafe === "low" || unsafe === "both" ? [low + i] : []),
      ...(unsafe === "high" || unsafe === "both" ? [high - i] : []),
    ]);
    const values = window.filter(
      (each) => each >= low && each <= high && canBe(cells, equations, all, key, each),
    );
    const hasOther = () => [value - 1, value + 1].some((each) => canBe(cells, equations, hidden, key, each));
    const isOne = () => ![value - 1, value + 1].some((each) => canBe(cells, equations, all, key, each));
    return [
      ...values
        .filter((each) => !canBe(cells, equations, hidden, key, each))
        .map((each) => `${key} is not ${each}`),
      ...(hasOther() || isOne() ? [] : [`${key} has one value`]),
    ];
  });
}

const counts = (length: number, most: number) =>
  fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: most }), fc.nat({ max: most })), {
    minLength: length,
    maxLength: length,
  });

/** Areas of one indicator. */
function oneWay(values: readonly number[], denominators: readonly number[] | null = null) {
  const keys = values.map((_, i) => `a${i}`);
  const cells = values.map((value, i) => cellOf(keys[i]!, value, denominators?.[i]));
  const total = cellOf("all", add(values), denominators ? add(denominators) : infinity, true);
  return { cells: [...cells, total], equations: [sumOf("all", keys)] };
}

/** Areas by sex, with both sexes, in rows of two, and the sums of the areas. */
function twoWay(values: readonly number[]) {
  const areas = values.flatMap((_, i) => (i % 2 === 0 ? [i / 2] : []));
  const [men, women] = [0, 1].map((sex) => areas.map((area) => values[2 * area + sex]!));
  const both = areas.map((area) => men![area]! + women![area]!);
  const columns: [string, number[]][] = [
    ["men", men!],
    ["women", women!],
    ["both", both],
  ];
  const cells = columns.flatMap(([name, column]) => [
    ...column.map((value, area) => cellOf(`${name}-${area}`, value, infinity, name === "both")),
    cellOf(`${name}-all`, add(column), infinity, true),
  ]);
  const equations = [
    ...columns.map(([name]) =>
      sumOf(
        `${name}-all`,
        areas.map((area) => `${name}-${area}`),
      ),
    ),
    ...[...areas, "all"].map((area) => sumOf(`both-${area}`, [`men-${area}`, `women-${area}`])),
  ];
  return { cells, equations };
}

it("leaves each window open to an attacker of a list of areas", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).chain((n) => counts(n, 20)),
      (values) => {
        const { cells, equations } = oneWay(values);
        expect(excluded(cells, equations, suppressedCells(cells, equations))).toEqual([]);
      },
    ),
    { numRuns: runs(1000) },
  );
});

it("leaves each window open if readers see the denominators", () => {
  const parts = fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(counts(n, 15), counts(n, 15)));
  fc.assert(
    fc.property(parts, ([values, others]) => {
      const { cells, equations } = oneWay(
        values,
        values.map((value, i) => value + others[i]!),
      );
      expect(excluded(cells, equations, suppressedCells(cells, equations))).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

it("leaves each window open to an attacker of a table of areas by sex", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((n) => counts(2 * n, 15)),
      (values) => {
        const { cells, equations } = twoWay(values);
        expect(excluded(cells, equations, suppressedCells(cells, equations))).toEqual([]);
      },
    ),
    { numRuns: runs(300), examples: [[[2, 5, 2, 0, 0, 0]]] },
  );
});

/** All lists of areas that agree with what is shown. */
function* listsLike(values: readonly number[], open: readonly number[], sum: number): Generator<number[]> {
  const [first, ...rest] = open;
  if (rest.length === 0) return yield values.map((value, i) => (i === first ? sum : value));
  for (let value = 0; value <= sum; value++) {
    yield* listsLike(
      values.map((each, i) => (i === first ? value : each)),
      rest,
      sum - value,
    );
  }
}

it("leaves each window open to a reader who knows the method", () => {
  const patternOf = (values: readonly number[]) => {
    const { cells, equations } = oneWay(values);
    return [...suppressedCells(cells, equations)].sort();
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 6 }).chain((n) => counts(n, 20)),
      (values) => {
        const pattern = patternOf(values);
        const open = values.flatMap((_, i) => (pattern.includes(`a${i}`) ? [i] : []));
        const sum = add(open.map((i) => values[i]!));
        fc.pre(!pattern.includes("all") && open.length > 0 && open.length < 4 && sum < 50);
        const like = [...listsLike(values, open, sum)].filter(
          (each) => patternOf(each).join() === pattern.join(),
        );
        for (const i of open.filter((each) => values[each]! < 5)) {
          expect([0, 1, 2, 3, 4].filter((value) => !like.some((each) => each[i] === value))).toEqual([]);
        }
      },
    ),
    { numRuns: runs(200) },
  );
});

it("suppresses one more area if those that it can choose are large enough", () => {
  const list = fc.tuple(
    counts(3, 4),
    fc.array(fc.integer({ min: 17, max: 90 }), { minLength: 1, maxLength: 8 }),
  );
  fc.assert(
    fc.property(list, ([small, large]) => {
      const { cells, equations } = oneWay([...large, ...small]);
      expect(suppressedCells(cells, equations).size).toBe(small.length + 1);
    }),
    { numRuns: runs(500) },
  );
});

it("suppresses nothing if nothing is unsafe", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 99 }), { minLength: 2, maxLength: 12 }), (values) => {
      const { cells, equations } = oneWay(values);
      expect(suppressedCells(cells, equations).size).toBe(0);
    }),
    { numRuns: runs(200) },
  );
});

it("keeps what was suppressed, and its choice does not depend on the order of the cells", () => {
  fc.assert(
    fc.property(counts(8, 30), fc.nat({ max: 7 }), (values, old) => {
      const { cells, equations } = twoWay(values);
      const aged = cells.map((cell, i) => (i === old ? { ...cell, wasSuppressed: true } : cell));
      const hidden = suppressedCells(aged, equations);
      expect(hidden).toContain(cells[old]!.key);
      expect(suppressedCells([...aged].reverse(), equations)).toEqual(hidden);
      expect(derivable(equations, hidden)).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});
