import turfArea from "@turf/area";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import {
  boxOf,
  centroidOf,
  containsPoint,
  type MultiPolygon,
  surfaceKm2,
} from "../../../src/domain/geo/polygon";
import type { Position, Ring } from "../../../src/domain/geo/ring";
import { multiPolygonProblem } from "../../../src/domain/geo/shape-problem";
import { boxContains } from "../../support/boxes";
import { between, degreesToEdge, pointNear, star } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const at = (longitude: number, latitude: number) => ({ latitude, longitude });

/** The shape as turf wants it: arrays that may be written to. */
const geoJson = (shape: MultiPolygon) => ({
  type: "MultiPolygon" as const,
  coordinates: shape.map((polygon) => polygon.map((ring) => ring.map((position) => [...position]))),
});

test.each<[string, MultiPolygon, string | null]>([
  ["a square with a hole", [[square(9, 45, 1), square(9.2, 45.2, 0.1)]], null],
  ["no polygon", [], "coordinates has no polygon; a shape has at least 1."],
  ["no ring", [[square(9, 45, 1)], []], "coordinates[1] has no ring; a polygon has at least 1."],
  [
    "a short ring",
    [[square(9, 45, 1), square(9, 45, 1).slice(0, 3)]],
    "coordinates[0][1] has 3 positions; a ring has at least 4.",
  ],
  [
    "an open ring",
    [[square(9, 45, 1).slice(0, 4)]],
    "coordinates[0][0] is open: it begins at [9, 45] and ends at [9, 46].",
  ],
  [
    "a ring that ends beside its beginning",
    [[[...square(9, 45, 1).slice(0, 4), [9.5, 45]]]],
    "coordinates[0][0] is open: it begins at [9, 45] and ends at [9.5, 45].",
  ],
  [
    "latitude and longitude exchanged",
    [[square(45, 91, 1)]],
    "coordinates[0][0][0] is [45, 91]; longitude is -180 to 180 and latitude -90 to 90, in degrees.",
  ],
  [
    "a position that is no number",
    [[square(Number.NaN, 45, 1)]],
    "coordinates[0][0][0] is [NaN, 45]; longitude is -180 to 180 and latitude -90 to 90, in degrees.",
  ],
])("says what is wrong with %s", (_name, shape, problem) => {
  expect(multiPolygonProblem(shape)?.en ?? null).toBe(problem);
});

test("takes the box of all polygons", () => {
  const shape = [[square(9, 45, 1), square(9.2, 45.2, 0.1)], [square(11, 44, 0.5)]];
  expect(boxOf(shape)).toEqual({ west: 9, south: 44, east: 11.5, north: 46 });
});

test("contains a point of each polygon but none of a hole", () => {
  const shape = [[square(9, 45, 1), square(9.2, 45.2, 0.2)], [square(11, 44, 0.5)]];
  expect(containsPoint(shape, at(9.1, 45.1))).toBe(true);
  expect(containsPoint(shape, at(9.3, 45.3))).toBe(false);
  expect(containsPoint(shape, at(11.2, 44.2))).toBe(true);
  expect(containsPoint(shape, at(10.5, 44.2))).toBe(false);
});

test("contains its west and south borders but not its east and north ones", () => {
  const shape = [[square(9, 45, 1)]];
  expect([at(9, 45.5), at(9.5, 45), at(9, 45)].map((p) => containsPoint(shape, p))).toEqual([
    true,
    true,
    true,
  ]);
  expect([at(10, 45.5), at(9.5, 46), at(10, 46)].map((p) => containsPoint(shape, p))).toEqual([
    false,
    false,
    false,
  ]);
});

test("gives a point on a shared border to exactly one of the two sides", () => {
  const [low, high] = [
    fc.tuple(between(9, 10), between(45, 45.4)),
    fc.tuple(between(9, 10), between(45.6, 46)),
  ];
  fc.assert(
    fc.property(low, high, between(0.01, 0.99), (a, b, share) => {
      const [west, east]: [Position, Position] = [
        [8, 45.5],
        [11, 45.5],
      ];
      const point = at(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]));
      const sides = [[[[a, b, west, a]]], [[[b, a, east, b]]]];
      expect(sides.filter((side) => containsPoint(side, point))).toHaveLength(1);
    }),
    { numRuns: runs(500) },
  );
});

