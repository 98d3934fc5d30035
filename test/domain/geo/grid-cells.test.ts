import fc from "fast-check";
import { encodeGeohash } from "../../../src/domain/geo/geohash";
import { gridCellsOf } from "../../../src/domain/geo/grid-cells";
import { containsPoint } from "../../../src/domain/geo/polygon";
import { pointNear, star } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

test("a point is in the shape if it is in the part of its cell", () => {
  const cases = star.chain((s) => fc.tuple(fc.constant(s), fc.array(pointNear(s), { minLength: 20 })));
  fc.assert(
    fc.property(cases, ([{ shape }, points]) => {
      const cells = new Map(gridCellsOf(shape, 3).map(({ geohash, polygons }) => [geohash, polygons]));
      const found = points.map((point) => {
        const part = cells.get(encodeGeohash(point, 3));
        return part === null || (part !== undefined && containsPoint(part, point));
      });
      expect(found).toEqual(points.map((point) => containsPoint(shape, point)));
    }),
    { numRuns: runs(300) },
  );
});
