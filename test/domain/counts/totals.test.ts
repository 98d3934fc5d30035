import fc from "fast-check";
import { cellCountOf, countBy } from "../../../src/domain/counts/totals";

test("counts every combination, zero cells included, and unknown groups apart", () => {
  const { cells, total, coverage } = countBy(
    [
      ["CAM", "HOUSE"],
      ["m1", "m2"],
    ],
    [
      [["NEW"], ["m2"]],
      [[], ["m2"]],
      [["HOUSE"], ["m1"]],
      [["HOUSE"], ["m1"]],
    ],
  );
  expect(cells.map(({ groups, count }) => [...groups, count])).toEqual([
    ["CAM", "m1", 0],
    ["CAM", "m2", 0],
    ["HOUSE", "m1", 2],
    ["HOUSE", "m2", 0],
    [null, "m2", 1],
    ["NEW", "m2", 1],
  ]);
  expect([total, coverage]).toEqual([4, { expected: 4, present: 3 }]);
});

test("with one group at most for each thing the cells add up to the total", () => {
  const group = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 1 });
  const things = fc.array(fc.tuple(group, group), { maxLength: 40 });
  fc.assert(
    fc.property(things, (all) => {
      const sides = [
        ["a", "b", "c"],
        ["a", "b", "c", "d"],
      ];
      const { cells, total, coverage } = countBy(sides, all);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      const known = cells.filter(({ groups }) => !groups.includes(null));
      expect(known).toHaveLength(cellCountOf(sides));
      expect(known.reduce((sum, { count }) => sum + count, 0)).toBe(coverage.present);
    }),
  );
});
