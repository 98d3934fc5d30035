import { isExact } from "../../domain/kit/field";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { finding, problem } from "./problem";

/** The content of a cell: a value, nothing, or something unreadable. */
export type Cell<T> =
  | { readonly kind: "value"; readonly value: T }
  | {
      readonly kind: "blank";
      /** The word for missing data, unless the cell is empty. */
      readonly word?: string;
    }
  | { readonly kind: "unreadable"; readonly text: string };

/** Words of publishers and programs for missing data, without case and points: `N.D.` is `nd`. */
const noDataWords = new Set([
  "",
  "#n/a",
  "#n/d",
  "#rif!",
  "#valore!",
  "-",
  "--",
  "---",
  "/",
  ":",
  "n/a",
  "n/d",
  "na",
  "nan",
  "nc",
  "nd",
  "non disponibile",
  "not available",
  "np",
  "nr",
  "null",
  "–",
  "—",
  "…",
]);

/** A cell without data, empty or with a word for it; `null` for any other. Missing is not 0. */
export function readNoData(text: string): Extract<Cell<never>, { kind: "blank" }> | null {
  const word = text.trim();
  if (!noDataWords.has(word.toLowerCase().replaceAll(".", ""))) return null;
  return word === "" ? { kind: "blank" } : { kind: "blank", word };
}

/** The texts about a missing number: its note, and the remedy for the file's owner. */
export function noData(column: string, { word }: Extract<Cell<never>, { kind: "blank" }>) {
  const shownWord = JSON.stringify(word);
  const note: LocalizedText =
    word === undefined
      ? { it: "La fonte lascia vuota la cella.", en: "The source leaves the cell empty." }
      : { it: `La fonte scrive ${shownWord}: nessun dato.`, en: `The source says ${shownWord}: no data.` };
  const found = finding("EMPTY_CELL", word === undefined ? "empty" : "noData");
  return { note, problem: problem("WARNING", found, column, word) };
}

const numberLike =
  (pattern: RegExp, isOne: (value: number) => boolean) =>
  (cell: string): Cell<number> => {
    const text = cell.trim();
    const value = pattern.test(text) ? Number(text) : Number.NaN;
    return readNoData(text) ?? (isOne(value) ? { kind: "value", value } : { kind: "unreadable", text });
  };

/** A whole number from 0, without any mark between its digits. */
export const readCount = numberLike(/^\d+$/, Number.isSafeInteger);

/** A number with a decimal point. Nothing is guessed: `1,234` has a different meaning in each country. */
export const readDecimal = numberLike(/^-?\d+(?:\.\d+)?$/, isExact);

/** A number as a code: digits, from 1; `null` for anything else. */
export function readNumber(text: string): number | null {
  const cell = readCount(text);
  return cell.kind === "value" && cell.value > 0 ? cell.value : null;
}

/** The trimmed text; `null` if nothing is left. */
export const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null;
