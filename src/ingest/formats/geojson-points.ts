import * as z from "zod";
import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { finding } from "../kit/problem";
import { broken, type Feature, featureWith, geoJsonOf, inMetres, position } from "./geojson";

/** A feature that is one point. */
interface PointRow extends Feature {
  /** `null` if the feature has no geometry. */
  readonly point: GeoPoint | null;
}

const points = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("MultiPoint"), coordinates: z.array(position) }),
]);

/** The features that are one point or none; the others are problems. */
export const geoJsonPoints = geoJsonOf(
  "GeoJSON of points",
  featureWith<z.infer<typeof points>, PointRow>(points, ["Point", "MultiPoint"], ["Point"], (drawn) => {
    if (drawn === null) return { point: null };
    const [first, ...more] = drawn.type === "Point" ? [drawn.coordinates] : drawn.coordinates;
    if (first === undefined || more.length > 0) {
      const found = finding("NOT_A_GEOMETRY", "severalPoints", { count: drawn.coordinates.length });
      return broken(found, "geometry.coordinates", drawn.coordinates);
    }
    const point = { longitude: first[0], latitude: first[1] };
    return isGeoPoint(point)
      ? { point }
      : broken(inMetres(first) ?? finding("NOT_A_GEOMETRY", "notDegrees"), "geometry.coordinates", first);
  }),
);
