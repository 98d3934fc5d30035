import { type RowProblem, shown } from "../kit/problem";
import type { LostLine, RawRecord } from "./csv-records";

const textOf = ({ bytes }: RawRecord | LostLine): string => bytes.toString("utf8");

/** Why a line gave no row. */
export function lostLineProblem(lost: LostLine): RowProblem {
  switch (lost.kind) {
    case "CUT":
      return cutRow(lost);
    case "DAMAGED":
      return {
        column: null,
        value: shown(textOf(lost)),
        rule: "NOT_UTF8",
        severity: "ERROR",
        message:
          "The row has bytes that are not UTF-8, shown as �: they were damaged. Download the file again.",
      };
    case "TOO_LONG":
      return {
        column: null,
        value: shown(textOf(lost)),
        rule: "ROW_TOO_LONG",
        severity: "ERROR",
        message: "The line has more than 1 MB. Look for line breaks that are missing.",
      };
    case "UNCLOSED":
      return {
        column: null,
        value: null,
        rule: "QUOTE_NOT_CLOSED",
        severity: "ERROR",
        message:
          'A quotation mark opens on this line and never closes. Close it, or double it ("") if it is text.',
      };
  }
}

export const noFinalLineBreak: RowProblem = {
  column: null,
  value: null,
  rule: "CUT_FILE",
  severity: "NOTICE",
  message: "The file ends without a line break. Check that its last row is whole.",
};

export const cutRow = (row: RawRecord | LostLine): RowProblem => ({
  column: null,
  value: shown(textOf(row)),
  rule: "CUT_FILE",
  severity: "ERROR",
  message: "The file ends within this row: it was cut. Download it again.",
});

export function cellCount(columns: readonly string[], record: RawRecord): RowProblem {
  const { cells, line, endLine } = record;
  const span = endLine > line ? ` It goes on to line ${endLine}: a quotation mark may be missing.` : "";
  return {
    column: null,
    value: shown(textOf(record).trimEnd()),
    rule: "CELL_COUNT",
    severity: "ERROR",
    message: `The row has ${cells.length} cells, the header ${columns.length}.${span} Add or remove separators, or put a text that holds one in quotation marks.`,
  };
}

const nameOf = (separator: string): string => (separator === "\t" ? "a tab" : JSON.stringify(separator));

export const otherSeparator = (found: string, declared: string): RowProblem => ({
  column: null,
  value: found,
  rule: "OTHER_SEPARATOR",
  severity: "WARNING",
  message: `The columns are separated by ${nameOf(found)}, where ${nameOf(declared)} was expected. The file was read so.`,
});

/** @param declared whether the other name is an alias of the source. */
export const otherName = (name: string, found: string, declared: boolean): RowProblem => ({
  column: name,
  value: shown(found),
  rule: "OTHER_COLUMN_NAME",
  severity: declared ? "NOTICE" : "WARNING",
  message: `The column ${JSON.stringify(name)} is called ${shown(JSON.stringify(found))} here. It was read as the same.`,
});
