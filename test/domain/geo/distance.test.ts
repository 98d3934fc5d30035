import turfDistance from "@turf/distance";
import fc from "fast-check";
import { distanceMetres, meanEarthRadiusMetres, walkingMinutes } from "../../../src/domain/geo/distance";
import { anyPoint, between } from "../../support/geo-arbitraries";

/** Rounding of the haversine between antipodes, in metres. */
const rounding = 1;

test("measures a degree of the meridian and half the way around the earth", () => {
  const origin = { latitude: 0, longitude: 0 };
  expect(distanceMetres(origin, { latitude: 1, longitude: 0 })).toBeCloseTo(111195.0802, 3);
  expect(distanceMetres(origin, { latitude: 0, longitude: 180 })).toBeCloseTo(
    Math.PI * meanEarthRadiusMetres,
    3,
  );
});

test("measures the same across the antimeridian as elsewhere", () => {
  const across = distanceMetres({ latitude: 45, longitude: 179.5 }, { latitude: 45, longitude: -179.5 });
  expect(across).toBeCloseTo(
    distanceMetres({ latitude: 45, longitude: 9 }, { latitude: 45, longitude: 10 }),
    4,
  );
});

test("is zero from a point to itself and the same both ways", () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      expect(distanceMetres(a, a)).toBe(0);
      expect(distanceMetres(a, b)).toBe(distanceMetres(b, a));
    }),
  );
});

test("is never longer than a way through a third point", () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
      expect(distanceMetres(a, c)).toBeLessThanOrEqual(
        distanceMetres(a, b) + distanceMetres(b, c) + rounding,
      );
    }),
  );
});

test("agrees with turf anywhere on earth", () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      const expected = turfDistance([a.longitude, a.latitude], [b.longitude, b.latitude], {
        units: "meters",
      });
      expect(Math.abs(distanceMetres(a, b) - expected)).toBeLessThan(rounding);
    }),
  );
});

test("agrees with turf to the micrometre within a city", () => {
  const inMilan = fc.record({ latitude: between(45.38, 45.54), longitude: between(9.04, 9.28) });
  fc.assert(
    fc.property(inMilan, inMilan, (a, b) => {
      const expected = turfDistance([a.longitude, a.latitude], [b.longitude, b.latitude], {
        units: "meters",
      });
      expect(Math.abs(distanceMetres(a, b) - expected)).toBeLessThan(1e-6);
    }),
  );
});

test("walks a detour of 1.3 over 1000 m at 4.8 km/h in 16.25 minutes", () => {
  expect(walkingMinutes(1000, { speedKmh: 4.8, detourFactor: 1.3 })).toBeCloseTo(16.25, 10);
  expect(walkingMinutes(0, { speedKmh: 4.8, detourFactor: 1.3 })).toBe(0);
});
