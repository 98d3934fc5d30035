import type { GeoJsonGeometry } from "../../domain/geo/geojson";
import type { Area } from "../../domain/places/area";
import {
  type BoundariesDocument,
  type BoundaryPrecision,
  boundariesId,
  boundariesScope,
} from "../../domain/places/boundaries-document";
import type { QueryContext } from "../kit/query-context";

/** The published boundary of an area: one document for all areas of a level of a city; `null` if it has none. */
export function findBoundary(
  { code, cityCode, level }: Area,
  precision: BoundaryPrecision,
  { records }: Pick<QueryContext, "records">,
): GeoJsonGeometry | null {
  const scope = boundariesScope(cityCode ?? code);
  const document = records.document<BoundariesDocument>(scope, boundariesId(level, precision));
  return document?.[code] ?? null;
}
