import fc from "fast-check";
import { distanceMetres } from "../../../src/domain/geo/distance";
import type { GeoPoint } from "../../../src/domain/geo/point";
import { containsPoint, type MultiPolygon, surfaceKm2 } from "../../../src/domain/geo/polygon";
import {
  evenSpread,
  type GridPoints,
  gridPoints,
  pointCount,
  spreadSpacingMetres,
} from "../../../src/domain/places/even-spread";
import { degreesToEdge, star } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

/** As places on the map. */
const pointsOf = (grid: GridPoints): GeoPoint[] => {
  const { xs, ys, zs } = gridPoints(grid);
  const degrees = (angle: number) => (angle * 180) / Math.PI;
  return Array.from(xs, (x, i) => ({
    latitude: degrees(Math.asin(zs[i]!)),
    longitude: degrees(Math.atan2(ys[i]!, x)),
  }));
};

const nameOf = ({ latitude, longitude }: GeoPoint) => `${latitude.toFixed(9)} ${longitude.toFixed(9)}`;

const square = (west: number, south: number, side: number): MultiPolygon => [
  [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
];

test("spreads points every 25 m over a square, in proportion to its surface", () => {
  const shape = square(9.1, 45.4, 0.02);
  const spread = evenSpread(shape);
  expect(spread.spacingMetres).toBe(spreadSpacingMetres);
  const expected = (surfaceKm2(shape) * 1e6) / spreadSpacingMetres ** 2;
  expect(Math.abs(pointCount(spread) / expected - 1)).toBeLessThan(0.02);
  const points = pointsOf(spread);
  expect(points).toHaveLength(pointCount(spread));
  expect(points.every((point) => containsPoint(shape, point))).toBe(true);
  expect(distanceMetres(points[0]!, points[1]!)).toBeCloseTo(25, 3);
});

test("neighbours share no point, and their union has the points of both", () => {
  const [left, right] = [square(9.1, 45.4, 0.01), square(9.11, 45.4, 0.01)];
  const codes = [left, right].map((shape) => pointsOf(evenSpread(shape)).map(nameOf));
  expect(new Set(codes.flat()).size).toBe(codes.flat().length);
  const both = pointsOf(evenSpread([...left, ...right])).map(nameOf);
  expect(both.sort()).toEqual(codes.flat().sort());
});

test("a small area gets a finer grid, a speck at most eight halvings", () => {
  const small = evenSpread(square(9.1, 45.4, 0.001));
  expect(small.spacingMetres).toBeLessThan(spreadSpacingMetres);
  expect(pointCount(small)).toBeGreaterThanOrEqual(100);
  expect(evenSpread(square(9.1, 45.4, 1e-9)).spacingMetres).toBe(spreadSpacingMetres / 256);
});

test("contains exactly the points inside, without holes", () => {
  fc.assert(
    fc.property(star, ({ middle, radius, shape }) => {
      // A star of a few kilometres at the latitude of cities.
      const scale = 0.02 / radius;
      const scaled: MultiPolygon = shape.map((polygon) =>
        polygon.map((ring) =>
          ring.map(
            ([x, y]) => [9 + (x - middle.longitude) * scale, 45 + (y - middle.latitude) * scale] as const,
          ),
        ),
      );
      const points = pointsOf(evenSpread(scaled));
      const clear = points.filter((point) => degreesToEdge(scaled, point) > 1e-9);
      expect(clear.every((point) => containsPoint(scaled, point))).toBe(true);
    }),
    { numRuns: runs(20) },
  );
});
