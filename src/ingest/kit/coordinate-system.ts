import proj4 from "proj4";
import { type GeoPoint, isGeoPoint, pointText } from "../../domain/geo/point";
import { roundTo } from "../../domain/kit/round";

/** Datum shift of EPSG:1660, for the peninsula: right to about 4 metres. */
const monteMario = "+ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68,0 +units=m +no_defs";
/** Datum shift of EPSG:1133: right to about 10 metres. */
const ed50 = "+ellps=intl +towgs84=-87,-98,-121 +units=m +no_defs";
const zone = (central: number, east: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${central} +k=0.9996 +x_0=${east} +y_0=0`;
const etrs = "+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

/** Definitions in the words of PROJ, by EPSG code; `null` is degrees that differ from WGS 84 by less than a metre. */
const systems = {
  "EPSG:3003": `${zone(9, 1_500_000)} ${monteMario}`,
  "EPSG:3004": `${zone(15, 2_520_000)} ${monteMario}`,
  "EPSG:3857": "EPSG:3857",
  "EPSG:4258": null,
  "EPSG:4326": null,
  "EPSG:6706": null,
  "EPSG:7791": `+proj=utm +zone=32 ${etrs}`,
  "EPSG:7792": `+proj=utm +zone=33 ${etrs}`,
  "EPSG:23032": `+proj=utm +zone=32 ${ed50}`,
  "EPSG:23033": `+proj=utm +zone=33 ${ed50}`,
  "EPSG:25832": `+proj=utm +zone=32 ${etrs}`,
  "EPSG:25833": `+proj=utm +zone=33 ${etrs}`,
  "EPSG:32632": "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs",
  "EPSG:32633": "+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs",
} as const satisfies Readonly<Record<string, string | null>>;

export type CoordinateSystem = keyof typeof systems;
export const coordinateSystems = Object.keys(systems) as [CoordinateSystem, ...CoordinateSystem[]];

/** The system of a name such as `urn:ogc:def:crs:EPSG::3003`; `null` if it is none of those above. */
export function systemNamed(name: string): CoordinateSystem | null {
  if (/CRS:?84$/i.test(name)) return "EPSG:4326";
  const [, number] = /EPSG\b.*?(?:[:/#]|^)(\d+)$/i.exec(name) ?? [];
  return coordinateSystems.find((system) => system === `EPSG:${number}`) ?? null;
}

/** Whether the system has other units or another grid than degrees of WGS 84. */
export const isProjected = (system: CoordinateSystem): boolean => systems[system] !== null;

/** 1e-8 degrees, a millimetre: the same digits on every machine, and for neighbours that share a corner. */
const decimals = 8;

/** The point of easting and northing, or of longitude and latitude; `null` if there is none. */
export function pointFrom(system: CoordinateSystem, x: number, y: number): GeoPoint | null {
  const definition = systems[system];
  if (definition === null) return checked(x, y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const [longitude, latitude] = proj4(definition, "WGS84", [x, y]);
  return checked(roundTo(longitude!, decimals), roundTo(latitude!, decimals));
}

const checked = (longitude: number, latitude: number): GeoPoint | null =>
  isGeoPoint({ longitude, latitude }) ? { longitude, latitude } : null;

/** Where EPSG says that a grid is used: west, east, south, north. */
const usedIn: readonly (readonly [CoordinateSystem, number, number, number, number])[] = [
  ["EPSG:3003", 6.65, 12, 36.53, 47.04],
  ["EPSG:3004", 12, 18.99, 34.76, 47.1],
  ["EPSG:32632", 6, 12, 0, 84],
  ["EPSG:32633", 12, 18, 0, 84],
];

/** The grids on which metres may be, each with the point there: "EPSG:32632 (45.46 N, 9.18 E)". */
export function possibleSystems(x: number, y: number): string[] {
  const fitting = usedIn.flatMap(([system, west, east, south, north]) => {
    const point = pointFrom(system, x, y);
    if (point === null) return [];
    const { longitude, latitude } = point;
    const isUsed = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    return isUsed && y > 1e6 ? [named(system, point)] : [];
  });
  if (fitting.length > 0) return fitting;
  const web = pointFrom("EPSG:3857", x, y);
  return web === null || Math.max(Math.abs(x), Math.abs(y)) > 20_037_509 ? [] : [named("EPSG:3857", web)];
}

const named = (system: CoordinateSystem, { latitude, longitude }: GeoPoint): string =>
  `${system} (${pointText({ latitude: roundTo(latitude, 2), longitude: roundTo(longitude, 2) })})`;

/** Positions in the coordinates of a GeoJSON geometry, in degrees; anything that is no position stays as it is. */
export function coordinatesInDegrees(system: CoordinateSystem, coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [x, y] = coordinates as unknown[];
  if (typeof x !== "number" || typeof y !== "number")
    return coordinates.map((each) => coordinatesInDegrees(system, each));
  const point = pointFrom(system, x, y);
  return point === null ? coordinates : [point.longitude, point.latitude];
}
