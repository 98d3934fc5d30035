export type DecimalMark = "." | ",";

export const otherMark = (mark: DecimalMark): DecimalMark => (mark === "." ? "," : ".");

/** A cell that shows how its column is written. */
export interface Sign {
  readonly line: number;
  readonly text: string;
}

/** What whole columns say about their cells. */
export interface ColumnSigns {
  /** The first cell of the column that can only be read with this mark before decimals. */
  signOf(column: string, mark: DecimalMark): Sign | null;
  /** Whether 2011/12 is a school or financial year here, and not a month. */
  hasYearSpans(column: string): boolean;
  /** The column that says that a row sums others, although the mapping does not read it: a name beside the code of an area. */
  sumColumnOf(cells: Readonly<Record<string, string>>): string | null;
}

/**
 * The mark before decimals that a text shows: `,` for 12,5 and for 1.234.567. `"EITHER"` for 1.234, which is a thousand with
 * one mark and a fraction with the other; `null` for plain digits and for anything else.
 */
export function markShown(text: string): DecimalMark | "EITHER" | null {
  const digits = text.replace(/^[-+\u2212]/, "").replace(/(?<=\d)[\s'\u2019](?=\d)/gu, "");
  const grouped = /^[1-9]\d{0,2}(?:(\.|,)\d{3})(?:\1\d{3})*(?:(\.|,)\d+)?$/.exec(digits);
  const [, group, decimal] = grouped ?? [];
  if (group !== undefined && decimal !== undefined && decimal !== group) return decimal as DecimalMark;
  const [first = "", ...parts] = digits.split(/[.,]/);
  if (group !== undefined && decimal === undefined)
    return parts.length > 1 ? otherMark(group as DecimalMark) : "EITHER";
  const isDecimal = parts.length === 1 && /^\d+$/.test(first) && /^\d+$/.test(parts[0]!);
  return isDecimal ? (digits[first.length] as DecimalMark) : null;
}

/** A year with the next one; 2011/12 may be December too. */
export function isYearSpan(text: string): boolean {
  const [, year, next] = /^(\d{4})[-/](\d{2})$/.exec(text) ?? [];
  return year !== undefined && (Number(year) + 1) % 100 === Number(next);
}
