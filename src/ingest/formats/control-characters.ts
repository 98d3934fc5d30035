import { finding, problem, type RowProblem } from "../kit/problem";
import type { RawRecord } from "./csv-records";

/**
 * Characters that nobody sees: NUL and other controls but tab and line breaks, and those that turn the direction of text, with
 * which a name shows other words than it has (CVE-2021-42574).
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** The cells without hidden characters, with a problem for each cell that had some. Most rows come back as they are. */
export function withoutHidden(
  cells: Readonly<Record<string, string>>,
  report: (found: RowProblem) => void,
): Readonly<Record<string, string>> {
  const touched = Object.entries(cells).filter(([, text]) => text.search(hidden) >= 0);
  if (touched.length === 0) return cells;
  const cleaned = touched.map(([column, text]): [string, string] => {
    const found = [...new Set(text.match(hidden))].map(codePoint).join(", ");
    report(problem("WARNING", finding("HIDDEN_CHARACTERS", "removed", { found }), column, null));
    return [column, text.replace(hidden, "")];
  });
  return { ...cells, ...Object.fromEntries(cleaned) };
}

/** A header without hidden characters: with them a column has another name than it shows. */
export function visibleHeader(header: RawRecord, report: (found: RowProblem) => void): RawRecord {
  const names = withoutHidden(Object.fromEntries(header.cells.entries()), report);
  return { ...header, cells: header.cells.map((_, c) => names[c]!) };
}

export const visible = (text: string): string => text.replace(hidden, "");

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
