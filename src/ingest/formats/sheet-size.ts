import type { CellObject } from "@e965/xlsx";
import { HubError } from "../../domain/kit/errors";

export type SheetCells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** Of the formats themselves; a damaged file may name cells beyond them. */
const [mostRows, mostColumns] = [1_048_576, 16_384];
/** Rows by columns, blank ones too: every row gets the width of the longest. */
const mostPositions = 20_000_000;
/** A text that many cells share stands once in the file, and in each of them afterwards. */
const mostLetters = 100 * 1024 * 1024;

export const isFilled = (cell: CellObject | undefined): boolean =>
  cell !== undefined && (cell.t !== "s" || String(cell.v ?? "").trim() !== "");

/**
 * The number of columns up to the last one with content.
 * @throws HubError SOURCE_UNREADABLE for a sheet that would be too large as a table, before it becomes one.
 */
export function measuredWidth(cells: SheetCells): number {
  if (cells.length > mostRows) throw tooLarge();
  let [width, rows, letters] = [0, 0, 0];
  cells.forEach((row) => {
    if (row === undefined) return;
    if (row.length > mostColumns) throw tooLarge();
    let last = -1;
    // Only the cells that exist.
    row.forEach((cell, c) => {
      if (!isFilled(cell)) return;
      last = c;
      if (typeof cell?.v === "string") letters += cell.v.length;
    });
    width = Math.max(width, last + 1);
    if (last >= 0) rows++;
    if (width * rows > mostPositions || letters > mostLetters) throw tooLarge();
  });
  return width;
}

/** A cell with content beyond column Z. */
const farCell = /<(?:[^\s<>/:"]+:)?c\s(?:[^<>]*?\s)?r=["']([A-Za-z]{2,})(\d+)["'](?![^<>]*\/>)/g;

/**
 * A row of a workbook with one cell at its end becomes an array of sixteen thousand places when it is read.
 * @param content of a worksheet.
 * @throws HubError SOURCE_UNREADABLE before it is read.
 */
export function checkFarCells(content: string): void {
  let [width, rows, row] = [0, 0, ""];
  for (const [, letters = "", number = ""] of content.matchAll(farCell)) {
    width = Math.max(width, columnOf(letters.toUpperCase()));
    if (number !== row) rows++;
    row = number;
    if (width > mostColumns || width * rows > mostPositions) throw tooLarge();
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const tooLarge = (): HubError =>
  new HubError("SOURCE_UNREADABLE", "farCells", { most: mostPositions }, { where: "file" });
