import fc from "fast-check";
import { roundTo } from "../../../src/domain/kit/round";

test.each([
  [22.307, 1, 22.3],
  [22.35, 1, 22.4],
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [-0.5, 0, -1],
  [8.345, 2, 8.35],
  [1e-7, 1, 0],
  [5.5e-7, 6, 0.000001],
  [-0.01, 1, 0],
  [0, 2, 0],
  [1e20, 2, 1e20],
  [1e21, 0, 1e21],
  [9_007_199_254_740_990, 10, 9_007_199_254_740_990],
  [1.23456, null, 1.23456],
  [-999999999.9999983, 10, -999999999.9999983],
])("%d to %p digits is %d", (value, decimals, rounded) => {
  expect(roundTo(value, decimals)).toBe(rounded);
});

test("a value that is not a number stays unchanged", () => {
  const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  expect(values.map((value) => roundTo(value, 2))).toEqual(values);
});

const decimals = fc.integer({ min: 0, max: 10 });

test("a rounded number is at most half a unit away, has no more digits, and rounding again changes nothing", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), decimals, (value, digits) => {
      const rounded = roundTo(value, digits);
      const lastBit = Math.abs(value) * 2 ** -51;
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + lastBit + 1e-25);
      expect(Number(rounded.toFixed(digits))).toBe(rounded);
      expect(roundTo(rounded, digits)).toBe(rounded);
      expect(Object.is(rounded, -0)).toBe(false);
    }),
  );
});

test("rounding keeps the order and mirrors at zero", () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, decimals, (a, b, digits) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(roundTo(low, digits)).toBeLessThanOrEqual(roundTo(high, digits));
      expect(roundTo(-a, digits) + roundTo(a, digits)).toBe(0);
    }),
  );
});
