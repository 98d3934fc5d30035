import { finding, problem, type RowProblem, shown } from "../kit/problem";
import type { LostLine, RawRecord } from "./csv-records";

const textOf = ({ bytes }: RawRecord | LostLine): string => bytes.toString("utf8");

/** Why a line gave no row. */
export function lostLineProblem(lost: LostLine): RowProblem {
  switch (lost.kind) {
    case "CUT":
      return cutRow(textOf(lost));
    case "DAMAGED":
      return problem("ERROR", finding("NOT_UTF8", "damaged"), null, textOf(lost));
    case "TOO_LONG":
      return problem("ERROR", finding("ROW_TOO_LONG", "tooLong"), null, textOf(lost));
    case "UNCLOSED":
      return problem("ERROR", finding("QUOTE_NOT_CLOSED", "neverClosed"), null, null);
  }
}

export const noFinalLineBreak = problem("NOTICE", finding("CUT_FILE", "noFinalLineBreak"), null, null);

export const cutRow = (text: string): RowProblem =>
  problem("ERROR", finding("CUT_FILE", "withinRow"), null, text);

export function cellCount(columns: readonly string[], record: RawRecord): RowProblem {
  const { cells, line, endLine } = record;
  const counts = {
    cells: cells.length,
    headerCells: columns.length,
    endLine: endLine > line ? endLine : null,
  };
  const found = finding("CELL_COUNT", "notAsHeader", counts);
  return problem("ERROR", found, null, textOf(record).trimEnd());
}

export const otherSeparator = (found: string, declared: string): RowProblem =>
  problem("WARNING", finding("OTHER_SEPARATOR", "readWith", { found, declared }), null, found);

/** @param declared whether the source itself knows the other name. */
export const otherName = (name: string, found: string, declared: boolean): RowProblem => {
  const readAs = finding("OTHER_COLUMN_NAME", "readAs", { name, found: shown(JSON.stringify(found))! });
  return problem(declared ? "NOTICE" : "WARNING", readAs, name, found);
};
