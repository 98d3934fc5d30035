import fc from "fast-check";
import { classesOf, classIndexOf, classMethods } from "../../../src/domain/statistics/classes";
import { distributionOf, quantile } from "../../../src/domain/statistics/quantiles";

const some = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 });

test("agrees with R: quantile(c(1, 2, 4, 8, 16), type = 7)", () => {
  expect(distributionOf([16, 2, 8, 1, 4])).toEqual({
    count: 5,
    mean: 6.2,
    min: 1,
    firstQuartile: 2,
    median: 4,
    thirdQuartile: 8,
    max: 16,
  });
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(distributionOf([])).toBeNull();
});

test("the quartiles are in order between the extremes, and so is the mean", () => {
  fc.assert(
    fc.property(some, (values) => {
      const { min, firstQuartile, median, thirdQuartile, max, mean } = distributionOf(values)!;
      const order = [min, firstQuartile, median, thirdQuartile, max];
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      const slack = 1e-9 * Math.max(1, Math.abs(min), Math.abs(max));
      expect(mean >= min - slack && mean <= max + slack).toBe(true);
    }),
  );
});

test("cuts into classes at quantiles or of equal width", () => {
  expect(classesOf([1, 2, 3, 4, 100], 2, "QUANTILES")).toEqual([
    { from: 1, to: 3 },
    { from: 3, to: 100 },
  ]);
  expect(classesOf([0, 10, 40], 4, "EQUAL_INTERVALS")).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 20 },
    { from: 20, to: 30 },
    { from: 30, to: 40 },
  ]);
  expect(classesOf([], 3, "QUANTILES")).toEqual([]);
});

test("gives the requested number of classes, without gaps, and every value is in its class", () => {
  fc.assert(
    fc.property(
      some,
      fc.integer({ min: 2, max: 9 }),
      fc.constantFrom(...classMethods),
      (values, n, method) => {
        const classes = classesOf(values, n, method);
        expect(classes).toHaveLength(n);
        expect(classes.every(({ from }, i) => i === 0 || from === classes[i - 1]!.to)).toBe(true);
        for (const value of values) {
          const { from, to } = classes[classIndexOf(classes, value)]!;
          expect(from <= value && value <= to).toBe(true);
        }
        expect(classIndexOf(classes, Math.max(...values) + 1e10)).toBe(-1);
      },
    ),
  );
});
