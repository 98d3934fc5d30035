import type { BoundingBox } from "./bounding-box";
import { meanEarthRadiusMetres, radians } from "./distance";
import { boxOfCell, cellAt, cellOfHash, gridOf, hashOfCell } from "./geohash-grid";
import type { GeoPoint } from "./point";

/**
 * The geohash (Niemeyer 2008) of the cell that contains the point. `precision` is its number of digits, 1 to 12; at the
 * latitude of Milan a cell of 5 is about 3.4 km by 4.9 km, of 6 about 860 m by 610 m, of 7 about 107 m by 153 m. A
 * shorter hash of the same point is a prefix of a longer one.
 *
 * @example encodeGeohash({ latitude: 42.605, longitude: -5.603 }, 5) // "ezs42"
 */
export const encodeGeohash = (point: GeoPoint, precision: number): string =>
  hashOfCell(cellAt(point, precision), precision);

/** The cell of a geohash, in exact degrees. It includes its west and south edges. */
export const geohashBox = (hash: string): BoundingBox => boxOfCell(cellOfHash(hash), hash.length);

/**
 * The cells that contain some point of the box, each once, row by row from the south-west. Their number grows 32-fold
 * with each digit: choose a precision that suits the box.
 */
export function geohashesCovering({ west, south, east, north }: BoundingBox, precision: number): string[] {
  const first = cellAt({ latitude: south, longitude: west }, precision);
  const last = cellAt({ latitude: north, longitude: east }, precision);
  const hashes: string[] = [];
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      hashes.push(hashOfCell({ column, row }, precision));
    }
  }
  return hashes;
}

/**
 * The cell of the point and the cells around it, each once, row by row from the south-west: nine, or six beside
 * a pole, where the row beyond is missing. The grid closes at the antimeridian.
 */
export function geohashNeighbourhood(point: GeoPoint, precision: number): string[] {
  const { columns, rows } = gridOf(precision);
  const centre = cellAt(point, precision);
  const hashes: string[] = [];
  for (let row = Math.max(centre.row - 1, 0); row <= Math.min(centre.row + 1, rows - 1); row++) {
    for (const step of [-1, 0, 1]) {
      hashes.push(hashOfCell({ column: (centre.column + step + columns) % columns, row }, precision));
    }
  }
  return hashes;
}

/**
 * Metres from the point to the nearest place on the outer border of its neighbourhood, on the sphere of
 * `distanceMetres`: everything nearer is certainly in one of the cells of `geohashNeighbourhood`.
 *
 * A parallel is `R dLat` away, a meridian `R asin(cos(lat) sin(dLon))` (Napier's rule for right spherical triangles;
 * `dLon` is at most 90 degrees, since the world is at least eight cells wide). A pole needs no border of its own: the
 * meridians meet there.
 */
export function guaranteedRadiusMetres(point: GeoPoint, precision: number): number {
  const { width, height, rows } = gridOf(precision);
  const centre = cellAt(point, precision);
  const box = boxOfCell(centre, precision);
  const toMeridian = (degrees: number): number =>
    Math.asin(Math.cos(radians(point.latitude)) * Math.sin(radians(degrees)));
  const angles = [
    toMeridian(point.longitude - box.west + width),
    toMeridian(box.east - point.longitude + width),
  ];
  if (centre.row > 0) angles.push(radians(point.latitude - box.south + height));
  if (centre.row < rows - 1) angles.push(radians(box.north - point.latitude + height));
  return meanEarthRadiusMetres * Math.min(...angles);
}
