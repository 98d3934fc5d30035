import fc from "fast-check";
import { type AreaReach, areaReach } from "../../../src/domain/access/area-reach";
import { pointBlocks } from "../../../src/domain/access/point-blocks";
import type { GeoPoint } from "../../../src/domain/geo/point";
import { unitPoints } from "../../../src/domain/geo/unit-points";
import { exhaustiveReach } from "../../support/exhaustive-reach";
import { between, pointIn } from "../../support/geo-arbitraries";

const town = { west: 9.1, south: 45.4, east: 9.16, north: 45.44 };
const hamlet = { west: 9.12, south: 45.41, east: 9.125, north: 45.413 };
const world = { west: -180, south: -90, east: 180, north: 90 };

/** Scattered points and crowded ones: cells with one point and cells with many. */
const scattered = fc.tuple(
  fc.array(pointIn(town), { maxLength: 40 }),
  fc.array(pointIn(hamlet), { maxLength: 40 }),
);
const points = scattered.map((parts) => parts.flat());
const facilities = fc.array(fc.oneof(pointIn(town), pointIn(hamlet)), { maxLength: 40 });
const radius = between(1, 9000);

const indexed = (people: readonly GeoPoint[], places: readonly GeoPoint[], metres: number): AreaReach => {
  const [from, to] = [unitPoints(people), unitPoints(places)];
  return areaReach(from, to, [metres, 1.4 * metres], pointBlocks(from, to, metres).blocks);
};
const exhaustive = (people: readonly GeoPoint[], places: readonly GeoPoint[], metres: number): AreaReach =>
  exhaustiveReach(unitPoints(people), unitPoints(places), [metres, 1.4 * metres]);

test("gives exactly the result of all pairs in a town, at any radius", () => {
  fc.assert(
    fc.property(points, facilities, radius, (people, places, metres) => {
      expect(indexed(people, places, metres)).toEqual(exhaustive(people, places, metres));
    }),
    { numRuns: 300 },
  );
});

test("and anywhere on the globe, with facilities on the very points", () => {
  const anywhere = fc.array(pointIn(world), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anywhere, anywhere, between(1, 100_000), (people, places, metres) => {
      const all = [...places, ...people.slice(0, 3)];
      expect(indexed(people, all, metres)).toEqual(exhaustive(people, all, metres));
    }),
  );
});

test("the blocks hold every point once, in the order of the points", () => {
  fc.assert(
    fc.property(points, facilities, radius, (people, places, metres) => {
      const { blocks } = pointBlocks(unitPoints(people), unitPoints(places), metres);
      const ends = [0, ...blocks.map(({ end }) => end)];
      expect(blocks.map(({ start }) => start)).toEqual(ends.slice(0, -1));
      expect(ends.at(-1)).toBe(people.length);
    }),
  );
});

test("compares few of all pairs, and few of those within a large catchment", () => {
  const row = (count: number, step: number) =>
    Array.from({ length: count * count }, (_, i) => ({
      latitude: 45.4 + step * Math.floor(i / count),
      longitude: 9.1 + step * (i % count),
    }));
  // 40,000 points, 28 m apart, and 100 facilities: 4 million pairs.
  const [people, places] = [unitPoints(row(200, 0.000_25)), unitPoints(row(10, 0.005))];
  expect(pointBlocks(people, places, 700).pairs).toBeLessThan(600_000);
  expect(pointBlocks(people, places, 3000).pairs).toBeLessThan(2_000_000);
});
