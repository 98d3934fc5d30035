import fc from "fast-check";
import { type PlanePoint, simplifiedLine } from "../../../src/domain/geo/simplify-line";
import { between } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

const point = fc.tuple(between(-1000, 1000), between(-1000, 1000));

/** Of a point from a segment, by sampling the segment finely. */
const distance = ([x, y]: PlanePoint, [ax, ay]: PlanePoint, [bx, by]: PlanePoint): number =>
  Math.min(
    ...Array.from({ length: 1001 }, (_, i) => {
      const t = i / 1000;
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }),
  );

test("keeps the ends, and every point that goes lies within the tolerance of the simpler line", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), between(1, 500), (points, tolerance) => {
      const kept = simplifiedLine(points, tolerance);
      expect([kept[0], kept.at(-1)]).toEqual([0, points.length - 1]);
      for (const [i, from] of kept.slice(0, -1).entries())
        for (let between = from + 1; between < kept[i + 1]!; between++)
          // The samples lie at most 1.5 m from the nearest place of the segment.
          expect(distance(points[between]!, points[from]!, points[kept[i + 1]!]!)).toBeLessThan(
            tolerance + 1.5,
          );
    }),
    { numRuns: runs(200) },
  );
});

test("a tolerance of 0 keeps all points, also those on a straight line", () => {
  expect(
    simplifiedLine(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      0,
    ),
  ).toEqual([0, 1, 2]);
  expect(
    simplifiedLine(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      0.1,
    ),
  ).toEqual([0, 2]);
});

test("a closed line keeps the point that is farthest from its start", () => {
  expect(
    simplifiedLine(
      [
        [0, 0],
        [1, 0],
        [3, 3],
        [0, 1],
        [0, 0],
      ],
      10,
    ),
  ).toEqual([0, 2, 4]);
});
