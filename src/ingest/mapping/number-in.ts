import { isExact } from "../../domain/kit/field";
import type { ValueSpec } from "./cell.schema";
import type { Mapping } from "./mapping.schema";

type Marks = Pick<Mapping["file"], "decimalChar" | "groupChar">;

/**
 * A number in these marks, `"INEXACT"` beyond what can be kept exactly, `null` for any other text. Programs write very small
 * ones as 3.1e-06, and set any kind of space or apostrophe between thousands.
 */
export function readIn(text: string, { decimalChar, groupChar }: Marks): number | "INEXACT" | null {
  const [whole = "", decimals, ...more] = typed(text, groupChar).split(decimalChar);
  const grouped = groupChar !== undefined && whole.includes(groupChar);
  const digits = grouped ? ungrouped(whole, groupChar) : whole;
  if (digits === null || more.length > 0) return null;
  // A mark of the other kind is never part of a number: of 1.234 in a file with "," it is unknown what it means.
  if (!/^[-+]?\d+(?:e[-+]?\d{1,3})?$/i.test(digits) || (decimals !== undefined && /e/i.test(digits)))
    return null;
  if (decimals !== undefined && !/^\d+(?:e[-+]?\d{1,3})?$/i.test(decimals)) return null;
  const value = Number(decimals === undefined ? digits : `${digits}.${decimals}`);
  return isExact(value) && !(value === 0 && /^[^e]*[1-9]/i.test(text)) ? value : "INEXACT";
}

/** As `readIn`, without the reason. */
export function numberIn(text: string, marks: Marks): number | null {
  const read = readIn(text, marks);
  return read === "INEXACT" ? null : read;
}

/** The marks of a keyboard in place of those of typesetting; a space between digits is no mark unless the file says so. */
function typed(text: string, groupChar: string | undefined): string {
  const signed = text.replace(/^[\u2012\u2013\u2212]/, "-");
  if (groupChar === " ") return signed.replace(/[\u00a0\u2007\u2009\u202f]/g, " ");
  return groupChar === "'" ? signed.replaceAll("\u2019", "'") : signed;
}

/** Groups of three digits; the first has one to three and does not begin with 0: 0.123 is a share. */
function ungrouped(text: string, mark: string): string | null {
  const [first = "", ...groups] = text.split(mark);
  const sound = /^[-+]?[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return sound ? [first, ...groups].join("") : null;
}

/** Digits, possibly with a sign; a spreadsheet may have changed 7 into 7.0. But 1.000 may be a thousand. */
export function wholeNumber(text: string): string | null {
  if (/^-?[1-9]\d{0,2}\.000$/.test(text)) return null;
  const [, digits] = /^(-?\d+)(?:\.0+)?$/.exec(text) ?? [];
  const number = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(number) ? String(number) : null;
}

type Bounds = Pick<ValueSpec, "maximum" | "minimum">;

export const isWithin = ({ minimum, maximum }: Bounds, value: number): boolean =>
  value >= (minimum ?? value) && value <= (maximum ?? value);
