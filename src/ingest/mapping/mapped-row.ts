import type { GeoPoint } from "../../domain/geo/point";
import type { MultiPolygon } from "../../domain/geo/polygon";
import type { MappingContext } from "../kit/source";

/** A row of a CSV or a feature of a GeoJSON, in one form. */
export interface MappedRow {
  readonly line: number;
  /** Cells or properties verbatim; a property that is not a text in its JSON form. */
  readonly cells: Readonly<Record<string, string>>;
  /** Of a GeoJSON of points. */
  readonly point: GeoPoint | null;
  /** Of a GeoJSON of polygons. */
  readonly polygons: MultiPolygon | null;
}

/** The facts of the hub for a row. */
export type RowContext = MappingContext & Required<Pick<MappingContext, "areaOf">>;
