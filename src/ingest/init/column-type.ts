import { isPhoneNumber } from "../../domain/kit/contact";
import { readNoData } from "../kit/cells";
import { markShown } from "../mapping/column-signs";
import { numberIn } from "../mapping/number-in";
import { dateIn } from "../mapping/read-date";
import { pointIn } from "../mapping/row-position";
import { foldWord } from "../mapping/value.schema";
import { minFittingShare } from "./sample-limits";

/** The apparent type of the cells of a column. */
export type ColumnType =
  | { readonly kind: "empty" | "text" | "hours" | "phone" | "email" | "url" | "code" | "integer" | "year" }
  | {
      readonly kind: "decimal";
      readonly decimalChar: "." | ",";
      readonly groupChar: "." | "," | null;
      /** Every cell is like 1.234: no one shows whether the mark separates thousands or decimals. */
      readonly isOpen?: true;
    }
  | { readonly kind: "date"; readonly format: string }
  | { readonly kind: "yesNo"; readonly yes: readonly string[]; readonly no: readonly string[] }
  | { readonly kind: "pair" }
  | { readonly kind: "category"; readonly words: readonly string[] };

export const filledOf = (cells: readonly string[]): string[] =>
  cells.filter((text) => readNoData(text) === null);

const yesWords = ["si", "sì", "s", "yes", "y", "true", "vero"];
const noWords = ["no", "n", "false", "falso"];
const dateFormats = [
  "YYYY-MM-DD",
  "DD/MM/YYYY",
  "DD-MM-YYYY",
  "DD.MM.YYYY",
  "YYYY/MM/DD",
  "MM/DD/YYYY",
  "YYYY-MM",
  "MM/YYYY",
] as const;
const hoursText =
  /\b(?:lun|mar|mer|gio|ven|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-zì]*\b.*\d{1,2}[:.,]\d{2}|\d{1,2}[:.]\d{2}\s*(?:-|–|alle|to)\s*\d{1,2}[:.]\d{2}/i;
/** A longer list of kinds would not be mapped by hand. */
const maxWords = 60;

/** @param cells trimmed, of all examined rows. */
export function typeOfColumn(name: string, cells: readonly string[]): ColumnType {
  const filled = filledOf(cells);
  if (filled.length === 0) return { kind: "empty" };
  const fits = (test: (text: string) => boolean): boolean =>
    filled.filter(test).length >= minFittingShare * filled.length;
  if (
    fits((text) => pointIn(text, true) !== null || pointIn(text, false) !== null) &&
    fits((text) => /[,;]/.test(text)) &&
    fits((text) => /\(|\./.test(text)) &&
    // "20.000,10" is an amount.
    !fits((text) => numberIn(text, { decimalChar: ",", groupChar: "." }) !== null)
  )
    return { kind: "pair" };
  const words = [...new Set(filled.map(foldWord))];
  if (words.every((word) => yesWords.includes(word) || noWords.includes(word)))
    return {
      kind: "yesNo",
      yes: words.filter((word) => yesWords.includes(word)),
      no: words.filter((word) => noWords.includes(word)),
    };
  if (
    /tel|phone|fax|cell/i.test(name) &&
    fits((text) => isPhoneNumber(text.replace(/[()./-].*$/, "").trim()))
  )
    return { kind: "phone" };
  if (fits((text) => /^-?\d+$/.test(text))) return integerType(name, filled);
  const date = dateFormats.find((format) => fits((text) => dateIn(text, format) !== null));
  if (date !== undefined) return { kind: "date", format: date };
  const decimal = decimalType(filled, fits);
  if (decimal !== null) return decimal;
  if (fits((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))) return { kind: "email" };
  if (fits((text) => /^(?:https?:\/\/|www\.)\S+$/i.test(text))) return { kind: "url" };
  if (/orari|apertura|opening|hours/i.test(name) || fits((text) => hoursText.test(text)))
    return { kind: "hours" };
  const few = words.length <= maxWords && words.length <= filled.length / 2;
  if (few)
    return { kind: "category", words: [...new Map(filled.map((text) => [foldWord(text), text])).values()] };
  return { kind: "text" };
}

function integerType(name: string, filled: readonly string[]): ColumnType {
  if (filled.some((text) => /^-?0\d/.test(text))) return { kind: "code" };
  const isYear = filled.every((text) => /^(?:19|20)\d{2}$/.test(text));
  return isYear && (/ann|year|period/i.test(name) || new Set(filled).size <= filled.length / 2)
    ? { kind: "year" }
    : { kind: "integer" };
}

/** If several readings fit, the cells that can be read in one way only decide for the column. */
function decimalType(
  filled: readonly string[],
  fits: (test: (text: string) => boolean) => boolean,
): ColumnType | null {
  const readings = [
    { decimalChar: ".", groupChar: null },
    { decimalChar: ",", groupChar: null },
    { decimalChar: ",", groupChar: "." },
    { decimalChar: ".", groupChar: "," },
  ] as const;
  const fitting = readings.filter(({ decimalChar, groupChar }) =>
    fits((text) => numberIn(text, { decimalChar, ...(groupChar !== null && { groupChar }) }) !== null),
  );
  const shown = filled.map(markShown);
  const decided = fitting.filter(({ decimalChar }) => shown.includes(decimalChar));
  const first = decided[0] ?? fitting[0];
  if (first === undefined) return null;
  const isOpen = decided.length === 0 && shown.includes("EITHER");
  return { kind: "decimal", ...first, ...(isOpen && { isOpen }) };
}
