/** A word of a text, with its position in UTF-16 units. */
export interface Word {
  /** Without case, accents and signs, for comparisons. */
  readonly folded: string;
  readonly start: number;
  readonly length: number;
}

/** Words joined only by an apostrophe or the like, as in "dell'eta" or "co-design"; usually one. */
export type Compound = readonly Word[];

/** Letters and digits only, without case and accents: `Età` is `eta`. Folding twice changes nothing. */
export const fold = (text: string): string => (/^[a-z0-9]*$/.test(text) ? text : foldAny(text));

const foldAny = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Between the words of a compound. Apostrophes have many forms, which are equivalent. */
const joint = /^['’‘ʼ`´′\-‐‑./@_]+$/u;

/** The words of a text, in order. */
export function compoundsOf(text: string): Compound[] {
  const compounds: Word[][] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const folded = fold(match[0]);
    if (folded === "") continue;
    const word = { folded, start: match.index, length: match[0].length };
    const before = joint.test(text.slice(end, match.index)) ? compounds.at(-1) : undefined;
    if (before) before.push(word);
    else compounds.push([word]);
    end = match.index + match[0].length;
  }
  return compounds;
}

/** A compound as one word, as typed without its apostrophe. */
export function joined(compound: Compound): Word {
  const [first, last] = [compound[0]!, compound.at(-1)!];
  return {
    folded: compound.map(({ folded }) => folded).join(""),
    start: first.start,
    length: last.start + last.length - first.start,
  };
}

/** Every word by which a text can be found: its words, then its compounds as one word each. */
export function searchWords(text: string): Word[] {
  const compounds = compoundsOf(text);
  return [...compounds.flat(), ...compounds.filter(({ length }) => length > 1).map(joined)];
}

/** How many wrong letters are tolerated: none in short words, and none in words with a digit. */
export function forgivenTypos(folded: string): 0 | 1 | 2 {
  const letters = [...folded].length;
  if (letters <= 3 || /\p{N}/u.test(folded)) return 0;
  return letters <= 7 ? 1 : 2;
}

/**
 * The stem of a word, the same for the forms of most Italian and English nouns and adjectives: `anziano`, `anziani`,
 * `anziane`; `biblioteca`, `biblioteche`; `house`, `houses`, `housing`. Short words and those with digits stay.
 */
export function withoutEnding(folded: string): string {
  if (folded.length < 4 || /\p{N}/u.test(folded)) return folded;
  const stem = folded
    .replace(/(?<=.{3})ing$|s$/, "")
    .replace(/[aeiouy]+$/, "")
    .replace(/(?<=[cg])h$/, "");
  return stem.length < 3 ? folded : stem;
}
