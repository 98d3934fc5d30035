import fc from "fast-check";
import { decilesOf, ranksOf } from "../../../src/domain/statistics/ranks";

const values = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 60 });

test("gives rank 1 to the highest, the smallest rank to ties, and none without a value", () => {
  expect(ranksOf([10, 30, null, 20, 30, 20, 5])).toEqual([5, 1, null, 3, 1, 3, 6]);
  expect(ranksOf([])).toEqual([]);
});

test("gives decile 1 to the lowest values, one decile to ties, and none to fewer than ten values", () => {
  expect(decilesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(decilesOf([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, null])).toEqual([...Array(10).fill(1), null]);
  expect(decilesOf([1, 2, 3, null])).toEqual([null, null, null, null]);
});

test("ranks without ties are the numbers from 1, each once, and follow the values", () => {
  const distinct = fc.uniqueArray(fc.integer(), { maxLength: 60 });
  fc.assert(
    fc.property(distinct, (all) => {
      const ranks = ranksOf(all) as number[];
      expect([...ranks].sort((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
      for (const [i, a] of all.entries())
        for (const [j, b] of all.entries()) if (a > b) expect(ranks[i]!).toBeLessThan(ranks[j]!);
    }),
  );
});

test("deciles are from 1 to 10 and never fall as values rise", () => {
  fc.assert(
    fc.property(values, (all) => {
      const pairs = decilesOf(all)
        .map((decile, i) => ({ decile, value: all[i]! }))
        .filter((pair) => pair.decile !== null)
        .sort((a, b) => a.value - b.value);
      expect(pairs.every(({ decile }) => decile! >= 1 && decile! <= 10)).toBe(true);
      expect(pairs.every(({ decile }, i) => i === 0 || pairs[i - 1]!.decile! <= decile!)).toBe(true);
    }),
  );
});

test("an area without a value changes nothing for the others", () => {
  fc.assert(
    fc.property(values, (all) => {
      expect(ranksOf([...all, null])).toEqual([...ranksOf(all), null]);
      expect(decilesOf([null, ...all])).toEqual([null, ...decilesOf(all)]);
    }),
  );
});
