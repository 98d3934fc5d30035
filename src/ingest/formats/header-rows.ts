import type { RawRecord } from "./csv-records";

/** Where a table begins in its file, in the words of CSV on the Web. */
export interface HeaderPlace {
  /** Lines before the header: titles, notes, blank lines. */
  readonly skipRows: number;
  /** Lines of the header; with two, a name is "upper / lower". */
  readonly headerRowCount: number;
}

export const firstLine: HeaderPlace = { skipRows: 0, headerRowCount: 1 };

/**
 * Several header rows as one. A name of an upper row counts for the blank cells at its right too, as a merged cell does; its
 * own words come first: "2023 / Men". Equal words stand once.
 */
export const joinedHeader = (rows: readonly RawRecord[]): RawRecord => ({
  ...rows.at(-1)!,
  line: rows[0]!.line,
  cells: joinedNames(rows.map(({ cells }) => cells)),
});

export function joinedNames(rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 1) return [...rows[0]!];
  const width = Math.max(...rows.map((cells) => cells.length));
  const names = rows.map((cells, r) => {
    const own = Array.from({ length: width }, (_, c) => cells[c]?.trim() ?? "");
    return r === rows.length - 1 ? own : carriedRight(own);
  });
  return Array.from({ length: width }, (_, c) =>
    [...new Set(names.map((row) => row[c]!).filter((name) => name !== ""))].join(" / "),
  );
}

function carriedRight(cells: readonly string[]): string[] {
  let before = "";
  return cells.map((cell) => {
    before = cell || before;
    return before;
  });
}
