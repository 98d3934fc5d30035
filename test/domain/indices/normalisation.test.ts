import fc from "fast-check";
import { ampiScore } from "../../../src/domain/indicators/composite/ampi";
import { geometricMean, geometricPenalty } from "../../../src/domain/indicators/composite/geometric-mean";
import { spanOf } from "../../../src/domain/indicators/composite/goalposts";
import { imbalancePenalty } from "../../../src/domain/indicators/composite/imbalance-penalty";
import { minMax } from "../../../src/domain/indicators/composite/min-max";
import { mpiScore } from "../../../src/domain/indicators/composite/mpi";
import { weightedMean } from "../../../src/domain/indicators/composite/weighted-mean";
import { momentsOf, zScore } from "../../../src/domain/indicators/composite/z-score";
import { spearman } from "../../../src/domain/statistics/correlation";

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const goalposts = fc
  .tuple(number, fc.double({ min: 1, max: 1000, noNaN: true }), number)
  .map(([low, span, reference]) => ({ low, high: low + span, reference }));
const score = fc.double({ min: 70, max: 130, noNaN: true });
/** Normalised values with weights that add up to 1. */
const parts = fc
  .array(fc.tuple(score, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 12 })
  .map((all) => {
    const total = all.reduce((sum, [, weight]) => sum + weight, 0);
    return all.map(([value, weight]) => ({ value, share: weight / total }));
  });

test("AMPI by hand: goalposts 10 and 50, reference 20", () => {
  const scale = { low: 10, high: 50, reference: 20 };
  expect([10, 20, 40, 50].map((x) => ampiScore(x, scale, false))).toEqual([85, 100, 130, 145]);
  expect([10, 20, 40, 50].map((x) => ampiScore(x, scale, true))).toEqual([115, 100, 70, 55]);
  expect(ampiScore(20, { ...scale, reference: null }, false)).toBeNull();
  const values = [
    { value: 90, share: 0.5 },
    { value: 110, share: 0.5 },
  ];
  expect(weightedMean(values)).toBe(100);
  // S = 10, cv = 0.1.
  expect(imbalancePenalty(values, "HIGHER_IS_WORSE")).toBeCloseTo(1, 12);
  expect(imbalancePenalty(values, "HIGHER_IS_BETTER")).toBeCloseTo(-1, 12);
});

test("AMPI is the published formula, with Min, Max and 70 to 130", () => {
  fc.assert(
    fc.property(number, goalposts, (x, scale) => {
      const d = (scale.high - scale.low) / 2;
      const [min, max] = [scale.reference - d, scale.reference + d];
      const r = (60 * (x - min)) / (max - min) + 70;
      expect(ampiScore(x, scale, false)! / r).toBeCloseTo(1, 6);
      expect(ampiScore(x, scale, true)!).toBeCloseTo(200 - ampiScore(x, scale, false)!, 6);
    }),
  );
});

test("the reference is exactly 100, for either polarity", () => {
  fc.assert(
    fc.property(goalposts, fc.boolean(), (scale, reversed) => {
      expect(ampiScore(scale.reference, scale, reversed)).toBe(100);
    }),
  );
});

test("min-max runs from 0 at the low end to 1 at the high end, and back when reversed", () => {
  fc.assert(
    fc.property(goalposts, (scale) => {
      expect([minMax(scale.low, scale, false), minMax(scale.high, scale, false)]).toEqual([0, 1]);
      expect([minMax(scale.low, scale, true), minMax(scale.high, scale, true)]).toEqual([1, 0]);
    }),
  );
});

test("z-scores have mean 0 and deviation 1, those of MPI 100 and 10", () => {
  const varied = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(varied, fc.boolean(), (values, reversed) => {
      const moments = momentsOf(values)!;
      const z = momentsOf(values.map((x) => zScore(x, moments, reversed)))!;
      expect([z.mean, z.deviation]).toEqual([expect.closeTo(0, 8), expect.closeTo(1, 8)]);
      const mpi = momentsOf(values.map((x) => mpiScore(x, moments, reversed)))!;
      expect([mpi.mean, mpi.deviation]).toEqual([expect.closeTo(100, 6), expect.closeTo(10, 6)]);
    }),
  );
  expect(momentsOf([3, 3, 3])).toBeNull();
  expect(momentsOf([])).toBeNull();
});

test("equal values have no scale", () => {
  expect([spanOf([]), spanOf([5, 5]), spanOf([7, 5, 6])]).toEqual([null, null, { low: 5, high: 7 }]);
});

test("the penalty is 0 for equal parts, never to the advantage of an area, and independent of their order", () => {
  fc.assert(
    fc.property(parts, score, (values, same) => {
      const balanced = values.map(({ share }) => ({ value: same, share }));
      expect(imbalancePenalty(balanced, "HIGHER_IS_WORSE")).toBeCloseTo(0, 12);
      expect(geometricPenalty(balanced)).toBe(0);
      const penalty = imbalancePenalty(values, "HIGHER_IS_WORSE")!;
      expect(penalty).toBeGreaterThanOrEqual(0);
      expect(imbalancePenalty(values, "HIGHER_IS_BETTER")).toBeCloseTo(-penalty, 12);
      expect(imbalancePenalty([...values].reverse(), "HIGHER_IS_WORSE")).toBeCloseTo(penalty, 9);
      expect(geometricPenalty(values)!).toBeLessThanOrEqual(1e-9);
    }),
  );
  expect(imbalancePenalty([{ value: -5, share: 1 }], "HIGHER_IS_WORSE")).toBeNull();
  expect(geometricMean([{ value: 0, share: 1 }])).toBeNull();
});

test("if higher is worse, an index from 70 to 130 rises with each of its parts", () => {
  const index = (values: readonly { value: number; share: number }[]) =>
    weightedMean(values) + imbalancePenalty(values, "HIGHER_IS_WORSE")!;
  fc.assert(
    fc.property(parts, fc.nat(), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, n, by) => {
      const i = n % values.length;
      const raised = values.map((each, j) => {
        const value = j === i ? each.value + by * (130 - each.value) : each.value;
        return { ...each, value };
      });
      expect(index(raised)).toBeGreaterThanOrEqual(index(values) - 1e-9);
      expect(geometricMean(raised)!).toBeGreaterThanOrEqual(geometricMean(values)! - 1e-9);
    }),
  );
});

test("if higher is better it need not: one part far above the others costs more than it adds", () => {
  const index = (last: number) => {
    const values = [...Array(11).fill(70), last].map((value) => ({ value, share: 1 / 12 }));
    return weightedMean(values) + imbalancePenalty(values, "HIGHER_IS_BETTER")!;
  };
  expect(index(130)).toBeLessThan(index(120));
});

test("Spearman is 1 for the same order, -1 for the opposite one, and shares ranks among ties", () => {
  const pairs = (x: number[], y: number[]) => x.map((a, i): [number, number] => [a, y[i]!]);
  expect(spearman(pairs([1, 2, 3], [10, 20, 400]))).toBeCloseTo(1, 12);
  expect(spearman(pairs([1, 2, 3, 4], [4, 3, 2, 1]))).toBeCloseTo(-1, 12);
  // By hand: ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 x 5).
  expect(spearman(pairs([1, 2, 2, 3], [1, 2, 3, 4]))).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  expect(spearman(pairs([1, 2], [1, 2]))).toBeNull();
  expect(spearman(pairs([1, 1, 1], [1, 2, 3]))).toBeNull();
});
