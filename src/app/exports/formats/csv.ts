import { stringify } from "csv-stringify/sync";
import type { LocalizedText } from "../../../domain/kit/localized-text";
import type { Cell } from "../../../queries/exports/column";
import type { FileFormat } from "./file-format";

/** Without it spreadsheets read the letters of UTF-8 as others. */
const byteOrderMark = "\uFEFF";

/**
 * A spreadsheet computes a cell that begins like a formula (OWASP, CSV injection). A quote before it makes it a text. A telephone
 * such as +39 02 and a number such as -5 are no formulas.
 */
const isFormula = (text: string): boolean => /^[=@\t\r]/.test(text) || /^[+-](?![\d\s().,/-]*$)/.test(text);

const forSpreadsheet = (cell: Cell): Cell =>
  typeof cell === "string" && isFormula(cell) ? `'${cell}` : cell;

const csv = (
  extension: string,
  use: LocalizedText,
  { mark, cellOf }: { readonly mark: string; readonly cellOf: (cell: Cell) => Cell },
): FileFormat => ({
  extension,
  mediaType: "text/csv; charset=utf-8",
  use,
  fits: () => true,
  writer: ({ columns }) => ({
    begin: () => mark + csvLines([columns.map(({ name }) => name)]),
    rows: ({ cells }) => csvLines(cells.map((row) => row.map(cellOf))),
    end: () => "",
  }),
});

/** Rows as RFC 4180 has them. Without the options, true becomes 1. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], { record_delimiter: "windows", cast: { boolean: String } });

/** For spreadsheets. */
export const spreadsheetCsv = csv(
  "csv",
  {
    it: "Fogli di calcolo: si apre con un doppio clic, nessuna cella diventa una formula.",
    en: "Spreadsheets: opens with a double click, and no cell becomes a formula.",
  },
  { mark: byteOrderMark, cellOf: forSpreadsheet },
);

/** For programs: no byte order mark, and every text as it is. */
export const rawCsv = csv(
  "raw.csv",
  { it: "Programmi: ogni testo è come nei dati.", en: "Programs: every text is as it is in the data." },
  { mark: "", cellOf: (cell) => cell },
);
