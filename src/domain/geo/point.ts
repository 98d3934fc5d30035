import * as z from "zod";
import { group } from "../kit/field";
import { checks } from "../kit/messages/en/checks";

/** A position on WGS 84 (EPSG:4326), in decimal degrees. */
export type GeoPoint = z.output<ReturnType<typeof point>>;

export const point = () =>
  group({
    /** Degrees north, -90 to 90. */
    latitude: z.number(checks.latitude).min(-90, checks.latitude).max(90, checks.latitude),
    /** Degrees east, -180 to 180. */
    longitude: z.number(checks.longitude).min(-180, checks.longitude).max(180, checks.longitude),
  });

export const isGeoPoint = ({ latitude, longitude }: GeoPoint): boolean =>
  Number.isFinite(latitude) &&
  Number.isFinite(longitude) &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180;

/** For messages: "45.48 N, 9.2 E". */
export const pointText = ({ latitude, longitude }: GeoPoint): string => `${latitude} N, ${longitude} E`;
