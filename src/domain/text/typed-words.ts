import { isStopWord } from "./stop-words";
import { compoundsOf, joined } from "./words";

/** A word of a search, for look-up. */
export interface TypedWord {
  /** The word, and the compound that contains it: "dell'eta" is searched as "eta" and as "delleta". */
  readonly forms: readonly string[];
  /** The word may be unfinished: it is the last one typed. */
  readonly isPrefix: boolean;
}

/** The words that count in a search, each once. Articles and the like count only if nothing else was typed. */
export function typedWords(text: string): TypedWord[] {
  const compounds = compoundsOf(text);
  const last = compounds.at(-1)?.at(-1);
  const all = compounds.flatMap((compound) =>
    compound.map((word) => ({
      forms: [...new Set([word.folded, joined(compound).folded])],
      isPrefix: word === last,
    })),
  );
  const meaningful = all.filter(({ forms }) => !isStopWord(forms[0]!));
  const counting = meaningful.length > 0 ? meaningful : all;
  // The last of two equal words, because it may be unfinished.
  return counting.filter(
    ({ forms }, i) => counting.findLastIndex((other) => other.forms[0] === forms[0]) === i,
  );
}
