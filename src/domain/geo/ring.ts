import { type BothLanguages, inBothLanguages } from "../kit/messages/both-languages";
import { shapes as en } from "../kit/messages/en/shapes";
import { shapes as it } from "../kit/messages/it/shapes";
import { meanEarthRadiusMetres, radians } from "./distance";
import { type GeoPoint, isGeoPoint } from "./point";

/** Degrees in the order of GeoJSON (RFC 7946, 3.1.1): longitude first. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed line: its last position repeats its first, so it has at least four. Its direction does not matter. */
export type Ring = readonly Position[];

/** A sentence about what is wrong with the ring at this place of the coordinates; `null` when it is sound. */
export function ringProblem(ring: Ring, at: string): BothLanguages | null {
  if (ring.length < 4)
    return inBothLanguages(en.tooFewPositions, it.tooFewPositions, { at, count: ring.length });
  for (const [i, [longitude, latitude]] of ring.entries()) {
    if (!isGeoPoint({ longitude, latitude })) {
      const position = `${longitude}, ${latitude}`;
      return inBothLanguages(en.notDegrees, it.notDegrees, { at: `${at}[${i}]`, position });
    }
  }
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] === last[0] && first[1] === last[1]) return null;
  return inBothLanguages(en.openRing, it.openRing, { at, first: first.join(", "), last: last.join(", ") });
}

/**
 * Whether a ray to the east from the point crosses the ring an odd number of times (even-odd rule; Shimrat 1962,
 * Algorithm 112). Edges are straight in degrees, as in RFC 7946.
 *
 * West and south borders are inside, east and north ones outside. Each edge is computed from its southern end, in
 * either direction of the ring, so if two rings share an edge, exactly one contains a point on it.
 */
export function ringContains(ring: Ring, { longitude, latitude }: GeoPoint): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
    if (latitude < low[1] || latitude >= high[1]) continue;
    const crossing = low[0] + ((latitude - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
    if (longitude < crossing) inside = !inside;
  }
  return inside;
}

/**
 * Surface inside a ring in square kilometres, never negative, on the sphere of mean radius:
 * `R^2 / 2 * |sum of (lon[i+1] - lon[i-1]) sin(lat[i])|` (Chamberlain & Duquette 2007, "Some Algorithms for
 * Polygons on a Sphere", JPL Publication 07-03).
 */
export function ringSurfaceKm2(ring: Ring): number {
  const corners = ring.slice(0, -1);
  let sum = 0;
  for (const [i, [, latitude]] of corners.entries()) {
    const next = corners[(i + 1) % corners.length]!;
    const previous = corners.at(i - 1)!;
    sum += radians(next[0] - previous[0]) * Math.sin(radians(latitude));
  }
  return (Math.abs(sum) / 2) * (meanEarthRadiusMetres / 1000) ** 2;
}

/** Surface and first moments of a ring in the plane of degrees; the surface is positive in either direction. */
export interface RingMoments {
  /** Square degrees. */
  readonly surface: number;
  /** Surface times the distance of the centroid east of the origin. */
  readonly east: number;
  /** Surface times the distance of the centroid north of the origin. */
  readonly north: number;
}

/**
 * Moments about an origin near the ring, by the shoelace formula (Bourke 1988, "Calculating the area and centroid
 * of a polygon"): with `c = x0 y1 - x1 y0` for each edge, the surface is the sum of `c / 2` and the moments are
 * the sums of `(x0 + x1) c / 6` and `(y0 + y1) c / 6`.
 */
export function ringMoments(ring: Ring, origin: Position): RingMoments {
  let [surface, east, north] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [x0, y0] = [ring[i - 1]![0] - origin[0], ring[i - 1]![1] - origin[1]];
    const [x1, y1] = [ring[i]![0] - origin[0], ring[i]![1] - origin[1]];
    const cross = x0 * y1 - x1 * y0;
    surface += cross / 2;
    east += ((x0 + x1) * cross) / 6;
    north += ((y0 + y1) * cross) / 6;
  }
  const sign = surface < 0 ? -1 : 1;
  return { surface: sign * surface, east: sign * east, north: sign * north };
}
