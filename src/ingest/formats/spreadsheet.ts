import { type CellObject, read, SSF, type WorkSheet } from "@e965/xlsx";
import { HubError } from "../../domain/kit/errors";
import { binaryKind, signatureBytes } from "./binary-file";
import { isFilled, measuredWidth, type SheetCells } from "./sheet-size";
import { unzipped } from "./unzipped";

/** Of a spreadsheet, which can only be read as a whole. */
export const maxSpreadsheetBytes = 20 * 1024 * 1024;

export interface Sheet {
  /** Its cells as CSV with commas: numbers with all digits and a point, dates as YYYY-MM-DD. */
  readonly text: Buffer;
  /** Names of the further sheets, which are not read. */
  readonly others: readonly string[];
}

export const isSpreadsheet = (head: Buffer): boolean =>
  ["ods", "xlsx"].includes(binaryKind(head.subarray(0, signatureBytes)) ?? "");

/**
 * The first sheet of an XLSX or ODS. A row of the sheet is a line of the text, unless a cell has line breaks.
 * @throws HubError SOURCE_UNREADABLE if it is none, damaged, or too large when unpacked.
 */
export function firstSheet(file: Buffer): Sheet {
  if (!isSpreadsheet(file)) throw new HubError("SOURCE_UNREADABLE", "noSpreadsheet", null, { where: "file" });
  const archive = unzipped(file);
  // Names first: of the book only the first sheet is read.
  const [name, ...others] = readable(() => read(archive, { type: "buffer", bookSheets: true }).SheetNames);
  const { Sheets, Workbook } = readable(() => read(archive, options));
  const sheet = name === undefined ? undefined : Sheets[name];
  if (sheet === undefined) throw damaged();
  // Old Macs count days from 1904.
  const date1904 = Workbook?.WBProps?.date1904 === true;
  return { text: Buffer.from(csvText(rowsOf(sheet, date1904))), others };
}

const options = {
  type: "buffer",
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  sheets: 0,
} as const;

/** Whatever a damaged file makes fail is a fault of the file. */
function readable<T>(look: () => T): T {
  try {
    return look();
  } catch (cause) {
    throw damaged(cause);
  }
}

const damaged = (cause?: unknown): HubError =>
  new HubError("SOURCE_UNREADABLE", "damagedSpreadsheet", null, { where: "file", cause });

function rowsOf(sheet: WorkSheet, date1904: boolean): string[][] {
  const cells = (sheet["!data"] ?? []) as SheetCells;
  const width = measuredWidth(cells);
  // An empty row stays an empty line, so that lines are rows of the sheet.
  return Array.from(cells, (row) => {
    if (!row?.some((cell) => isFilled(cell))) return [];
    return Array.from({ length: width }, (_, c) => (row[c] === undefined ? "" : textOf(row[c], date1904)));
  });
}

function textOf({ t, v, w, z }: CellObject, date1904: boolean): string {
  if (t === "e") return w ?? "";
  if (t !== "n" || typeof v !== "number") return v === undefined || v === null ? "" : String(v);
  const format = typeof z === "string" ? z : "";
  if (format !== "" && SSF.is_date(format)) return dateOf(v, date1904) ?? w ?? String(v);
  // 12.5 % is stored as 0.125: only the shown text has the sign.
  return format.includes("%") ? (w ?? String(v)) : String(v);
}

function dateOf(serial: number, date1904: boolean): string | null {
  const date = SSF.parse_date_code(serial, { date1904 }) as
    | { readonly [K in "y" | "m" | "d" | "H" | "M"]: number }
    | null;
  if (date === null) return null;
  const two = (number: number): string => String(number).padStart(2, "0");
  const time = `${two(date.H)}:${two(date.M)}`;
  // A time of day without a day is day 0.
  if (serial < 1 && !date1904) return time;
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`;
  return Number.isInteger(serial) ? day : `${day} ${time}`;
}

const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\n`).join("");
