import { HubError } from "../../domain/kit/errors";

/** More cells with content than any table of a city has. */
const mostCells = 2_000_000;

const tag = /<table:table-row\b([^>]*)>|<table:table-cell\b([^>]*)>/g;

/**
 * An OpenDocument writes equal cells and rows once, with their number: a few bytes can be 17 billion cells.
 * @param content of its `content.xml`.
 * @throws HubError SOURCE_UNREADABLE before anything is unrolled.
 */
export function checkRepeatedCells(content: string): void {
  let [cells, inRow, rows] = [0, 0, 1];
  const endRow = (): void => {
    cells += inRow * rows;
    if (cells > mostCells)
      throw new HubError("SOURCE_UNREADABLE", "repeatedCells", { most: mostCells }, { where: "file" });
  };
  for (const [, row, cell] of content.matchAll(tag)) {
    if (row !== undefined) {
      endRow();
      [inRow, rows] = [0, repeated(row, "rows")];
    } else if (/\boffice:(?:value-type|string-value|value)=/.test(cell!)) inRow += repeated(cell!, "columns");
  }
  endRow();
}

function repeated(attributes: string, what: "columns" | "rows"): number {
  const [, count] = new RegExp(`number-${what}-repeated=["'](\\d+)`).exec(attributes) ?? [];
  return Number(count ?? 1);
}
