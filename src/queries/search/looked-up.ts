import type { Word } from "../../domain/text/words";
import type { WordHit } from "./word-index";

/** A word of a query with its hits. */
export interface LookedUp {
  /** The indexed words that it may mean, with their mistakes. */
  readonly meanings: ReadonlyMap<string, number>;
  /** By the index of the document. */
  readonly hits: ReadonlyMap<number, WordHit>;
  /** The word, if it may be unfinished. */
  readonly beginning: string | null;
  /** The rarer the word, the higher. A number beside words decides between their results. */
  readonly weight: number;
  /** What the word alone proves about a result: as the weight, but a number beside words proves little. */
  readonly evidence: number;
}

/** Whether a word of a document is the typed one, with the fewest mistakes in that document. */
export const isMeant = ({ folded }: Word, { meanings, hits }: LookedUp, place: number): boolean => {
  const typos = meanings.get(folded);
  return typos !== undefined && typos === hits.get(place)?.typos;
};

/** The words that match a typed one with the fewest mistakes in the document. */
export const wordsFound = (words: readonly Word[], found: readonly LookedUp[], place: number): Word[] =>
  words.filter((word) => found.some((each) => isMeant(word, each, place)));
