import type { ValueSpec } from "./cell.schema";
import type { Mapping } from "./mapping.schema";

/** `null` for what is no number of these marks; programs write very small ones as 3.1e-06. */
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

/** Groups of three digits, the first of one to three. */
function ungrouped(text: string, mark: string): string | null {
  const [first = "", ...groups] = text.split(mark);
  const sound = /^[-+]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return sound ? [first, ...groups].join("") : null;
}

/** Digits with a sign at most; a spreadsheet may have made 7.0 of 7. */
export function wholeNumber(text: string): string | null {
  const [, digits] = /^(-?\d+)(?:\.0+)?$/.exec(text) ?? [];
  const number = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(number) ? String(number) : null;
}

type Bounds = Pick<ValueSpec, "maximum" | "minimum">;

export const isWithin = ({ minimum, maximum }: Bounds, value: number): boolean =>
  value >= (minimum ?? value) && value <= (maximum ?? value);
