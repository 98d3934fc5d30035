import fc from "fast-check";
import type { BoundingBox } from "../../../src/domain/geo/bounding-box";
import { distanceMetres } from "../../../src/domain/geo/distance";
import { encodeGeohash, geohashBox } from "../../../src/domain/geo/geohash";
import type { GeoPoint } from "../../../src/domain/geo/point";
import type { Centre } from "../../../src/domain/places/centre";
import { type TableRepositories, tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre } from "../../support/builders";
import { between, pointIn } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";
import { startTable } from "../../support/test-table";

/** Places far apart, each with centres near and far: the last two are where the grid of cells has its seams. */
const places: readonly [string, BoundingBox][] = [
  ["a city", { west: 9.1, south: 45.4, east: 9.3, north: 45.53 }],
  ["a wide region in the north", { west: 20, south: 66.5, east: 20.8, north: 66.9 }],
  ["the equator and the first meridian", { west: -0.12, south: -0.12, east: 0.12, north: 0.12 }],
  ["the antimeridian, from the east", { west: 179.85, south: -17.1, east: 180, north: -16.9 }],
  ["the antimeridian, from the west", { west: -180, south: -17.1, east: -179.85, north: -16.9 }],
];

/** Points on and a hair beside the corners and borders of cells. */
const beside = (point: GeoPoint): fc.Arbitrary<GeoPoint> =>
  fc
    .record({
      precision: fc.constantFrom(4, 5, 6),
      latitudeOff: fc.constantFrom(0, 1e-12, -1e-12, 1e-6, -1e-6),
      longitudeOff: fc.constantFrom(0, 1e-12, -1e-12, 1e-6, -1e-6, null),
    })
    .map(({ precision, latitudeOff, longitudeOff }) => {
      const { south, west } = geohashBox(encodeGeohash(point, precision));
      const longitude = longitudeOff === null ? point.longitude : west + longitudeOff;
      return { latitude: south + latitudeOff, longitude: Math.min(180, Math.max(-180, longitude)) };
    });

const pointAt = (box: BoundingBox): fc.Arbitrary<GeoPoint> =>
  fc.oneof({ weight: 2, arbitrary: pointIn(box) }, { weight: 1, arbitrary: pointIn(box).chain(beside) });

/** DynamoDB holds no number between 0 and 1e-130, and no -0. */
const storable = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: Number(latitude.toFixed(13)) + 0,
  longitude: Number(longitude.toFixed(13)) + 0,
});

/** Sixty centres to a place, the last ten where the first ten are: ties. */
const centres: readonly Centre[] = places.flatMap(([, box], place) => {
  const points = fc.sample(pointAt(box), { numRuns: 50, seed: 42 + place });
  return [...points, ...points.slice(0, 10)]
    .map(storable)
    .map((position, i) => aCentre({ code: `test:${place}-${(i * 37) % 60}`, position }));
});

let table: Table;
let nearest: TableRepositories["centres"]["nearest"];
beforeAll(async () => {
  table = await startTable();
  nearest = tableRepositories(table).centres.nearest;
  const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
  await saveAll(table, codecs.centre, [...centres, aCentre({ code: "test:nowhere" })], options);
});

/** By looking at all of them. */
const bruteForce = (point: GeoPoint, limit: number, withinMetres: number) =>
  centres
    .map((centre) => ({ centre, distanceMetres: distanceMetres(point, centre.position!) }))
    .filter((near) => near.distanceMetres <= withinMetres)
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.centre.code < b.centre.code ? -1 : 1))
    .slice(0, limit);

const limit = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 50 }));
const within = fc.oneof(between(1, 15_000), between(1, 1_500), fc.constant(15_000));

test.each(places)(
  "finds at %s the same as a scan of every centre, with 27 queries at most",
  async (_where, box) => {
    await fc.assert(
      fc.asyncProperty(pointAt(box), limit, within, async (point, most, metres) => {
        table.meter.reset();
        const found = await nearest(point, most, metres);
        expect(found).toEqual(bruteForce(point, most, metres));
        expect(Object.keys(table.meter.calls)).toEqual(["Query"]);
        expect(table.meter.calls.Query).toBeLessThanOrEqual(27);
      }),
      { numRuns: runs(30) },
    );
  },
);

test("the synthetic places need every round of the search, and cross the antimeridian", async () => {
  const rounds = new Set<number>();
  for (const metres of [500, 2_000, 15_000]) {
    table.meter.reset();
    await nearest({ latitude: 45.46, longitude: 9.19 }, 50, metres);
    rounds.add(table.meter.calls.Query!);
  }
  expect([...rounds]).toEqual([9, 18, 27]);
  const across = await nearest({ latitude: -17, longitude: 180 }, 50, 15_000);
  expect(new Set(across.map(({ centre }) => Math.sign(centre.position!.longitude)))).toEqual(
    new Set([1, -1]),
  );
});

test("stops at the first round with certainly enough results", async () => {
  table.meter.reset();
  const point = centres[0]!.position!;
  expect(await nearest(point, 1, 15_000)).toHaveLength(1);
  expect(table.meter.calls).toEqual({ Query: 9 });
});

test("a centre exactly at the radius is inside, one a millimetre farther is outside", async () => {
  const [point, { position }] = [{ latitude: 45.46, longitude: 9.19 }, centres[5]!];
  const metres = distanceMetres(point, position!);
  const codesWithin = async (radius: number) =>
    (await nearest(point, 50, radius)).map(({ centre }) => centre.code);
  const code = centres[5]!.code;
  expect(bruteForce(point, 50, metres).at(-1)!.distanceMetres).toBe(metres);
  expect(await codesWithin(metres)).toContain(code);
  expect(await codesWithin(metres - 0.001)).not.toContain(code);
});

test("centres at one point are always in the order of their codes", async () => {
  const point = centres[0]!.position!;
  const here = centres.filter(({ position }) => distanceMetres(position!, point) === 0).map((c) => c.code);
  expect(here.length).toBeGreaterThan(1);
  for (const most of [here.length, 50]) {
    const codes = (await nearest(point, most, 15_000)).map(({ centre }) => centre.code);
    expect(codes.slice(0, here.length)).toEqual([...here].sort());
  }
});

test("nothing near is an empty list", async () => {
  expect(await nearest({ latitude: 0, longitude: 90 }, 5, 15_000)).toEqual([]);
});
