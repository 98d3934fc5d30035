import type { LocalizedText } from "../../domain/kit/localized-text";
import { finding } from "../kit/problem";
import { columnOf, type RowReader, textOf, unreadable } from "./read-value";
import { foldWord } from "./value.schema";
import type { WordedText } from "./worded-text.schema";

/** The text for the word of the row; `null` for an empty cell, and, with a problem, for a word that is not listed. */
export function wordedTextOf(spec: WordedText | undefined, row: RowReader): LocalizedText | null {
  if (spec === undefined) return null;
  const { column, texts } = spec;
  const word = textOf({ column }, row);
  if (word === null) return null;
  const known = Object.entries(texts).find(([each]) => foldWord(each) === foldWord(word));
  if (known !== undefined) return known[1];
  const words = Object.keys(texts).slice(0, 20);
  unreadable(row, finding("UNKNOWN_WORD", "notInMap", { words }), columnOf({ column }, row.cells), word);
  return null;
}
