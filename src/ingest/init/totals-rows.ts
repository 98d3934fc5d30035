import { isTotalsWord } from "../kit/totals-word";

/** Rows that sum others: the column that marks them, and its words. */
export interface TotalsRows {
  readonly column: string;
  readonly words: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** A word in more rows than this share is a category of its own, as "total" of a sex. */
const mostShare = 0.1;

/** `null` if no row seems to be a sum. */
export function totalsRows(columns: readonly string[], rows: readonly Row[]): TotalsRows | null {
  for (const column of columns) {
    const words = rows.flatMap((row) => (isTotalsWord(row[column] ?? "") ? [row[column]!] : []));
    if (words.length > 0 && words.length <= Math.max(1, rows.length * mostShare))
      return { column, words: [...new Set(words)] };
  }
  return null;
}
