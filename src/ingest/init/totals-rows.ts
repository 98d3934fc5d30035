import { areFew, isTotalsWord } from "../kit/totals-word";

/** Rows that sum others: the column that marks them, and its words. */
export interface TotalsRows {
  readonly column: string;
  readonly words: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** `null` if no row seems to be a sum. */
export function totalsRows(columns: readonly string[], rows: readonly Row[]): TotalsRows | null {
  for (const column of columns) {
    const words = rows.flatMap((row) => (isTotalsWord(row[column] ?? "") ? [row[column]!] : []));
    if (areFew(words.length, rows.length)) return { column, words: [...new Set(words)] };
  }
  return null;
}
