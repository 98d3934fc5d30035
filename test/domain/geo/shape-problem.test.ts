import fc from "fast-check";
import type { MultiPolygon } from "../../../src/domain/geo/polygon";
import type { Position, Ring } from "../../../src/domain/geo/ring";
import { multiPolygonProblem } from "../../../src/domain/geo/shape-problem";
import { runs } from "../../support/runs";

const ring = (...corners: Position[]): Ring => [...corners, corners[0]!];
const square = (west: number, south: number, size: number): Ring =>
  ring([west, south], [west + size, south], [west + size, south + size], [west, south + size]);
const said = (shape: MultiPolygon) => multiPolygonProblem(shape)?.en ?? null;

test.each<[string, MultiPolygon]>([
  [
    "a hole that touches the border with each corner",
    [[square(9, 45, 0.2), ring([9.1, 45], [9.2, 45.1], [9.1, 45.2], [9, 45.1])]],
  ],
  [
    "a ring that touches itself in a corner",
    [[ring([9, 45], [9.2, 45], [9.1, 45.1], [9.2, 45.2], [9, 45.2], [9.1, 45.1])]],
  ],
  [
    "a corner that touches an edge and turns back",
    [[ring([9, 45], [9.2, 45], [9.2, 45.2], [9.1, 45], [9, 45.2])]],
  ],
  ["two polygons with a common border", [[square(9, 45, 0.1)], [square(9.1, 45, 0.1)]]],
  [
    "an island in the hole of another polygon",
    [[square(9, 45, 0.3), square(9.1, 45.1, 0.1)], [square(9.12, 45.12, 0.05)]],
  ],
  [
    "a spike of a centimetre over its own border",
    [[ring([9, 45], [9.2, 45], [9.2, 45.2], [9.1, 44.9999999], [9, 45.2])]],
  ],
  ["a corner that is written twice", [[ring([9, 45], [9.2, 45], [9.2, 45], [9.2, 45.2], [9, 45.2])]]],
  ["a drawing in either direction", [[[...square(9, 45, 0.1)].reverse()]]],
])("is sound: %s", (_name, shape) => {
  expect(said(shape)).toBeNull();
});

// RFC 7946, 3.1.6 and 3.1.9; latitude first: Leaflet/Leaflet#2495, rgeo/rgeo-geojson#35, uwaterloo/OpenData#207.
test.each<[string, MultiPolygon, RegExp]>([
  [
    "over the antimeridian",
    [[ring([179.5, 0], [-179.5, 0], [-179.5, 1], [179.5, 1])]],
    /crosses the antimeridian/,
  ],
  [
    "cut at the antimeridian, as the RFC wants it",
    [[square(179, 0, 1)], [square(-180, 0, 1)]],
    /crosses the antimeridian/,
  ],
  [
    "as large as the world",
    [[ring([-180, -90], [180, -90], [180, 90], [-180, 90])]],
    /wider than half the globe/,
  ],
  [
    "as large as a region",
    [[square(8, 44, 3)]],
    /^The shape is 3 by 3 degrees; its box may cover 2 square degrees/,
  ],
  [
    "with parts in two countries",
    [[square(9, 45, 0.1)], [square(13, 38, 0.1)]],
    /^The shape is 4\.1 by 7\.1 degrees/,
  ],
  ["crossed like a bow tie", [[ring([9, 45], [9.2, 45.2], [9.2, 45], [9, 45.2])]], /crosses itself/],
  [
    "crossed in a corner",
    [[ring([9, 45], [9.1, 45.1], [9.2, 45.2], [9.2, 45], [9.1, 45.1], [9, 45.2])]],
    /near \[9\.1, 45\.1\]/,
  ],
  [
    "crossed with a corner on an edge",
    [[ring([9, 45], [9.2, 45], [9.2, 45.1], [9.1, 45], [9.05, 44.9], [9, 44.9])]],
    /crosses itself/,
  ],
  [
    "with a loop",
    [[ring([9, 45], [9.2, 45], [9.2, 45.2], [9.15, 45.2], [9.25, 45.1], [9, 45.2])]],
    /crosses itself/,
  ],
  [
    "with a hole that leaves it",
    [[square(9, 45, 0.2), square(9.1, 45.1, 0.2)]],
    /crosses itself, or another ring/,
  ],
  [
    "with polygons that overlap",
    [[square(9, 45, 0.2)], [square(9.1, 45.1, 0.2)]],
    /crosses itself, or another ring/,
  ],
  [
    "with a hole elsewhere",
    [[square(9, 45, 0.2), square(9.5, 45, 0.1)]],
    /^The hole coordinates\[0\]\[1\] lies outside/,
  ],
])("is rejected: %s", (_name, shape, problem) => {
  expect(said(shape)).toMatch(problem);
});

