import fc from "fast-check";
import type { BoundingBox } from "../../../src/domain/geo/bounding-box";
import { distanceMetres, meanEarthRadiusMetres, radians } from "../../../src/domain/geo/distance";
import {
  encodeGeohash,
  geohashBox,
  geohashesCovering,
  geohashNeighbourhood,
  guaranteedRadiusMetres,
} from "../../../src/domain/geo/geohash";
import type { GeoPoint } from "../../../src/domain/geo/point";
import { boxContains, boxesIntersect } from "../../support/boxes";
import { anyPoint, between, pointIn } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";

const precisions = fc.integer({ min: 1, max: 12 });

test.each([
  [42.605, -5.603, "ezs42"],
  [57.64911, 10.40744, "u4pruydqqvj"],
  [-25.382708, -49.265506, "6gkzwgjzn820"],
  [48.669, -4.329, "gbsuv"],
])("encodes %d, %d as %s", (latitude, longitude, hash) => {
  expect(encodeGeohash({ latitude, longitude }, hash.length)).toBe(hash);
});

test("gives the box of a hash in exact degrees", () => {
  expect(geohashBox("ezs42")).toEqual({
    west: -5.625,
    south: 42.5830078125,
    east: -5.5810546875,
    north: 42.626953125,
  });
  expect(geohashBox("s")).toEqual({ west: 0, south: 0, east: 45, north: 45 });
});

test("encodes the corners of the world and the points beside an edge", () => {
  const encode = (latitude: number, longitude: number) => encodeGeohash({ latitude, longitude }, 12);
  expect(encode(90, 180)).toBe("zzzzzzzzzzzz");
  expect(encode(-90, -180)).toBe("000000000000");
  expect(encode(0, 0)).toBe("s00000000000");
  expect(encode(-Number.MIN_VALUE, -Number.MIN_VALUE)).toBe("7zzzzzzzzzzz");
});

test.each([0, 13, 2.5])("rejects a precision of %d", (precision) => {
  expect(() => encodeGeohash({ latitude: 0, longitude: 0 }, precision)).toThrow(
    `A geohash has 1 to 12 digits, not ${precision}.`,
  );
});

test("rejects a hash with a letter outside the alphabet", () => {
  expect(() => geohashBox("u0na")).toThrow('"u0na" is no geohash: "a" is none of');
});

test("encodes a point into a cell that contains it and has a middle with the same code", () => {
  fc.assert(
    fc.property(anyPoint, precisions, (point, precision) => {
      const hash = encodeGeohash(point, precision);
      const box = geohashBox(hash);
      expect(hash).toHaveLength(precision);
      expect(boxContains(box, point)).toBe(true);
      expect(encodeGeohash(middleOf(box), precision)).toBe(hash);
      expect(encodeGeohash({ latitude: box.south, longitude: box.west }, precision)).toBe(hash);
    }),
    { numRuns: runs(500) },
  );
});

test("begins a longer hash with the shorter one", () => {
  fc.assert(
    fc.property(anyPoint, precisions, precisions, (point, a, b) => {
      const [short, long] = [Math.min(a, b), Math.max(a, b)];
      expect(encodeGeohash(point, long).startsWith(encodeGeohash(point, short))).toBe(true);
    }),
  );
});

test("covers a box with each cell once, row by row", () => {
  const box = { west: -1, south: -1, east: 50, north: 1 };
  expect(geohashesCovering(box, 1)).toEqual(["7", "k", "m", "e", "s", "t"]);
  expect(geohashesCovering(geohashBox("u0nd"), 4)[0]).toBe("u0nd");
});

