/** By what a person is recognised in texts. */
type PersonTermKind = "EMAIL" | "NAME" | "PHONE";

/** What names a person, in one spelling for all that mean the same. */
export interface PersonTerm {
  readonly kind: PersonTermKind;
  readonly term: string;
}

/** Terms that are known, for example by their hashes alone. */
export interface PersonTerms {
  has(term: PersonTerm): boolean;
  /** Numbers of words of the known names. */
  readonly nameLengths: readonly number[];
}

/** Fewest words of a name: with one, every namesake would be erased too. */
export const fewestWords = 2;
/** Digits of a telephone number. */
export const phoneDigits = { smallest: 6, largest: 15 } as const;

export const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** Words of a name in alphabetical order, without accents: registers write "ROSSI Maria" and "Maria Rossi". */
export const nameTerm = (words: readonly string[]): PersonTerm => ({
  kind: "NAME",
  term: words.map(folded).sort().join(" "),
});

const folded = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();

export const emailTerm = (address: string): PersonTerm => ({
  kind: "EMAIL",
  term: address.trim().toLowerCase(),
});

/** The ways to dial a number: with the code of a country, of one to three digits, also without it. */
export function phoneTerms(number: string): PersonTerm[] {
  const isInternational = /^\s*(?:\+|00)/.test(number);
  const digits = number.replace(/\D/g, "").replace(isInternational ? /^00/ : /(?!)/, "");
  const local = isInternational ? [1, 2, 3].map((length) => digits.slice(length)) : [];
  return [digits, ...local]
    .filter(({ length }) => length >= phoneDigits.smallest)
    .map((term) => ({ kind: "PHONE", term }));
}

/** The words of a text. */
export const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];
