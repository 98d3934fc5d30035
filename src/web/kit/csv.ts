/** A value of a table: as in JSON, without lists and objects. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** The place in the answer, such as `aggregate.flat`. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Names of lists inside the rows, which a table cannot show. */
  readonly leftOut: readonly string[];
}

/**
 * RFC 4180: a header, commas, CRLF, and a point before decimals, in every language. Unknown values are empty.
 * Text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function toCsv({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