/** The shapes of the reports, with few corners: of none may a wrong surface or box be kept. */
test.each<[string, MultiPolygon, RegExp]>([
  [
    "Turfjs/turf#2061: the islands of Alaska on both sides of the antimeridian",
    [[square(172.3, 52, 0.5)], [square(-179.3, 51.1, 0.5)]],
    /crosses the antimeridian/,
  ],
  [
    "whosonfirst-data#1965, pelias#916: Fiji in two halves, with a box around the globe",
    [[square(179.2, -17, 0.8)], [square(-180, -17, 0.2)]],
    /crosses the antimeridian/,
  ],
  [
    "gadomski/antimeridian#134: on both sides of it, touching it nowhere",
    [[square(179.5, -19, 0.4)], [square(-179.93, -19, 0.3)]],
    /crosses the antimeridian/,
  ],
  [
    "osmus/layercake#21: one ring that jumps from one side to the other",
    [[ring([176.7, -21.9], [-178, -21.9], [-178, -12.3], [176.7, -12.3])]],
    /crosses the antimeridian/,
  ],
  [
    "sourcegraph/handbook#8242: a longitude in place of a latitude",
    [[ring([49.22, -122.99], [49.23, -122.99], [49.23, -122.98], [49.22, -122.98])]],
    /degrees/,
  ],
  [
    "Outdooractive/gis-tools#1: the cut rectangle of RFC 7946, 20 degrees wide",
    [[square(170, 40, 10)], [square(-180, 40, 10)]],
    /crosses the antimeridian/,
  ],
])("is rejected as the report wants it: %s", (_name, shape, problem) => {
  expect(said(shape)).toMatch(problem);
});

test("a drawing with too many positions is rejected, and one with edges that cannot all be compared", () => {
  const circle = (count: number, radius: number): Ring =>
    ring(
      ...Array.from({ length: count }, (_, i): Position => {
        const angle = (2 * Math.PI * i) / count;
        return [9 + radius * Math.cos(angle), 45 + radius * Math.sin(angle)];
      }),
    );
  expect(said([[circle(5_000, 0.1)]])).toBeNull();
  expect(said([[circle(50_001, 0.1)]])).toMatch(
    /^The shape has 50002 positions; at its size it may have 50000\./,
  );
  expect(said([[circle(20_000, 0.7)]])).toMatch(/at its size it may have 10204\./);
  const comb = Array.from({ length: 20_000 }, (_, i): Position => [i % 2 === 0 ? 9 : 9.1, 45 + i * 1e-6]);
  expect(said([[ring(...comb, [9.3, 45.03], [9.3, 44.9], [9, 44.9])]])).toBe(
    "The edges of the shape are too many and too long to compare. Simplify it.",
  );
});

test("corners in the order of their angle never cross, and two exchanged ones do", () => {
  const angles = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(angles, fc.nat(), (all, from) => {
      const corners = [...all]
        .sort((a, b) => a - b)
        .map(
          (angle): Position => [
            9 + 0.1 * Math.cos((angle * Math.PI) / 180),
            45 + 0.1 * Math.sin((angle * Math.PI) / 180),
          ],
        );
      expect(said([[ring(...corners)]])).toBeNull();
      const i = from % (corners.length - 1);
      const exchanged = corners.with(i, corners[i + 1]!).with(i + 1, corners[i]!);
      expect(said([[ring(...exchanged)]])).toMatch(/crosses itself/);
    }),
    { numRuns: runs(200) },
  );
});