test("covers each point of a box, without cells outside it", () => {
  const cases = fc
    .record({ corner: anyPoint, precision: precisions, across: between(0, 6), up: between(0, 6) })
    .chain(({ corner, precision, across, up }) => {
      const cell = geohashBox(encodeGeohash(corner, precision));
      const box = {
        west: corner.longitude,
        south: corner.latitude,
        east: Math.min(180, corner.longitude + across * (cell.east - cell.west)),
        north: Math.min(90, corner.latitude + up * (cell.north - cell.south)),
      };
      return fc.tuple(fc.constant(box), fc.constant(precision), pointIn(box));
    });
  fc.assert(
    fc.property(cases, ([box, precision, point]) => {
      const cells = geohashesCovering(box, precision);
      expect(new Set(cells).size).toBe(cells.length);
      expect(cells).toContain(encodeGeohash(point, precision));
      expect(cells.map(geohashBox).filter((cell) => !boxesIntersect(cell, box))).toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});

test("names the neighbours row by row, around the antimeridian and short of the poles", () => {
  expect(geohashNeighbourhood({ latitude: 42.605, longitude: -5.603 }, 5)).toEqual([
    "ezefp",
    "ezs40",
    "ezs41",
    "ezefr",
    "ezs42",
    "ezs43",
    "ezefx",
    "ezs48",
    "ezs49",
  ]);
  expect(geohashNeighbourhood({ latitude: 10, longitude: 179 }, 1)).toEqual([
    "q",
    "r",
    "2",
    "w",
    "x",
    "8",
    "y",
    "z",
    "b",
  ]);
  expect(geohashNeighbourhood({ latitude: 89, longitude: -179 }, 1)).toEqual(["x", "8", "9", "z", "b", "c"]);
  expect(geohashNeighbourhood({ latitude: -89, longitude: 1 }, 1)).toEqual(["5", "h", "j", "7", "k", "m"]);
});

test("has a neighbourhood without repetition that includes the cell itself", () => {
  fc.assert(
    fc.property(anyPoint, precisions, (point, precision) => {
      const cells = geohashNeighbourhood(point, precision);
      expect(new Set(cells).size).toBe(cells.length);
      expect([6, 9]).toContain(cells.length);
      expect(cells).toContain(encodeGeohash(point, precision));
    }),
  );
});

test("has in the neighbourhood everything nearer than the guaranteed radius", () => {
  const cases = fc.record({
    point: anyPoint,
    precision: fc.integer({ min: 1, max: 8 }),
    bearing: fc.oneof(
      between(0, 2 * Math.PI),
      fc.nat(3).map((quarter) => (quarter * Math.PI) / 2),
    ),
    share: fc.oneof(between(0, 1), fc.constant(0.999999)),
  });
  fc.assert(
    fc.property(cases, ({ point, precision, bearing, share }) => {
      const radius = guaranteedRadiusMetres(point, precision);
      fc.pre(radius > 0.001); // Nearer to a pole than this all is rounding.
      const near = travel(point, bearing, radius * share);
      fc.pre(distanceMetres(point, near) < radius);
      expect(geohashNeighbourhood(point, precision)).toContain(encodeGeohash(near, precision));
    }),
    { numRuns: runs(2000) },
  );
});

test("leaves the neighbourhood somewhere just beyond the guaranteed radius", () => {
  const inhabited = fc.record({ latitude: between(-80, 80), longitude: between(-180, 180) });
  fc.assert(
    fc.property(inhabited, fc.integer({ min: 3, max: 7 }), (point, precision) => {
      const beyond = guaranteedRadiusMetres(point, precision) * 1.001;
      const cells = new Set(geohashNeighbourhood(point, precision));
      const around = Array.from({ length: 360 }, (_, i) => travel(point, (i * Math.PI) / 180, beyond));
      expect(around.some((p) => !cells.has(encodeGeohash(p, precision)))).toBe(true);
    }),
  );
});

const middleOf = (box: BoundingBox): GeoPoint => ({
  latitude: (box.south + box.north) / 2,
  longitude: (box.west + box.east) / 2,
});

/** Where one arrives after so many metres along a great circle; by vectors, which stay exact beside the poles. */
function travel({ latitude, longitude }: GeoPoint, bearing: number, metres: number): GeoPoint {
  const [lat, angle] = [radians(latitude), metres / meanEarthRadiusMetres];
  const ahead = Math.cos(lat) * Math.cos(angle) - Math.sin(lat) * Math.cos(bearing) * Math.sin(angle);
  const aside = Math.sin(bearing) * Math.sin(angle);
  const up = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.cos(bearing) * Math.sin(angle);
  const east = longitude + degrees(Math.atan2(aside, ahead));
  return {
    latitude: degrees(Math.atan2(up, Math.hypot(ahead, aside))),
    longitude: east > 180 ? east - 360 : east < -180 ? east + 360 : east,
  };
}

const degrees = (angle: number): number => (angle * 180) / Math.PI;
