import SearchableMap from "minisearch/SearchableMap";
import { streetKinds } from "../../domain/matching/italian-streets";
import {
  type SearchDocument,
  type SearchField,
  searchFieldWeights,
} from "../../domain/search/search-document";
import type { TypedWord } from "../../domain/text/typed-words";
import { forgivenTypos, searchWords, withoutEnding } from "../../domain/text/words";

/** How well a typed word matches a document: the matched word, and its weight. */
export interface WordHit {
  readonly typos: 0 | 1 | 2;
  /** Of the field with the highest weight that contains it. */
  readonly weight: number;
  /** 0 to 1: the weight, reduced if the ending differs or only the beginning was typed. */
  readonly points: number;
  /** Only the beginning was typed. */
  readonly isBeginning: boolean;
}

/** The word has another ending, for instance a plural. */
const endingFactor = 0.9;
/** Only the beginning of a word was typed. */
const prefixFactor = 0.6;
/** The spellings of a kind of street by each of them, without dots: `vle` and `viale`. One letter may be an initial. */
const streetSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  streetKinds.flatMap(([spelling, kind]) => {
    const same = streetKinds.filter((each) => each[1] === kind).map(([each]) => each.replaceAll(".", ""));
    const own = spelling.replaceAll(".", "");
    return own.length > 1 ? [[own, [...new Set(same)].filter((each) => each.length > 1)] as const] : [];
  }),
);
/** One letter matches too many words. */
const shortestPrefix = 2;

/** Which documents contain which words; also finds misspelled words and beginnings of words. */
export class WordIndex {
  private readonly postings = new SearchableMap<Map<number, number>>();
  private readonly sameWithoutEnding = new Map<string, string[]>();

  /** @param documents are identified by their index in this list. */
  constructor(documents: readonly SearchDocument[]) {
    for (const [place, { texts }] of documents.entries())
      for (const { field, text } of texts) this.add(place, field, text);
  }

  private add(place: number, field: SearchField, text: string): void {
    const weight = searchFieldWeights[field];
    for (const { folded } of searchWords(text)) {
      const documents = this.postings.get(folded) ?? this.newWord(folded);
      if ((documents.get(place) ?? 0) < weight) documents.set(place, weight);
    }
  }

  private newWord(folded: string): Map<number, number> {
    const documents = new Map<number, number>();
    this.postings.set(folded, documents);
    const stem = withoutEnding(folded);
    const same = this.sameWithoutEnding.get(stem);
    if (same) same.push(folded);
    else this.sameWithoutEnding.set(stem, [folded]);
    return documents;
  }

  /** The best hit of a typed word in each document that has any: without mistakes before with some. */
  hits(word: TypedWord): Map<number, WordHit> {
    const best = new Map<number, WordHit>();
    for (const [, typos, factor, documents] of this.found(word)) {
      const isBeginning = factor === prefixFactor;
      for (const [place, weight] of documents) {
        const known = best.get(place);
        const points = weight * factor;
        if (known === undefined || isBetter(typos, points, known))
          best.set(place, { typos, weight, points, isBeginning });
      }
    }
    return best;
  }

  /** The indexed words that a typed word may mean, each with its fewest mistakes. */
  meanings(word: TypedWord): Map<string, 0 | 1 | 2> {
    const meanings = new Map<string, 0 | 1 | 2>();
    for (const [indexed, typos] of this.found(word))
      if (typos <= (meanings.get(indexed) ?? 2)) meanings.set(indexed, typos);
    return meanings;
  }

  private found(word: TypedWord): Iterable<Found> {
    // A word that some document contains was not misspelled: "comunità" does not mean "community".
    const spelled = [...this.spelled(word)];
    return spelled.length > 0 ? spelled : word.forms.flatMap((form) => [...this.misspelled(form)]);
  }

  private *spelled({ forms, isPrefix }: TypedWord): Generator<Found> {
    for (const [i, form] of forms.entries()) {
      for (const spelling of streetSpellings.get(form) ?? [form]) {
        const documents = this.postings.get(spelling);
        if (documents) yield [spelling, 0, 1, documents];
      }
      for (const indexed of this.sameWithoutEnding.get(withoutEnding(form)) ?? [])
        if (indexed !== form) yield [indexed, 0, endingFactor, this.postings.get(indexed)!];
      if (isPrefix && i === 0 && form.length >= shortestPrefix && !/\p{N}/u.test(form))
        for (const [indexed, documents] of this.postings.atPrefix(form))
          if (indexed !== form) yield [indexed, 0, prefixFactor, documents];
    }
  }

  private *misspelled(form: string): Generator<Found> {
    const allowed = forgivenTypos(form);
    if (allowed === 0) return;
    // People rarely mistake the first letter: "caldo" is not "saldo".
    for (const [indexed, [documents, typos]] of this.postings.fuzzyGet(form, allowed))
      if (indexed[0] === form[0]) yield [indexed, typos as 0 | 1 | 2, 1, documents];
    yield* this.withSwappedLetters(form);
  }

  /** Two neighbouring letters in the wrong order are one mistake, not two. */
  private *withSwappedLetters(form: string): Generator<Found> {
    for (let i = 0; i + 1 < form.length; i++) {
      const swapped = form.slice(0, i) + form[i + 1] + form[i] + form.slice(i + 2);
      const documents = swapped === form ? undefined : this.postings.get(swapped);
      if (documents) yield [swapped, 1, 1, documents];
    }
  }
}

type Found = readonly [
  indexed: string,
  typos: 0 | 1 | 2,
  factor: number,
  documents: ReadonlyMap<number, number>,
];

const isBetter = (typos: number, points: number, known: WordHit): boolean =>
  typos < known.typos || (typos === known.typos && points > known.points);
