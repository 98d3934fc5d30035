import { limits } from "../../domain/kit/limits";
import { byText } from "../../domain/kit/order";
import type { StatusOrUnknown } from "../../domain/kit/status";
import { sum } from "../../domain/kit/sum";
import {
  type SearchDocument,
  type SearchField,
  type SearchType,
  searchFieldWeights,
  searchTypeWeights,
} from "../../domain/search/search-document";
import { type Excerpt, excerptOf } from "../../domain/text/excerpt";
import { type TypedWord, typedWords } from "../../domain/text/typed-words";
import { searchWords } from "../../domain/text/words";
import { DocumentTexts } from "./document-texts";
import { type LookedUp, wordsFound } from "./looked-up";
import { type WordHit, WordIndex } from "./word-index";

/** All conditions must hold; absent ones exclude nothing. */
export interface SearchQuery {
  readonly text: string;
  readonly types?: readonly SearchType[];
  readonly areaCode?: string;
  /** Of centres and services; other records have no status and match. */
  readonly statuses?: readonly StatusOrUnknown[];
}

/** Where a document contains the words. */
interface Highlight extends Excerpt {
  readonly field: SearchField;
}

export interface SearchHit {
  readonly type: SearchType;
  readonly code: string;
  /** More than 0 to 1: see docs/methods.md. */
  readonly score: number;
  readonly hasAllWords: boolean;
  highlights(): Highlight[];
}

/** Parts of the score: the words alone, those typed beside each other, and the name. */
const wordsPart = 0.6;
const phrasePart = 0.2;
const namePart = 0.2;
/** Of a thing whose kind was typed: only whole names come before. */
const kindFit = 0.9;
/** Of the evidence of all words: a result with less misses what was meant. */
const leastShare = 0.5;
/** A number beside words, times the rarest of them. */
const numberFactor = 1.5;
const numberEvidence = 2;
const nameWeight = searchFieldWeights.NAME;

/** Published search documents, indexed. */
export class SearchIndex {
  private readonly words: WordIndex;
  private readonly texts: DocumentTexts;

  private readonly documents: readonly SearchDocument[];

  /** @param pieces in which they are published. */
  constructor(pieces: readonly (readonly SearchDocument[])[]) {
    this.documents = pieces.flat();
    this.words = new WordIndex(pieces);
    this.texts = new DocumentTexts(this.documents);
  }

  /** Best first. */
  find({ text, types, areaCode, statuses }: SearchQuery): SearchHit[] {
    const isWanted = ({ type, areaCodes, status }: SearchDocument): boolean =>
      (types === undefined || types.includes(type)) &&
      (statuses === undefined || status === undefined || statuses.includes(status)) &&
      (areaCode === undefined || areaCodes.includes(areaCode));
    const typed = typedWords(text);
    const words = weighed(typed.map((word) => this.lookUp(word, isWanted)));
    const all = withAllWords(words);
    const places = new Set(all.length > 0 ? [...all, ...this.named(words)] : withMostOf(words));
    return [...places].map((place) => this.hitOf(place, words)).sort(inOrder);
  }

  private lookUp(word: TypedWord, isWanted: (document: SearchDocument) => boolean): Rare {
    const hits = this.words.hits(word);
    return {
      meanings: this.words.meanings(word),
      hits: new Map([...hits].filter(([place]) => isWanted(this.documents[place]!))),
      beginning: word.isPrefix ? word.forms[0]! : null,
      isNumber: /^\p{N}+\p{L}?$/u.test(word.forms[0]!),
      rarity: rarityOf(this.documents.length, frequencyOf(hits)),
    };
  }

  /** Documents whose whole name was typed: in "centro anziani Boifava" the name "Boifava". */
  private named(words: readonly LookedUp[]): number[] {
    const inName = words.flatMap(({ hits }) => [...hits].filter(([, { weight }]) => weight === nameWeight));
    const places = new Set(inName.map(([place]) => place));
    return [...places].filter((place) => this.texts.nameFit(place, inNameOf(words, place)) === 1);
  }

