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
