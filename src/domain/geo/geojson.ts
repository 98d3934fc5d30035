import type { GeoPoint } from "./point";
import type { MultiPolygon, Polygon } from "./polygon";
import type { Position } from "./ring";

/** A geometry of GeoJSON (RFC 7946, 3.1), of the types that the hub has. */
export type GeoJsonGeometry =
  | { readonly type: "MultiPolygon"; readonly coordinates: MultiPolygon }
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "Polygon"; readonly coordinates: Polygon };

/** A Polygon where one is enough; `null` without any. */
export function polygonGeometry(polygons: MultiPolygon): GeoJsonGeometry | null {
  const [first, ...others] = polygons;
  if (first === undefined) return null;
  return others.length === 0
    ? { type: "Polygon", coordinates: first }
    : { type: "MultiPolygon", coordinates: polygons };
}

export const pointGeometry = ({ longitude, latitude }: GeoPoint): GeoJsonGeometry => ({
  type: "Point",
  coordinates: [longitude, latitude],
});