  private hitOf(place: number, words: readonly LookedUp[]): SearchHit {
    const { type, code, texts } = this.documents[place]!;
    const found = words.filter(({ hits }) => hits.has(place));
    const whole = weightOf(words);
    const match = sum(found.map(({ weight, hits }) => weight * hits.get(place)!.points)) / whole;
    const phrase = words.length === 1 ? match : this.texts.phraseFit(place, words);
    const name = this.texts.nameFit(place, inNameOf(found, place));
    const typos = sum(found.map(({ hits }) => hits.get(place)!.typos));
    const parts = wordsPart * match + phrasePart * phrase + namePart * name;
    const fit = this.texts.isTermTyped(place, words) ? Math.max(parts, kindFit) : parts;
    const worth = fit * searchTypeWeights[type] * (weightOf(found) / whole);
    return {
      type,
      code,
      // From 0.5 to 1 without mistakes; each tolerated letter halves it, so that no mistake always wins.
      score: Math.round(((1 + worth) / 2 ** (1 + typos)) * 1e9) / 1e9,
      hasAllWords: found.length === words.length,
      highlights: () =>
        texts
          .map(({ field, text }) => ({ field, text, hits: wordsFound(searchWords(text), found, place) }))
          .filter(({ hits }) => hits.length > 0)
          .slice(0, limits.highlights)
          .map(({ field, text, hits }) => ({ field, ...excerptOf(text, hits) })),
    };
  }
}

interface Rare extends Omit<LookedUp, "evidence" | "weight"> {
  readonly isNumber: boolean;
  readonly rarity: number;
}

/** A street number alone proves little; beside its street it counts more than a given name in that street. */
function weighed(words: readonly Rare[]): LookedUp[] {
  const rarest = Math.max(0, ...words.filter(({ isNumber }) => !isNumber).map(({ rarity }) => rarity));
  return words.map(({ isNumber, rarity, ...word }) =>
    isNumber && rarest > 0
      ? { ...word, weight: numberFactor * rarest, evidence: Math.min(rarity, numberEvidence) }
      : { ...word, weight: rarity, evidence: rarity },
  );
}

/** How many documents contain a typed word. Longer words with the same beginning count only if no document does. */
function frequencyOf(hits: ReadonlyMap<number, WordHit>): number {
  const whole = [...hits.values()].filter(({ isBeginning }) => !isBeginning).length;
  return whole > 0 ? whole : hits.size;
}

/**
 * In whole doublings, at least 1: other documents rarely change it, so that a cursor stays valid. A word of no document is
 * the rarest.
 */
const rarityOf = (documents: number, frequency: number): number =>
  Math.max(1, Math.floor(Math.log2(documents / Math.max(frequency, 0.5))));

const weightOf = (words: readonly LookedUp[]): number => sum(words.map(({ weight }) => weight));

const inNameOf = (words: readonly LookedUp[], place: number): LookedUp[] =>
  words.filter(({ hits }) => hits.get(place)?.weight === nameWeight);

/** Documents that contain all words. */
function withAllWords([first, ...others]: readonly LookedUp[]): number[] {
  if (first === undefined) return [];
  return [...first.hits.keys()].filter((place) => others.every(({ hits }) => hits.has(place)));
}

/** Documents that contain the words with most of the weight. */
function withMostOf(words: readonly LookedUp[]): number[] {
  const shares = new Map<number, number>();
  for (const { hits, evidence } of words)
    for (const place of hits.keys()) shares.set(place, (shares.get(place) ?? 0) + evidence);
  const least = leastShare * sum(words.map(({ evidence }) => evidence));
  return [...shares].filter(([, share]) => share >= least).map(([place]) => place);
}

/** Best first, then by type and code: results keep their order, whatever else is published. */
export const inOrder = (a: Placed, b: Placed): number => b.score - a.score || byText(idOf(a), idOf(b));

export type Placed = Pick<SearchHit, "type" | "code" | "score">;

const idOf = ({ type, code }: Placed): string => `${type} ${code}`;
