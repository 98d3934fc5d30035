import { ByteWriter, geojsonToWkb, ParquetWriter } from "hyparquet-writer";
import type { GeoJsonGeometry } from "../../../domain/geo/geojson";
import type { Cell, ColumnType } from "../../../queries/exports/column";
import type { FileFormat } from "./file-format";

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];

/** Rows that are in memory before they are written: fewer compress worse, more need more memory. */
const groupRows = 25_000;

const physical = {
  boolean: { type: "BOOLEAN" },
  datetime: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const satisfies Readonly<Record<ColumnType, object>>;

const stored = (type: ColumnType, cell: Cell): unknown =>
  type === "datetime" && typeof cell === "string" ? new Date(cell) : cell;

/** GeoParquet 1.1: a column of WKB, in the default reference system, longitude and latitude of WGS 84. */
const geo = JSON.stringify({
  version: "1.1.0",
  primary_column: "geometry",
  columns: { geometry: { encoding: "WKB", geometry_types: [] } },
});

/** A writer whose finished bytes are taken out of its memory. */
class PassingBytes extends ByteWriter {
  private done: Uint8Array[] = [];

  flush(): void {
    this.done.push(new Uint8Array(this.buffer.slice(0, this.index)));
    this.index = 0;
  }

  take(): Uint8Array {
    this.flush();
    const bytes = Buffer.concat(this.done);
    this.done = [];
    return bytes;
  }
}

/** Parquet, and GeoParquet for a set that is on maps. */
export const parquet: FileFormat = {
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  use: {
    it: "Analisi: DuckDB, Python, R, Power BI; piccolo e con i tipi.",
    en: "Analysis: DuckDB, Python, R, Power BI; small and typed.",
  },
  isCompressed: true,
  fits: () => true,
  writer({ columns, geometry }) {
    const bytes = new PassingBytes();
    const fields = columns.map(({ name, type }) => ({
      name,
      repetition_type: "OPTIONAL" as const,
      ...physical[type],
    }));
    const place = { name: "geometry", repetition_type: "OPTIONAL", type: "BYTE_ARRAY" } as const;
    const children = geometry === undefined ? fields : [...fields, place];
    const schema: Schema = [{ name: "root", num_children: children.length }, ...children];
    const file = new ParquetWriter({
      writer: bytes,
      schema,
      createdBy: "vicinato",
      ...(geometry && { kvMetadata: [{ key: "geo", value: geo }] }),
    });
    let cells: (readonly Cell[])[] = [];
    let geometries: (GeoJsonGeometry | null)[] = [];

    function writeGroup(): Uint8Array {
      const columnData = columns.map(({ name, type }, i) => ({
        name,
        data: cells.map((row) => stored(type, row[i]!)),
      }));
      if (geometry !== undefined)
        columnData.push({ name: "geometry", data: geometries.map((each) => each && wkbOf(each)) });
      file.write({ columnData, rowGroupSize: groupRows });
      [cells, geometries] = [[], []];
      return bytes.take();
    }

    return {
      begin: () => bytes.take(),
      rows(batch) {
        cells.push(...batch.cells);
        geometries.push(...batch.geometries);
        return cells.length < groupRows ? "" : writeGroup();
      },
      end() {
        const last = cells.length === 0 ? new Uint8Array() : writeGroup();
        file.finish();
        return Buffer.concat([last, bytes.take()]);
      },
    };
  },
};

const wkbOf = (geometry: GeoJsonGeometry): Uint8Array =>
  geojsonToWkb(geometry as unknown as Parameters<typeof geojsonToWkb>[0]);
