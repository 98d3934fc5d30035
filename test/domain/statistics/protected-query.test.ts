import fc from "fast-check";
import { disclosureThreshold, protectTable, thresholdOf } from "../../../src/domain/statistics/disclosure";
import { type Side, selectProtected } from "../../../src/domain/statistics/protected-query";
import { runs } from "../../support/runs";

/** Every way of asking for one side: grouped or not, with each selection of names or all. */
function sidesOf(names: readonly string[]): Side[] {
  const selections = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, i) => (bits >> i) % 2 === 1),
  );
  return [null, ...selections].flatMap((kept) =>
    [true, false].map((isGrouped) => ({ names, isGrouped, kept })),
  );
}

test("no set of queries, whatever their filters and groups, gives away a cell of fewer than 5", () => {
  const tables = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(tables, (rows) => {
      const rowNames = rows.map((_, i) => `r${i}`);
      const columnNames = ["c0", "c1"];
      const table = protectTable(
        rows.map((cells) => ({ cells, total: cells.reduce((a, b) => a + b, 0) })),
        2,
      );
      // What a reader knows: for each answer the cells that it adds up, and the sum. A total without a filter is of all.
      const known = new Map<string, { cells: number[]; sum: number }>();
      for (const row of sidesOf(rowNames))
        for (const column of sidesOf(columnNames))
          for (const answer of selectProtected(table, row, column)) {
            if (answer.count === null) continue;
            const inRows = answer.row === null ? (row.kept ?? rowNames) : [answer.row];
            const inColumns = answer.column === null ? (column.kept ?? columnNames) : [answer.column];
            const cells = inRows.flatMap((r) =>
              inColumns.map((c) => rowNames.indexOf(r) * 2 + columnNames.indexOf(c)),
            );
            const truth = cells.reduce((sum, cell) => sum + rows.flat()[cell]!, 0);
            expect(answer.count).toBe(truth);
            expect(answer.count).toBeGreaterThanOrEqual(disclosureThreshold);
            known.set(cells.join(), { cells, sum: answer.count });
          }
      const shown = new Set([...known.values()].flatMap(({ cells }) => (cells.length === 1 ? cells : [])));
      const hidden = rows.flat().flatMap((_, cell) => (shown.has(cell) ? [] : [cell]));
      const possible = solutions(hidden, rows.flat(), [...known.values()]);
      for (const [k] of hidden.entries())
        expect(new Set(possible.map((guess) => guess[k])).size).toBeGreaterThan(1);
    }),
    { numRuns: runs(200) },
  );
});

/** All values of the held-back cells, each below the threshold, with which everything that is known holds. */
function solutions(
  hidden: readonly number[],
  cells: readonly number[],
  known: readonly { readonly cells: readonly number[]; readonly sum: number }[],
): number[][] {
  const all = Array.from({ length: disclosureThreshold ** hidden.length }, (_, n) =>
    hidden.map((_cell, k) => Math.floor(n / disclosureThreshold ** k) % disclosureThreshold),
  );
  return all.filter((guess) =>
    known.every(
      (each) =>
        each.cells.reduce((sum, cell) => {
          const k = hidden.indexOf(cell);
          return sum + (k === -1 ? cells[cell]! : guess[k]!);
        }, 0) === each.sum,
    ),
  );
}

test("a filter takes from the published table and never counts anew", () => {
  const table = protectTable(
    [
      { cells: [20, 3, 4], total: 27 },
      { cells: [10, 30, 9], total: 49 },
    ],
    3,
  );
  const side = (names: string[], isGrouped: boolean, kept: string[] | null = null): Side => ({
    names,
    isGrouped,
    kept,
  });
  const areas = ["a", "b"];
  const classes = ["0-64", "65-79", "80+"];
  const held = { count: null, suppressed: true };
  expect(selectProtected(table, side(areas, true), side(classes, false))).toEqual([
    { row: "a", column: null, count: 27, suppressed: false },
    { row: "b", column: null, count: 49, suppressed: false },
  ]);
  expect(selectProtected(table, side(areas, false, ["a"]), side(classes, false, ["65-79", "80+"]))).toEqual([
    { row: null, column: null, ...held },
  ]);
  expect(selectProtected(table, side(areas, false, ["b"]), side(classes, false, ["65-79", "80+"]))).toEqual([
    { row: null, column: null, count: 39, suppressed: false },
  ]);
});

test("a threshold below the legal floor stops the hub", () => {
  expect(thresholdOf(3)).toBe(3);
  for (const count of [2, 4.5, Number.NaN]) expect(() => thresholdOf(count)).toThrow(RangeError);
});
