import type { GeoJsonGeometry } from "../../domain/geo/geojson";
import type { Cell } from "./column";
import type { ExportContext } from "./export-context";
import type { AnySet } from "./export-set";

/** Rows of a set with everything that a format needs of them, in the same order. */
export interface RowBatch {
  /** As objects of NDJSON. */
  readonly objects: readonly object[];
  /** In the order of the columns. */
  readonly cells: readonly (readonly Cell[])[];
  /** Empty for a set that is on no map; `null` for a row without a place. */
  readonly geometries: readonly (GeoJsonGeometry | null)[];
  /** Codes of the sources of all rows. */
  readonly sources: ReadonlySet<string>;
}

/** The rows of some records of a set, without those of synthetic sources. */
export function rowBatch(
  { includes, rowsOf, columns, json, sourcesOf, geometry }: AnySet,
  records: readonly unknown[],
  context: ExportContext,
): RowBatch {
  const isSynthetic = (code: string): boolean => context.records.sourceRef.one(code)?.synthetic === true;
  const rows = records
    .filter((record) => includes?.(record) ?? true)
    .flatMap((record) => rowsOf(record))
    .filter((row) => !sourcesOf(row).some(isSynthetic));
  return {
    objects: rows.map(json),
    cells: rows.map((row) => columns.map(({ value }) => value(row, context))),
    geometries: geometry ? rows.map((row) => geometry(row, context)) : [],
    sources: new Set(rows.flatMap((row) => [...sourcesOf(row)])),
  };
}
