import type { ValueSpec } from "./cell.schema";
import type { Mapping } from "./mapping.schema";

/** `null` for a text that is not a number with these marks; programs write very small ones as 3.1e-06. */
export function numberIn(
  text: string,
  { decimalChar, groupChar }: Pick<Mapping["file"], "decimalChar" | "groupChar">,
): number | null {
  const [whole = "", decimals, ...more] = text.split(decimalChar);
  const grouped = groupChar !== undefined && whole.includes(groupChar);
  const digits = grouped ? ungrouped(whole, groupChar) : whole;
  if (digits === null || more.length > 0) return null;
  const plain = decimals === undefined ? digits : `${digits}.${decimals}`;
  const value = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Groups of three digits; the first has one to three. */
function ungrouped(text: string, mark: string): string | null {
  const [first = "", ...groups] = text.split(mark);
  const sound = /^[-+]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return sound ? [first, ...groups].join("") : null;
}

/** Digits, possibly with a sign; a spreadsheet may have changed 7 into 7.0. */
export function wholeNumber(text: string): string | null {
  const [, digits] = /^(-?\d+)(?:\.0+)?$/.exec(text) ?? [];
  const number = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(number) ? String(number) : null;
}

type Bounds = Pick<ValueSpec, "maximum" | "minimum">;

export const isWithin = ({ minimum, maximum }: Bounds, value: number): boolean =>
  value >= (minimum ?? value) && value <= (maximum ?? value);
