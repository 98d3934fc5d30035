import fc from "fast-check";
import type { BoundingBox } from "../../../src/domain/geo/bounding-box";
import { clipToBox, coversBox } from "../../../src/domain/geo/clip";
import { boxOf, containsPoint, type MultiPolygon, surfaceKm2 } from "../../../src/domain/geo/polygon";
import type { Ring } from "../../../src/domain/geo/ring";
import { formProblem } from "../../../src/domain/geo/shape-problem";
import { boxContains } from "../../support/boxes";
import { between, boxNear, degreesToEdge, pointIn, star } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

const ringOf = ({ west, south, east, north }: BoundingBox): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const square = (from: number, to: number): Ring => ringOf({ west: from, south: from, east: to, north: to });
const box: BoundingBox = { west: 0, south: 0, east: 4, north: 4 };

const starAndBox = star.chain((s) => fc.tuple(fc.constant(s.shape), boxNear(s)));

test("gives the same answer as the whole shape for points of the box", () => {
  const cases = starAndBox.chain(([shape, b]) =>
    fc.tuple(fc.constant(shape), fc.constant(b), fc.array(pointIn(b), { minLength: 20 })),
  );
  fc.assert(
    fc.property(cases, ([shape, b, points]) => {
      const clipped = clipToBox(shape, b);
      const clear = points.filter((p) => degreesToEdge(shape, p) > 1e-11);
      expect(clear.map((p) => containsPoint(clipped, p))).toEqual(clear.map((p) => containsPoint(shape, p)));
    }),
    { numRuns: runs(500) },
  );
});

test("gives the same answer as the whole shape for the edge of the box", () => {
  const cases = fc.tuple(starAndBox, fc.array(fc.tuple(between(0, 1), fc.nat(3)), { minLength: 20 }));
  fc.assert(
    fc.property(cases, ([[shape, b], places]) => {
      const clipped = clipToBox(shape, b);
      const points = places.map(([share, side]) => onEdge(b, share, side));
      const clear = points.filter((p) => degreesToEdge(shape, p) > 1e-11);
      expect(clear.map((p) => containsPoint(clipped, p))).toEqual(clear.map((p) => containsPoint(shape, p)));
    }),
    { numRuns: runs(500) },
  );
});

test("gives an answer for the edge of the box along the border of the shape", () => {
  const whole = [[ringOf(box)]];
  const corners = [0, 1, 2, 3].flatMap((side) => [0, 0.5, 1].map((share) => onEdge(box, share, side)));
  const held = (shape: MultiPolygon) => corners.map((corner) => containsPoint(shape, corner));
  expect(held(clipToBox(whole, box))).toEqual(held(whole));
  expect(held(clipToBox([[square(-9, 9)]], box))).toEqual(corners.map(() => true));
  expect(held(clipToBox([[square(-9, 9)]], box, 0))).not.toEqual(corners.map(() => true));
});

test("keeps nothing of a shape beside the box, around it with a hole, or beyond its corner", () => {
  const besides = [[ringOf({ ...box, west: 5, east: 9 })]];
  const around = [[square(-9, 9), square(-1, 5)]];
  const horseshoe: Ring = [
    [-1, -1],
    [9, -1],
    [9, -2],
    [-2, -2],
    [-2, 6],
    [9, 6],
    [9, 5],
    [-1, 5],
    [-1, -1],
  ];
  const corner: Ring = [
    [3.9, -9],
    [-9, 3.9],
    [-9, -9],
    [3.9, -9],
  ];
  for (const shape of [besides, around, [[horseshoe]], [[corner]]]) expect(clipToBox(shape, box)).toEqual([]);
});

test("cuts a shape around the box to the box, and keeps the hole in it", () => {
  expect(clipToBox([[square(-9, 9)]], box, 0)).toEqual([[ringOf(box)]]);
  expect(clipToBox([[square(-9, 9), square(1, 2)]], box, 0)).toEqual([[ringOf(box), square(1, 2)]]);
  const besides = square(6, 8);
  expect(clipToBox([[square(-9, 9), besides]], box, 0)).toEqual([[ringOf(box)]]);
});

