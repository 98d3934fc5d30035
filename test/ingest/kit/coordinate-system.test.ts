import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { distanceMetres } from "../../../src/domain/geo/distance";
import {
  type CoordinateSystem,
  coordinateSystems,
  pointFrom,
  possibleSystems,
  systemNamed,
} from "../../../src/ingest/kit/coordinate-system";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const metresFrom = (system: CoordinateSystem, x: number, y: number, longitude: number, latitude: number) =>
  distanceMetres(pointFrom(system, x, y)!, { longitude, latitude });

test("gives the points that others compute", () => {
  // The same place in both, by PostGIS: proj4php/proj4php#37.
  const web = pointFrom("EPSG:3857", 1013714.5417662, 5692462.5159013)!;
  expect(
    metresFrom("EPSG:3003", 1508344.37775706, 5032839.29823095, web.longitude, web.latitude),
  ).toBeLessThan(0.01);
  // On the central meridian the northing is 0.9996 times the meridian arc, 4,984,944.378 m to latitude 45 on WGS 84.
  const northing = 0.9996 * 4_984_944.378;
  for (const [system, longitude] of [
    ["EPSG:32632", 9],
    ["EPSG:25832", 9],
    ["EPSG:7792", 15],
    ["EPSG:32633", 15],
  ] as const)
    expect(metresFrom(system, 500_000, northing, longitude, 45)).toBeLessThan(0.01);
});

testWithSharedData("agrees with the points that Milan publishes beside its Gauss-Boaga (ds41)", () => {
  const text = readFileSync(sharedData("services/ds41_biblioteche_archivi.csv")!);
  const rows = parse(text, { columns: true, delimiter: ";", bom: true }) as Record<string, string>[];
  const known = rows.filter(({ x, long_x_4326 }) => Number(x) > 0 && Number(long_x_4326) > 0);
  const off = known.map(({ x, y, long_x_4326, lat_y_4326 }) =>
    metresFrom("EPSG:3003", Number(x), Number(y), Number(long_x_4326), Number(lat_y_4326)),
  );
  expect(known.length).toBeGreaterThan(200);
  expect(Math.max(...off)).toBeLessThan(0.01);
});

test("degrees stay as they are, and impossible values are no point", () => {
  for (const system of ["EPSG:4258", "EPSG:4326", "EPSG:6706"] as const)
    expect(pointFrom(system, 9.123456789012, 45.1)).toEqual({ longitude: 9.123456789012, latitude: 45.1 });
  expect(pointFrom("EPSG:4326", 1_514_000, 5_034_000)).toBeNull();
  for (const system of coordinateSystems)
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 1e300])
      expect(pointFrom(system, wrong, wrong)).toBeNull();
});

test.each<[string, CoordinateSystem | null]>([
  ["EPSG:3003", "EPSG:3003"],
  ["epsg:32632", "EPSG:32632"],
  ["urn:ogc:def:crs:EPSG::3004", "EPSG:3004"],
  ["urn:ogc:def:crs:EPSG:6.9:3003", "EPSG:3003"],
  ["http://www.opengis.net/def/crs/EPSG/0/25832", "EPSG:25832"],
  ["http://www.opengis.net/gml/srs/epsg.xml#4326", "EPSG:4326"],
  ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
  ["EPSG:2154", null],
  ["EPSG:43260", null],
  ["Monte Mario", null],
])("knows the system that %s names", (name, system) => {
  expect(systemNamed(name)).toBe(system);
});

test("names the grids on which undeclared metres may be", () => {
  expect(possibleSystems(1_515_114.54, 5_040_232.6)).toEqual(["EPSG:3003 (45.52 N, 9.19 E)"]);
  expect(possibleSystems(2_335_000, 4_641_000)).toEqual(["EPSG:3004 (41.9 N, 12.77 E)"]);
  expect(possibleSystems(514_860, 5_034_400)[0]).toBe("EPSG:32632 (45.46 N, 9.19 E)");
  expect(possibleSystems(1_022_000, 5_690_000)).toEqual(["EPSG:3857 (45.43 N, 9.18 E)"]);
  expect(possibleSystems(1e12, 1e12)).toEqual([]);
});
