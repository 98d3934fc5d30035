import type { LocalizedText } from "../../domain/kit/localized-text";
import { finding, problem } from "./problem";

/** What a cell says: a value, nothing, or something that cannot be read. */
export type Cell<T> =
  | { readonly kind: "value"; readonly value: T }
  | {
      readonly kind: "blank";
      /** The word that says that there is no data, where the cell is not simply empty. */
      readonly word?: string;
    }
  | { readonly kind: "unreadable"; readonly text: string };

/** What publishers and programs write where there is no data, without case and points: `N.D.` is `nd`. */
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

/** A cell without data, empty or with a word that says so; `null` for any other. What it lacks is not 0. */
export function readNoData(text: string): Extract<Cell<never>, { kind: "blank" }> | null {
  const word = text.trim();
  if (!noDataWords.has(word.toLowerCase().replaceAll(".", ""))) return null;
  return word === "" ? { kind: "blank" } : { kind: "blank", word };
}

/** What is said of a number that is not given: in its note, and to who keeps the file. */
export function noData(column: string, { word }: Extract<Cell<never>, { kind: "blank" }>) {
  const shownWord = JSON.stringify(word);
  const note: LocalizedText =
    word === undefined
      ? { it: "La fonte lascia vuota la cella.", en: "The source leaves the cell empty." }
      : { it: `La fonte scrive ${shownWord}: nessun dato.`, en: `The source says ${shownWord}: no data.` };
  const found = finding("EMPTY_CELL", word === undefined ? "empty" : "noData");
  return { note, problem: problem("WARNING", found, column, word) };
}

/** A whole number from 0, without any mark between its digits. */
export function readCount(text: string): Cell<number> {
  const trimmed = text.trim();
  const blank = readNoData(text);
  if (blank !== null) return blank;
  const value = /^\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isSafeInteger(value) ? { kind: "value", value } : { kind: "unreadable", text: trimmed };
}

/** A number with a decimal point. Nothing is guessed: `1,234` is another number in each country. */
export function readDecimal(text: string): Cell<number> {
  const trimmed = text.trim();
  const blank = readNoData(text);
  if (blank !== null) return blank;
  const value = /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "unreadable", text: trimmed };
}

/** A number as a code: digits, from 1; `null` for anything else. */
export function readNumber(text: string): number | null {
  const cell = readCount(text);
  return cell.kind === "value" && cell.value > 0 ? cell.value : null;
}

/** The text without blanks around it; `null` when nothing is left. */
export const textOrNull = (text: string | undefined): string | null => text?.trim() || null;
