import { pointGeometry } from "../../domain/geo/geojson";
import type { GeoPoint } from "../../domain/geo/point";
import { field } from "../kit/declare";
import { GeoJSONGeometryScalar } from "../kit/scalars";

/** The position of a place in the form of map libraries. */
export const geometryOfPosition = field(
  () => GeoJSONGeometryScalar,
  "Position as a GeoJSON Point; null without a position.",
  ({ position }: { readonly position: GeoPoint | null }) => position && pointGeometry(position),
);
