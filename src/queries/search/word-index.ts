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

/** The words of some documents, which are identified by their index in the list. */
class WordSegment {
  readonly postings = new SearchableMap<Map<number, number>>();
  readonly sameWithoutEnding = new Map<string, string[]>();

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
}

/** A published piece of documents keeps its words from version to version. */
const known = new WeakMap<readonly SearchDocument[], WordSegment>();

function segmentOf(documents: readonly SearchDocument[]): WordSegment {
  const segment = known.get(documents) ?? new WordSegment(documents);
  known.set(documents, segment);
  return segment;
}

/** Which documents contain which words; also finds misspelled words and beginnings of words. */
export class WordIndex {
  private readonly segments: readonly { readonly segment: WordSegment; readonly offset: number }[];

  /** @param pieces of documents, which are identified by their index in all of them together. */
  constructor(pieces: readonly (readonly SearchDocument[])[]) {
    let offset = 0;
    this.segments = pieces.map((documents) => {
      const own = { segment: segmentOf(documents), offset };
      offset += documents.length;
      return own;
    });
  }

  /** The best hit of a typed word in each document that has any: without mistakes before with some. */
  hits(word: TypedWord): Map<number, WordHit> {
    const best = new Map<number, WordHit>();
    for (const [, typos, factor, documents, offset] of this.found(word)) {
      const isBeginning = factor === prefixFactor;
      for (const [local, weight] of documents) {
        const place = offset + local;
        const other = best.get(place);
        const points = weight * factor;
        if (other === undefined || isBetter(typos, points, other))
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
    for (const [i, form] of forms.entries())
      for (const { segment, offset } of this.segments) {
        const { postings, sameWithoutEnding } = segment;
        for (const spelling of streetSpellings.get(form) ?? [form]) {
          const documents = postings.get(spelling);
          if (documents) yield [spelling, 0, 1, documents, offset];
        }
        for (const indexed of sameWithoutEnding.get(withoutEnding(form)) ?? [])
          if (indexed !== form) yield [indexed, 0, endingFactor, postings.get(indexed)!, offset];
        if (isPrefix && i === 0 && form.length >= shortestPrefix && !/\p{N}/u.test(form))
          for (const [indexed, documents] of postings.atPrefix(form))
            if (indexed !== form) yield [indexed, 0, prefixFactor, documents, offset];
      }
  }

  private *misspelled(form: string): Generator<Found> {
    const allowed = forgivenTypos(form);
    if (allowed === 0) return;
    // People rarely mistake the first letter: "caldo" is not "saldo".
    for (const { segment, offset } of this.segments)
      for (const [indexed, [documents, typos]] of segment.postings.fuzzyGet(form, allowed))
        if (indexed[0] === form[0]) yield [indexed, typos as 0 | 1 | 2, 1, documents, offset];
    yield* this.withSwappedLetters(form);
  }

  /** Two neighbouring letters in the wrong order are one mistake, not two. */
  private *withSwappedLetters(form: string): Generator<Found> {
    for (let i = 0; i + 1 < form.length; i++) {
      const swapped = form.slice(0, i) + form[i + 1] + form[i] + form.slice(i + 2);
      if (swapped === form) continue;
      for (const { segment, offset } of this.segments) {
        const documents = segment.postings.get(swapped);
        if (documents) yield [swapped, 1, 1, documents, offset];
      }
    }
  }
}

type Found = readonly [
  indexed: string,
  typos: 0 | 1 | 2,
  factor: number,
  documents: ReadonlyMap<number, number>,
  /** The index of the first document of their piece. */
  offset: number,
];

const isBetter = (typos: number, points: number, known: WordHit): boolean =>
  typos < known.typos || (typos === known.typos && points > known.points);
