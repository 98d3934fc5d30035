import type { GeoPoint } from "../../domain/geo/point";
import type { MultiPolygon } from "../../domain/geo/polygon";
import type { MappingContext } from "../kit/source";

/** A row of a CSV or a feature of a GeoJSON, alike for what follows. */
export interface MappedRow {
  readonly line: number;
  /** Cells or properties word for word; a property that is no text as JSON writes it. */
  readonly cells: Readonly<Record<string, string>>;
  /** Of a GeoJSON of points. */
  readonly point: GeoPoint | null;
  /** Of a GeoJSON of polygons. */
  readonly polygons: MultiPolygon | null;
}

/** What a row may ask of the hub. */
export type RowContext = MappingContext & Required<Pick<MappingContext, "areaOf">>;
