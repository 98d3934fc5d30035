import type { BoundingBox } from "./bounding-box";
import type { GeoPoint } from "./point";
import { type Ring, ringContains, ringMoments, ringSurfaceKm2 } from "./ring";

/** The outer ring first, then the rings of its holes (RFC 7946, 3.1.6). */
export type Polygon = readonly Ring[];

/** The coordinates of a GeoJSON MultiPolygon (RFC 7946, 3.1.7). Its polygons do not overlap. */
export type MultiPolygon = readonly Polygon[];

/** The smallest box around the shape, in degrees. */
export function boxOf(m: MultiPolygon): BoundingBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of m.flatMap(([outer = []]) => outer)) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return { west, south, east, north };
}

/**
 * Whether the point lies in one of the polygons: inside its outer ring and in none of its holes. If two shapes share a
 * border position by position, exactly one of them contains a point on it (see `ringContains`).
 */
export const containsPoint = (m: MultiPolygon, point: GeoPoint): boolean =>
  m.some(
    ([outer = [], ...holes]) =>
      ringContains(outer, point) && !holes.some((hole) => ringContains(hole, point)),
  );

/** Surface in square kilometres on the sphere of mean radius, without holes; the formula is at `ringSurfaceKm2`. */
export const surfaceKm2 = (m: MultiPolygon): number =>
  m.reduce((total, [outer = [], ...holes]) => total + holes.reduce(withoutHole, ringSurfaceKm2(outer)), 0);

const withoutHole = (rest: number, hole: Ring): number => rest - ringSurfaceKm2(hole);

/**
 * The centre of gravity in the plane of degrees, without holes; it may lie outside the shape. The plane is good enough
 * for a city: a centroid does not depend on the length of a degree. A shape without surface gives the middle of its
 * box.
 */
export function centroidOf(m: MultiPolygon): GeoPoint {
  // Relative to the first position, not to 0, 0: products of large coordinates would lose the significant digits.
  const origin = m[0]?.[0]?.[0] ?? [0, 0];
  let [surface, east, north] = [0, 0, 0];
  for (const polygon of m) {
    for (const [i, ring] of polygon.entries()) {
      const sign = i === 0 ? 1 : -1;
      const moments = ringMoments(ring, origin);
      surface += sign * moments.surface;
      east += sign * moments.east;
      north += sign * moments.north;
    }
  }
  if (surface <= 0) return middleOf(boxOf(m));
  return { latitude: origin[1] + north / surface, longitude: origin[0] + east / surface };
}

const middleOf = ({ west, south, east, north }: BoundingBox): GeoPoint => ({
  latitude: (south + north) / 2,
  longitude: (west + east) / 2,
});