test("cuts an edge in the same way for the shapes on its two sides", () => {
  const upper: MultiPolygon = [
    [
      [
        [-7, -1],
        [9, 6.3],
        [-7, 6.3],
        [-7, -1],
      ],
    ],
  ];
  const lower: MultiPolygon = [
    [
      [
        [9, 6.3],
        [-7, -1],
        [9, -1],
        [9, 6.3],
      ],
    ],
  ];
  fc.assert(
    fc.property(pointIn(box), (point) => {
      const onTheEdge = { ...point, latitude: -1 + ((point.longitude + 7) / 16) * 7.3 };
      for (const p of [point, onTheEdge].filter((place) => boxContains(box, place))) {
        const sides = [upper, lower].filter((side) => containsPoint(clipToBox(side, box), p));
        expect(sides).toHaveLength(1);
      }
    }),
    { numRuns: runs(500) },
  );
});

test("gives a valid shape within the box and its margin, with the surface that the cut leaves", () => {
  fc.assert(
    fc.property(starAndBox, ([shape, b]) => {
      const clipped = clipToBox(shape, b, 0);
      if (clipped.length === 0) return;
      expect(formProblem(clipped)).toBeNull();
      const within = boxOf(clipped);
      expect(within.west).toBeGreaterThanOrEqual(b.west - 1e-12);
      expect(within.east).toBeLessThanOrEqual(b.east + 1e-12);
      expect(within.south).toBeGreaterThanOrEqual(b.south - 1e-12);
      expect(within.north).toBeLessThanOrEqual(b.north + 1e-12);
      expect(surfaceKm2(clipped)).toBeLessThanOrEqual(surfaceKm2([[ringOf(b)]]) * (1 + 1e-9));
    }),
    { numRuns: runs(300) },
  );
});

test("covers a box that lies well inside, but not one at the border or with a hole", () => {
  expect(coversBox([[square(-9, 9)]], box)).toBe(true);
  expect(coversBox([[[...square(-9, 9)].reverse()]], box)).toBe(true);
  expect(coversBox([[square(6, 9)], [square(-9, 5)]], box)).toBe(true);
  expect(coversBox([[square(-9, 9), square(6, 8)]], box)).toBe(true);
  expect(coversBox([[square(-9, 9), square(1, 2)]], box)).toBe(false);
  expect(coversBox([[square(-9, 9), square(-1, 5)]], box)).toBe(false);
  expect(coversBox([[square(-9, 9), square(-1, 1)]], box)).toBe(false);
  expect(coversBox([[square(-9, 3)]], box)).toBe(false);
  expect(coversBox([[square(1, 3)]], box)).toBe(false);
  expect(coversBox([[ringOf({ ...box, west: 1, east: 3 })]], box, 0)).toBe(false);
  expect(coversBox([[ringOf({ ...box, south: 1, north: 3 })]], box, 0)).toBe(false);
  expect(coversBox([[square(5, 9)]], box)).toBe(false);
  expect(coversBox([[ringOf(box)]], box)).toBe(false);
  expect(coversBox([[ringOf(box)]], box, 0)).toBe(true);
});

test("contains every point of a covered box, and covers a box far from every border", () => {
  const smallBox = star.chain((s) =>
    fc.tuple(
      fc.constant(s.shape),
      fc.tuple(boxNear({ ...s, radius: s.radius * 0.3 }), fc.array(fc.tuple(between(0, 1), between(0, 1)))),
    ),
  );
  let covered = 0;
  fc.assert(
    fc.property(smallBox, ([shape, [b, places]]) => {
      const covers = coversBox(shape, b);
      const middle = { latitude: (b.south + b.north) / 2, longitude: (b.west + b.east) / 2 };
      const reach = Math.hypot(b.north - b.south, b.east - b.west) / 2;
      if (degreesToEdge(shape, middle) > reach + 1e-5) expect(covers).toBe(containsPoint(shape, middle));
      if (!covers) return;
      covered++;
      const points = places.map(([x, y]) => ({
        latitude: b.south + y * (b.north - b.south),
        longitude: b.west + x * (b.east - b.west),
      }));
      for (const side of [0, 1, 2, 3]) points.push(onEdge(b, 0, side), onEdge(b, 0.7, side));
      expect(points.filter((point) => !containsPoint(shape, point))).toEqual([]);
    }),
    { numRuns: runs(500) },
  );
  expect(covered).toBeGreaterThan(runs(20));
});

/** A place on side 0 to 3 of a box: south, east, north, west. */
function onEdge({ west, south, east, north }: BoundingBox, share: number, side: number) {
  const latitude = side === 0 ? south : side === 2 ? north : south + share * (north - south);
  const longitude = side === 3 ? west : side === 1 ? east : west + share * (east - west);
  return { latitude, longitude };
}
