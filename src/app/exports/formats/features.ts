import type { GeoJsonGeometry } from "../../../domain/geo/geojson";
import type { Cell } from "../../../queries/exports/column";
import type { AnySet } from "../../../queries/exports/export-set";
import type { RowBatch } from "../../../queries/exports/row-batch";

interface Feature {
  readonly type: "Feature";
  /** The key of the row; absent if the key has several columns. */
  readonly id?: Cell;
  readonly geometry: GeoJsonGeometry | null;
  readonly properties: Readonly<Record<string, Cell>>;
}

/** The rows as features of GeoJSON; a row without a place has the geometry `null` (RFC 7946, 3.2). */
export function featuresOf({ columns, primaryKey }: AnySet, { cells, geometries }: RowBatch): Feature[] {
  const key = primaryKey.length === 1 ? columns.findIndex(({ name }) => name === primaryKey[0]) : -1;
  return cells.map((row, i) => ({
    type: "Feature",
    ...(key !== -1 && { id: row[key]! }),
    geometry: geometries[i] ?? null,
    properties: Object.fromEntries(columns.map(({ name }, at) => [name, row[at]!])),
  }));
}
