import { rawCsv, spreadsheetCsv } from "./csv";
import type { FileFormat } from "./file-format";
import { geojson, geojsonLines } from "./geojson";
import { ndjson } from "./ndjson";
import { parquet } from "./parquet";
import { sdmxCsv } from "./sdmx-csv";
import { topojson } from "./topojson";

/** Every form of a file. */
export const fileFormats: readonly FileFormat[] = [
  spreadsheetCsv,
  rawCsv,
  ndjson,
  geojson,
  geojsonLines,
  topojson,
  sdmxCsv,
  parquet,
];
