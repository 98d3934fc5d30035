import type { Checking } from "../kit/check";

/** A position on WGS 84 (EPSG:4326), in decimal degrees. */
export interface GeoPoint {
  /** Degrees north, -90 to 90. */
  readonly latitude: number;
  /** Degrees east, -180 to 180. */
  readonly longitude: number;
}

export const isGeoPoint = ({ latitude, longitude }: GeoPoint): boolean =>
  Number.isFinite(latitude) &&
  Number.isFinite(longitude) &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180;

/** For messages: "45.48 N, 9.2 E". */
export const pointText = ({ latitude, longitude }: GeoPoint): string => `${latitude} N, ${longitude} E`;

export function checkPoint({ check }: Checking, field: string, point: GeoPoint): void {
  check(isGeoPoint(point), field, point, "latitude is -90 to 90 and longitude -180 to 180, in degrees");
}
