import { isSmallCount } from "../../../src/domain/indicators/small-count";

const count = { aggregation: "SUM", formula: null } as const;
const ratio = { aggregation: "WEIGHTED_MEAN", formula: "100 * a / b" } as const;
const of = (value: number | null, numerator: number | null = null, denominator: number | null = null) => ({
  value,
  numerator,
  denominator,
});

test.each([
  ["a count of 1", count, of(1), true],
  ["a count of 4", count, of(4), true],
  ["a count of 5", count, of(5), false],
  ["nobody", count, of(0), false],
  ["an unknown count", count, of(null), false],
  ["a balance of 3", { ...count, formula: "births - deaths" }, of(3), false],
  ["a share of 3 percent", ratio, of(3, 30, 1_000), false],
  ["a share with 2 persons in it", ratio, of(20, 2, 10), true],
  ["a share of 3 persons", ratio, of(0, 0, 3), true],
])("%s is small: %#", (_, definition, observation, small) => {
  expect(isSmallCount(definition, observation)).toBe(small);
});
