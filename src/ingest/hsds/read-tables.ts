import { parse } from "csv-parse/sync";
import { bufferOf, withoutMark } from "../formats/utf8";

/**
 * The CSV form of HSDS, a file for each table, as one object like `tabular.json`: `{"services.csv": [...], ...}`.
 * Files of other names are left out.
 * @param files contents by file name, in UTF-8.
 */
export function readHsdsTables(files: Readonly<Record<string, Uint8Array>>): Record<string, unknown> {
  const tables = Object.entries(files).filter(([name]) => name.endsWith(".csv"));
  return Object.fromEntries(tables.map(([name, bytes]) => [name, rowsOf(bytes)]));
}

const rowsOf = (bytes: Uint8Array): unknown =>
  parse(withoutMark(bufferOf(bytes)), {
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
