import type { Cell, Table } from "../kit/csv";

type Json = Cell | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The tables of an answer: `{ columns rows }` of `flat` first, then every list of objects, the longest first. The fields
 * of an object inside a row become columns such as `area.name`.
 */
export function tablesOf(response: string | null | undefined): readonly Table[] {
  const tables = found(dataOf(response), []);
  return [...tables].sort((a, b) => Number(isFlat(b)) - Number(isFlat(a)) || b.rows.length - a.rows.length);
}

function dataOf(response: string | null | undefined): Json {
  try {
    const answer: Json = JSON.parse(response ?? "null");
    return isObject(answer) ? (answer.data ?? null) : null;
  } catch {
    return null;
  }
}

const isFlat = ({ path }: Table): boolean => /(^|\.)flat$/.test(path);

function found(value: Json, path: readonly string[]): readonly Table[] {
  if (!isObject(value)) return [];
  const flat = flatTable(value, path);
  if (flat !== null) return [flat];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key];
    if (!Array.isArray(inner)) return found(inner, place);
    const rows = inner.filter(isObject);
    if (rows.length === 0 || rows.length < inner.length) return [];
    const table = tableOf(rows, place);
    return table.columns.length === 0 ? rows.flatMap((row) => found(row, place)) : [table];
  });
}

/** The form that the hub offers for spreadsheets: the columns say the order. */
function flatTable({ columns, rows }: JsonObject, path: readonly string[]): Table | null {
  if (!Array.isArray(rows) || !Array.isArray(columns)) return null;
  const names = columns.flatMap((column) => (typeof column?.name === "string" ? [column.name] : []));
  const objects = rows.filter(isObject);
  if (names.length === 0) return objects.length === 0 ? null : tableOf(objects, path);
  return { path: path.join("."), columns: names, rows: cellsOf(objects, names), leftOut: [] };
}

function tableOf(rows: readonly JsonObject[], path: readonly string[]): Table {
  const leftOut = new Set<string>();
  const flattened = rows.map((row) => flatten(row, "", leftOut));
  const columns = [...new Set(flattened.flatMap(Object.keys))];
  return {
    path: path.join("."),
    columns,
    rows: cellsOf(flattened, columns),
    leftOut: [...leftOut],
  };
}

const cellsOf = (rows: readonly JsonObject[], columns: readonly string[]): Table["rows"] =>
  rows.map((row) => columns.map((column) => cellOf(row[column])));

/** A list of plain values is one cell. */
const cellOf = (value: Json | undefined): Cell =>
  value === undefined ? null : typeof value === "object" && value !== null ? textOf(value) : value;

const textOf = (value: Json): string =>
  Array.isArray(value) ? value.map((item) => String(item)).join("; ") : JSON.stringify(value);

function flatten(row: JsonObject, prefix: string, leftOut: Set<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]): [string, Json][] => {
      const name = prefix + key;
      if (isObject(value)) return Object.entries(flatten(value, `${name}.`, leftOut));
      if (Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null)) {
        leftOut.add(name);
        return [];
      }
      return [[name, value]];
    }),
  );
}
