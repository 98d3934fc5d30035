import type { GeoJsonGeometry } from "../../domain/geo/geojson";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { HubRecordType, RecordTypes } from "../../storage/records/hub-record";
import type { Connection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";
import type { Column } from "./column";
import type { ExportContext } from "./export-context";
import type { Filters } from "./filter";

/** A named table of facts that partners take as a whole, in every format that fits it. */
export interface ExportSet<Name extends HubRecordType = HubRecordType, Row = never> {
  /** In the address of its files, for example `service-at-locations`. */
  readonly name: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** The type of the records that it is made of, in the order of their keys. */
  readonly record: Name;
  /** Whether lists of the hub show the record; all when absent. It depends on nothing but the record. */
  readonly includes?: (record: RecordTypes[Name]) => boolean;
  /** The rows of one record, in order. */
  readonly rowsOf: (record: RecordTypes[Name]) => readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Names of the columns that identify a row. */
  readonly primaryKey: readonly string[];
  /** The property of a row in NDJSON that has the code of its record. */
  readonly recordKey: string;
  /** A row as an object of NDJSON. It depends on nothing but the record, so that a copy can follow the changes of records. */
  readonly json: (row: Row) => object;
  readonly sourcesOf: (row: Row) => readonly string[];
  /** Where a row is; absent for a set that is on no map. */
  readonly geometry?: (row: Row, context: ExportContext) => GeoJsonGeometry | null;
  /** Records that meet conditions, as the API lists them; absent for a set that is only given whole. */
  readonly find?: FilteredRecords<RecordTypes[Name]>;
}

/** A list of the API that a file may give in part. */
interface FilteredRecords<T> {
  readonly filters: Filters;
  readonly page: (
    filter: Readonly<Record<string, unknown>>,
    page: { readonly first: number; readonly after: string | null },
    context: QueryContext,
  ) => Connection<T>;
}

/** Checks a set against its types. */
export const exportSet = <const Name extends HubRecordType, Row>(
  set: ExportSet<Name, Row>,
): ExportSet<Name, Row> => set;

/** The usual set: a row is a record. */
export const recordSet = <const Name extends HubRecordType>(
  set: Omit<ExportSet<Name, RecordTypes[Name]>, "json" | "recordKey" | "rowsOf">,
): ExportSet<Name, RecordTypes[Name]> => ({
  ...set,
  rowsOf: (record) => [record],
  recordKey: "code",
  json: (record) => record as object,
});

/** A set of any rows. */
// biome-ignore lint/suspicious/noExplicitAny: rows go from the functions of a set to the others of the same set only.
export type AnySet = ExportSet<any, any>;
