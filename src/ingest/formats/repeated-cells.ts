import { HubError } from "../../domain/kit/errors";

/** More cells with content than any table of a city has. */
const mostCells = 2_000_000;
/** Equal rows beside each other: a table of a city has some, a column that was filled to the end of the sheet has a million. */
const mostRepeatedRows = 100_000;
/** Blanks that one element may stand for. */
const mostBlanks = 10_000;

/** With any prefix, since a prefix is free in XML; a value may contain `>`. */
const tag = /<(?:[^\s<>/:"]+:)?(table-row|table-cell)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const blanks = /<text:s text:c="(\d+)"\/>/g;

/** The text that the reader of sheets sees: comments could hide a tag from whoever checks it. */
export const withoutComments = (content: string): string =>
  content.replace(/<!--(?:[\s\S]*?-->|[\s\S]*$)/g, "");

/**
 * An OpenDocument writes equal cells and rows once, with their number: a few bytes can be 17 billion cells.
 * @param content of its `content.xml`, without comments.
 * @throws HubError SOURCE_UNREADABLE before anything is unrolled.
 */
export function checkRepeatedCells(content: string): void {
  let [cells, inRow, rows, more] = [0, 0, 1, 0];
  const endRow = (): void => {
    if (inRow === 0) return;
    cells += inRow * rows;
    more += rows - 1;
    if (cells > mostCells || more > mostRepeatedRows) throw tooManyCells();
  };
  for (const [, name, attributes = ""] of content.matchAll(tag)) {
    if (name === "table-row") {
      endRow();
      [inRow, rows] = [0, repeated(attributes, "rows")];
    } else if (mayHaveContent(attributes)) inRow += repeated(attributes, "columns");
  }
  endRow();
  for (const [, count] of content.matchAll(blanks)) if (Number(count) > mostBlanks) throw tooManyCells();
}

/** A cell that has no end tag is blank, unless it states a value. */
const mayHaveContent = (attributes: string): boolean =>
  !attributes.endsWith("/") || /(?:value-type|string-value|value)=/.test(attributes);

const tooManyCells = (): HubError =>
  new HubError("SOURCE_UNREADABLE", "repeatedCells", { most: mostCells }, { where: "file" });

function repeated(attributes: string, what: "columns" | "rows"): number {
  const [, count] = new RegExp(`number-${what}-repeated\\s*=\\s*["']?\\s*\\+?(\\d+)`).exec(attributes) ?? [];
  return Number(count ?? 1);
}
