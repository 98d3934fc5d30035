import { isUtf8 } from "node:buffer";
import { open, readFile, stat } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { BoundingBox } from "../../domain/geo/bounding-box";
import { HubError } from "../../domain/kit/errors";
import { refuseBinary, signatureBytes } from "../formats/binary-file";
import { visible } from "../formats/control-characters";
import { encodingOf } from "../formats/encoding";
import { featuresIn } from "../formats/feature-list";
import { firstLine, type HeaderPlace } from "../formats/header-rows";
import { firstSheet, isSpreadsheet, maxSpreadsheetBytes } from "../formats/spreadsheet";
import { utf8Check } from "../formats/utf8";
import { notePrefix } from "../kit/note-prefix";
import { mappingLimits } from "../mapping/mapping-limits";
import { maxSampleRows } from "./sample-limits";
import { type SampleRecord, tableIn, widthOf } from "./table-in-sample";
import { type TotalsRows, totalsRows } from "./totals-rows";

/** The beginning of a file, as far as a proposal needs it. */
export interface Sample {
  readonly format: "csv" | "geojson" | "spreadsheet";
  /** Of a CSV. */
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: Delimiter;
  /** Where the names of the columns are. */
  readonly header: HeaderPlace;
  /** Of a GeoJSON; `null` unless its features are all points or all polygons. */
  readonly geometry: "point" | "polygon" | null;
  /** Around all positions of a GeoJSON; `null` without any. */
  readonly box: BoundingBox | null;
  /** Names of the columns or properties that can be read by name. */
  readonly columns: readonly string[];
  /** Names that are empty or repeated: such columns cannot be read. */
  readonly unreadable: readonly string[];
  /** Beginnings of rows that are notes; they are not in `rows`. */
  readonly notes: readonly string[];
  /** Rows that sum others; they are not in `rows`. */
  readonly totals: TotalsRows | null;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const delimiters = [";", ",", "\t", "|"] as const;
type Delimiter = (typeof delimiters)[number];

/** The part of a CSV that is examined. */
const maxBytes = 4 * 1024 * 1024;
/** A GeoJSON must be read whole. */
const maxGeoJsonBytes = 100 * 1024 * 1024;

/** @throws HubError BAD_USER_INPUT or SOURCE_UNREADABLE for a file without a possible proposal. */
export async function sampleFile(path: string): Promise<Sample> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new HubError("BAD_USER_INPUT", "noFile", { file: path }, { where: "file" });
  const head = await beginning(path);
  if (isSpreadsheet(head) && found.size <= maxSpreadsheetBytes) {
    const { text } = firstSheet(await readFile(path));
    return { ...sampleOfCsv(text, text.length, [","]), format: "spreadsheet" };
  }
  refuseBinary(head.subarray(0, signatureBytes));
  const isJson = /\.(?:geo)?json$/i.test(path);
  if (isJson && found.size > maxGeoJsonBytes) {
    const values = { name: path, size: found.size, most: maxGeoJsonBytes };
    throw new HubError("LIMIT_EXCEEDED", "sample", values, { where: "file" });
  }
  return isJson ? sampleOfGeoJson(await readFile(path)) : sampleOfCsv(head, found.size);
}

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxBytes), 0, maxBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** @param size of the whole file: the last line of a longer one is ignored, because it may be cut. */
export function sampleOfCsv(
  bytes: Buffer,
  size: number,
  possible: readonly Delimiter[] = delimiters,
): Sample {
  const whole = size <= bytes.length ? bytes : bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
  const check = utf8Check();
  check.push(whole);
  encodingOf(check.counts());
  const encoding = isUtf8(whole) ? "utf-8" : "windows-1252";
  const text = new TextDecoder(encoding).decode(whole);
  const tried = possible.map((delimiter) => ({ delimiter, records: recordsOf(text, delimiter) }));
  const [best] = [...tried].sort((a, b) => score(b.records) - score(a.records));
  const { names: header, body, ...place } = tableIn(best!.records);
  if (header === undefined || header.join("").trim() === "")
    throw new HubError("SOURCE_UNREADABLE", "empty", null, { where: "file" });
  const names = header.map((name) => visible(name).trim());
  const isSound = (name: string): boolean => name !== "" && names.indexOf(name) === names.lastIndexOf(name);
  const all = body
    .filter((cells) => cells.length === names.length)
    .filter((cells) => noteOf(cells) === null)
    .map((cells) => Object.fromEntries(names.map((name, c) => [name, visible(cells[c]!).trim()])));
  const totals = totalsRows(names.filter(isSound), all);
  return {
    format: "csv",
    encoding,
    delimiter: best!.delimiter,
    header: place,
    geometry: null,
    box: null,
    columns: names.filter(isSound),
    unreadable: [...new Set(names.filter((name) => !isSound(name)))],
    totals,
    notes: [...new Set(body.flatMap((cells) => noteOf(cells) ?? []))].slice(0, mappingLimits.aliases),
    rows: totals === null ? all : all.filter((row) => !totals.words.includes(row[totals.column]!)),
  };
}

const noteOf = (cells: readonly string[]): string | null =>
  notePrefix(cells.filter((cell) => cell.trim() !== ""));

const recordsOf = (text: string, delimiter: Delimiter): readonly SampleRecord[] => {
  const parsed = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: maxSampleRows + 1,
    info: true,
  }) as unknown as readonly Parsed[];
  return parsed.map(({ record, info }) => ({ cells: record, endLine: info.lines }));
};

/** What the library gives with `info`. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Many columns, and equally many cells in every row. */
function score(records: readonly SampleRecord[]): number {
  const columns = widthOf(records);
  const alike = records.filter(({ cells }) => cells.length === columns).length / Math.max(1, records.length);
  return columns < 2 ? 0 : alike * 1_000 + columns;
}

function sampleOfGeoJson(bytes: Buffer): Sample {
  const features = featuresIn(bytes) as readonly Feature[];
  const types = new Set(features.flatMap(({ geometry }) => geometry?.type ?? []));
  const only = (...allowed: string[]): boolean => [...types].every((type) => allowed.includes(type));
  const rows = features
    .slice(0, maxSampleRows)
    .map(({ properties }) =>
      Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [name, cellOf(value)])),
    );
  return {
    format: "geojson",
    encoding: "utf-8",
    delimiter: ",",
    header: firstLine,
    totals: null,
    notes: [],
    geometry:
      types.size === 0
        ? null
        : only("Point", "MultiPoint")
          ? "point"
          : only("Polygon", "MultiPolygon")
            ? "polygon"
            : null,
    box: boxOf(features.map(({ geometry }) => geometry?.coordinates)),
    columns: [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== ""),
    unreadable: [],
    rows,
  };
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null;
}

function boxOf(coordinates: unknown): BoundingBox | null {
  let box: BoundingBox | null = null;
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [x, y] = value;
    if (typeof x !== "number" || typeof y !== "number") {
      for (const each of value) visit(each);
      return;
    }
    const { west, east, south, north } = box ?? { west: x, east: x, south: y, north: y };
    box = {
      west: Math.min(west, x),
      east: Math.max(east, x),
      south: Math.min(south, y),
      north: Math.max(north, y),
    };
  };
  visit(coordinates);
  return box;
}

const cellOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "string"
      ? value.trim()
      : JSON.stringify(value);
