import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { withoutMark } from "./utf8";

/**
 * A table of a folder of CSV, as rows by the names of its columns: the tabular form of HSDS has a file for each table.
 * A folder is read as one object, like `tabular.json`: `{"services.csv": [...], ...}`.
 * @throws Error if it is not UTF-8 or not CSV.
 */
export function readTable(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Error("it is not UTF-8.");
  return parse(withoutMark(bytes), {
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
}
