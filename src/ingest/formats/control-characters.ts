import { hiddenCharacters } from "../../domain/kit/hidden-characters";
import { finding, problem, type RowProblem } from "../kit/problem";
import type { RawRecord } from "./csv-records";

/**
 * Characters that nobody sees: those that an editor may not write either (NUL and other controls but tab and line breaks, and those that turn
 * the direction of text, with which a name shows other words than it has, CVE-2021-42574), and those without a width, which come from copying.
 */
const hidden = new RegExp(
  `(?![\\t\\n\\r])${hiddenCharacters.source}|[\\u061c\\u200b\\u200e\\u200f\\u2060\\ufeff]`,
  "gu",
);

/** The cells without hidden characters, with a problem for each cell that had some. Most rows come back as they are. */
export function withoutHidden(
  cells: Readonly<Record<string, string>>,
  report: (found: RowProblem) => void,
): Readonly<Record<string, string>> {
  const touched = Object.entries(cells).filter(([, text]) => text.search(hidden) >= 0);
  if (touched.length === 0) return cells;
  return {
    ...cells,
    ...Object.fromEntries(touched.map(([column, text]) => [column, cleaned(text, column, report)])),
  };
}

/** A value of JSON without hidden characters in its texts, wherever they are; the place of each is as in `phones[0].number`. */
export function valueWithoutHidden<T>(value: T, place: string, report: (found: RowProblem) => void): T;
export function valueWithoutHidden(
  value: unknown,
  place: string,
  report: (found: RowProblem) => void,
): unknown {
  if (typeof value === "string") return value.search(hidden) < 0 ? value : cleaned(value, place, report);
  if (Array.isArray(value)) return value.map((each, i) => valueWithoutHidden(each, `${place}[${i}]`, report));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      valueWithoutHidden(each, place === "" ? name : `${place}.${name}`, report),
    ]),
  );
}

function cleaned(text: string, place: string, report: (found: RowProblem) => void): string {
  const found = [...new Set(text.match(hidden))].map(codePoint).join(", ");
  report(problem("WARNING", finding("HIDDEN_CHARACTERS", "removed", { found }), place, null));
  return text.replace(hidden, "");
}

/** A header without hidden characters: with them a column has another name than it shows. */
export function visibleHeader(header: RawRecord, report: (found: RowProblem) => void): RawRecord {
  const names = withoutHidden(Object.fromEntries(header.cells.entries()), report);
  return { ...header, cells: header.cells.map((_, c) => names[c]!) };
}

export const visible = (text: string): string => text.replace(hidden, "");

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