test("contains the same points as in turf, with holes and without", () => {
  const cases = star.chain((s) => fc.tuple(fc.constant(s), fc.array(pointNear(s), { minLength: 20 })));
  fc.assert(
    fc.property(cases, ([{ shape }, points]) => {
      const clear = points.filter((p) => degreesToEdge(shape, p) > 1e-9);
      const oracle = geoJson(shape);
      const expected = clear.map((p) => booleanPointInPolygon([p.longitude, p.latitude], oracle));
      expect(clear.map((p) => containsPoint(shape, p))).toEqual(expected);
    }),
    { numRuns: runs(300) },
  );
});

test("measures the same surface as turf", () => {
  fc.assert(
    fc.property(star, star, (a, b) => {
      const shape = [...a.shape, ...b.shape];
      const expected = turfArea(geoJson(shape)) / 1e6;
      expect(Math.abs(surfaceKm2(shape) / expected - 1)).toBeLessThan(1e-6);
    }),
  );
});

test("measures an eighth of the sphere", () => {
  const octant: MultiPolygon = [
    [
      [
        [0, 0],
        [90, 0],
        [90, 90],
        [0, 90],
        [0, 0],
      ],
    ],
  ];
  expect(surfaceKm2(octant)).toBeCloseTo((Math.PI / 2) * 6371.0088 ** 2, 4);
});

test("finds the centre of gravity of an L, of a ring off its middle, and of two squares", () => {
  const l: Ring = [
    [9, 45],
    [11, 45],
    [11, 46],
    [10, 46],
    [10, 48],
    [9, 48],
    [9, 45],
  ];
  expect(centroidOf([[l]])).toEqual(at(expect.closeTo(9.75, 12), expect.closeTo(46.25, 12)));
  const holed = [[square(0, 0, 4), square(0.5, 1, 2)]];
  expect(centroidOf(holed)).toEqual(at(expect.closeTo((16 * 2 - 4 * 1.5) / 12, 12), expect.closeTo(2, 12)));
  const two = [[square(0, 0, 1)], [[...square(4, 0, 2)].reverse()]];
  expect(centroidOf(two)).toEqual(at(expect.closeTo((0.5 + 4 * 5) / 5, 12), expect.closeTo(0.9, 12)));
});

test("keeps the centroid of a small shape far from the origin to the last digits", () => {
  const [x, y] = [175.123, 60.456];
  const triangle: Ring = [
    [x, y],
    [x + 1e-6, y],
    [x, y + 1e-6],
    [x, y],
  ];
  const { latitude, longitude } = centroidOf([[triangle]]);
  expect(longitude - x).toBeCloseTo(1e-6 / 3, 12);
  expect(latitude - y).toBeCloseTo(1e-6 / 3, 12);
});

test("answers the middle of the box for a shape without a surface", () => {
  const line: MultiPolygon = [
    [
      [
        [9, 45],
        [10, 46],
        [9, 45],
        [9, 45],
      ],
    ],
  ];
  expect(centroidOf(line)).toEqual(at(9.5, 45.5));
});

test("finds a centroid within the box that moves with the shape", () => {
  fc.assert(
    fc.property(star, between(-5, 5), ({ shape }, shift) => {
      const moved = shape.map((polygon) =>
        polygon.map((ring) => ring.map(([x, y]): Position => [x + shift, y - shift])),
      );
      const [before, after] = [centroidOf(shape), centroidOf(moved)];
      expect(boxContains(boxOf(shape), before)).toBe(true);
      expect(after.longitude).toBeCloseTo(before.longitude + shift, 9);
      expect(after.latitude).toBeCloseTo(before.latitude - shift, 9);
    }),
  );
});
