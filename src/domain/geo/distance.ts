import type { GeoPoint } from "./point";

/** Mean radius of the Earth in metres, (2a + b) / 3 of the GRS 80 ellipsoid (IUGG; Moritz 2000). */
export const meanEarthRadiusMetres = 6371008.8;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Length in metres of the shortest way over the sphere of mean radius, 0 to about 20,015,114.
 *
 * Haversine formula (Sinnott 1984, "Virtues of the haversine"), with `dLat` and `dLon` the differences:
 * `d = 2R asin(sqrt(sin(dLat/2)^2 + cos(latA) cos(latB) sin(dLon/2)^2))`. Against the ellipsoid it errs by up to
 * about 0.6 %; its rounding stays under a micrometre within a city and under a metre between antipodes.
 */
export function distanceMetres(a: GeoPoint, b: GeoPoint): number {
  const acrossLatitude = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const acrossLongitude = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const shrinking = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const haversine = acrossLatitude + shrinking * acrossLongitude;
  return 2 * meanEarthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

/** Walking speed and detour. Both are assumptions: an answer with minutes cites their source. */
export interface WalkingPace {
  /** Kilometres per hour along the street, above 0. */
  readonly speedKmh: number;
  /** Length of the path along the streets over the straight line (route factor), at least 1. */
  readonly detourFactor: number;
}

/**
 * Minutes on foot for a straight-line distance: `metres * detourFactor / (speedKmh * 1000 / 60)`. Not rounded. Slopes,
 * crossings and waiting are not included.
 */
export const walkingMinutes = (straightMetres: number, { speedKmh, detourFactor }: WalkingPace): number =>
  (straightMetres * detourFactor * 60) / (speedKmh * 1000);
