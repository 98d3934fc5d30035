import fc from "fast-check";
import {
  type CountRow,
  disclosureThreshold,
  protectTable,
  thresholdOf,
} from "../../../src/domain/statistics/disclosure";
import type { EngagementEvent } from "../../../src/domain/strategy/engagement-event";
import { engagementTotals } from "../../../src/domain/strategy/engagement-totals";
import { runs } from "../../support/runs";

const rowOf = (...cells: number[]): CountRow => ({ cells, total: cells.reduce((a, b) => a + b, 0) });

test("suppresses small cells, and totals that would disclose them", () => {
  const { rows, columns, total } = protectTable([rowOf(20, 3, 2), rowOf(10, 4, 30), rowOf(9, 8, 7)], 3);
  const shown = (cells: readonly { count: number | null; suppressed: boolean }[]) =>
    cells.map(({ count, suppressed }) => (suppressed ? "x" : count));
  expect(rows.map((row) => shown([...row.cells, row.total]))).toEqual([
    [20, "x", "x", 25],
    [10, "x", 30, "x"],
    [9, 8, 7, 24],
  ]);
  expect(shown([...columns, total])).toEqual([39, "x", "x", "x"]);
});

test("two small cells that add up to 8 are 4 and 4, so their row has no total", () => {
  expect(protectTable([rowOf(20, 4, 4)], 3).rows[0]?.total).toEqual({ count: null, suppressed: true });
  expect(protectTable([rowOf(20, 4, 3)], 3).rows[0]?.total).toEqual({ count: 27, suppressed: false });
});

/**
 * Every table possible for a reader: suppressed cells are 0 to 4, and all published sums hold. Slow and simple on
 * purpose; it shares nothing with the code that it judges.
 */
function solutions(published: ReturnType<typeof protectTable>): number[][] {
  const cells = published.rows.flatMap((row, i) => row.cells.map((cell, j) => ({ i, j, cell })));
  const hidden = cells.filter(({ cell }) => cell.suppressed);
  const sums = [
    ...published.rows.map(({ total }, i) => ({ total, of: (c: { i: number }) => c.i === i })),
    ...published.columns.map((total, j) => ({ total, of: (c: { j: number }) => c.j === j })),
    { total: published.total, of: () => true },
  ].filter(({ total }) => total.count !== null);
  const found: number[][] = [];
  for (let n = 0; n < disclosureThreshold ** hidden.length; n++) {
    const guess = hidden.map((_, k) => Math.floor(n / disclosureThreshold ** k) % disclosureThreshold);
    const countIn = (c: (typeof cells)[number]) => c.cell.count ?? guess[hidden.indexOf(c)]!;
    const fits = sums.every(
      ({ total, of }) => cells.filter((c) => of(c)).reduce((sum, c) => sum + countIn(c), 0) === total.count,
    );
    if (fits) found.push(guess);
  }
  return found;
}

test("no suppressed cell can be computed from the published values", () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(table, (rows) => {
      const published = protectTable(
        rows.map((cells) => rowOf(...cells)),
        2,
      );
      const possible = solutions(published);
      for (const [k] of (possible[0] ?? []).entries())
        expect(new Set(possible.map((guess) => guess[k])).size).toBeGreaterThan(1);
      // Published values are true.
      for (const [i, { cells, total }] of published.rows.entries()) {
        for (const [j, { count }] of cells.entries()) if (count !== null) expect(count).toBe(rows[i]![j]);
        if (total.count !== null) expect(total.count).toBe(rows[i]![0]! + rows[i]![1]!);
      }
    }),
    { numRuns: runs(300) },
  );
});

const event = (areaCode: string, participants: EngagementEvent["participants"]) =>
  ({ areaCode, participants }) as EngagementEvent;
const published = (ageClass: string, count: number) => ({ ageClass, count, suppressed: false });
const suppressed = (ageClass: string) => ({ ageClass, count: null, suppressed: true });

test("sums events by area and age class; a value suppressed in one event is suppressed for the area", () => {
  const totals = engagementTotals([
    event("nil:2", {
      total: 30,
      byAgeClass: [published("0-64", 18), suppressed("65-79"), suppressed("80+")],
    }),
    event("nil:2", { total: null, byAgeClass: [published("0-64", 10), published("65-79", 6)] }),
    event("nil:1", { total: null, byAgeClass: [published("0-64", 10), suppressed("80+")] }),
    event("nil:1", null),
  ]);
  const row = (cells: readonly { ageClass: string; count: number | null; suppressed: boolean }[]) =>
    cells.map(({ ageClass, count, suppressed }) => `${ageClass} ${suppressed ? "x" : count}`);
  expect(
    totals.areas.map(({ areaCode, byAgeClass, total, coverage }) => [
      areaCode,
      row(byAgeClass),
      total,
      coverage,
    ]),
  ).toEqual([
    [
      "nil:1",
      ["0-64 10", "65-79 null", "80+ x"],
      { count: null, suppressed: false },
      { expected: 2, present: 1 },
    ],
    ["nil:2", ["0-64 28", "65-79 x", "80+ x"], { count: 46, suppressed: false }, { expected: 2, present: 2 }],
  ]);
  expect(row(totals.byAgeClass)).toEqual(["0-64 38", "65-79 x", "80+ x"]);
  expect(totals).toMatchObject({
    total: { count: null },
    coverage: { expected: 4, present: 3 },
    threshold: 5,
  });
});

test("has no total without events, not even 0", () => {
  expect(engagementTotals([])).toEqual({
    areas: [],
    byAgeClass: [],
    total: { count: null, suppressed: false },
    coverage: { expected: 0, present: 0 },
    threshold: 5,
  });
});

test("a threshold below the legal floor stops the hub", () => {
  expect(thresholdOf(3)).toBe(3);
  for (const count of [2, 4.5, Number.NaN]) expect(() => thresholdOf(count)).toThrow(RangeError);
});
