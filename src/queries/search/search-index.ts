import { byText } from "../../domain/kit/order";
import { sum } from "../../domain/kit/sum";
import {
  type SearchDocument,
  type SearchField,
  type SearchType,
  searchFieldWeights,
} from "../../domain/search/search-document";
import { type Excerpt, excerptOf } from "../../domain/text/excerpt";
import { isStopWord } from "../../domain/text/stop-words";
import { type TypedWord, typedWords } from "../../domain/text/typed-words";
import { searchWords, type Word } from "../../domain/text/words";
import { type WordHit, WordIndex } from "./word-index";

/** All conditions must hold; absent ones exclude nothing. */
export interface SearchQuery {
  readonly text: string;
  readonly types?: readonly SearchType[];
  readonly areaCode?: string;
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

const maxHighlights = 5;
/** Weight of a name that equals the text or begins with it. */
const namePart = 0.2;
const nameWeight = searchFieldWeights.NAME;

/** A word of a query with its hits. */
interface LookedUp {
  readonly meanings: ReadonlyMap<string, number>;
  readonly hits: ReadonlyMap<number, WordHit>;
}

/** Published search documents, indexed. */
export class SearchIndex {
  private readonly words: WordIndex;
  /** Of documents in earlier results. */
  private readonly names = new Map<number, readonly Name[]>();

  constructor(private readonly documents: readonly SearchDocument[]) {
    this.words = new WordIndex(documents);
  }

  /** Best first. */
  find({ text, types, areaCode }: SearchQuery): SearchHit[] {
    const isWanted = ({ type, areaCodes }: SearchDocument): boolean =>
      (types === undefined || types.includes(type)) &&
      (areaCode === undefined || areaCodes.includes(areaCode));
    const words = typedWords(text).map((word) => this.lookUp(word, isWanted));
    const rarestFirst = words.toSorted((a, b) => a.hits.size - b.hits.size);
    const weights = new Map(rarestFirst.map((word, rank) => [word, 1 / (1 + rank)]));
    const places = new Set([...withAllWords(words), ...this.named(words)]);
    const found = places.size > 0 ? places : withMostWords(rarestFirst);
    return [...found].map((place) => this.hitOf(place, weights)).sort(inOrder);
  }

  private lookUp(word: TypedWord, isWanted: (document: SearchDocument) => boolean): LookedUp {
    const hits = [...this.words.hits(word)].filter(([place]) => isWanted(this.documents[place]!));
    return { meanings: this.words.meanings(word), hits: new Map(hits) };
  }

  /** Documents whose whole name was typed: in "centro anziani Boifava" the name "Boifava". */
  private named(words: readonly LookedUp[]): number[] {
    const inName = words.flatMap(({ hits }) => [...hits].filter(([, { weight }]) => weight === nameWeight));
    const places = new Set(inName.map(([place]) => place));
    return [...places].filter((place) => this.nameFit(place, words) === 1);
  }

  private nameFit(place: number, words: readonly LookedUp[]): number {
    const found = words.filter(({ hits }) => hits.get(place)?.weight === nameWeight);
    if (found.length === 0) return 0;
    return Math.max(...this.namesOf(place).map((name) => fitOf(name, found, place)));
  }

  private namesOf(place: number): readonly Name[] {
    const known = this.names.get(place);
    if (known) return known;
    const texts = this.documents[place]!.texts.filter(({ field }) => field === "NAME");
    const names = texts.map(({ text }) => nameOf(searchWords(text)));
    this.names.set(place, names);
    return names;
  }

  private hitOf(place: number, weights: ReadonlyMap<LookedUp, number>): SearchHit {
    const { type, code, texts } = this.documents[place]!;
    const found = [...weights.keys()].filter(({ hits }) => hits.has(place));
    const points = found.map((word) => weights.get(word)! * word.hits.get(place)!.points);
    const typos = sum(found.map((word) => word.hits.get(place)!.typos));
    const name = this.nameFit(place, found);
    const fit = (1 - namePart) * (sum(points) / sum([...weights.values()])) + namePart * name;
    return {
      type,
      code,
      // From 0.5 to 1 without mistakes; each tolerated letter halves it, so that no mistake always wins.
      score: Math.round(((1 + fit) / 2 ** (1 + typos)) * 1e9) / 1e9,
      hasAllWords: found.length === weights.size,
      highlights: () =>
        texts
          .map(({ field, text }) => ({ field, text, hits: wordsFound(searchWords(text), found, place) }))
          .filter(({ hits }) => hits.length > 0)
          .slice(0, maxHighlights)
          .map(({ field, text, hits }) => ({ field, ...excerptOf(text, hits) })),
    };
  }
}

/** Documents that contain all words. */
function withAllWords(words: readonly LookedUp[]): number[] {
  const [first, ...others] = words;
  if (first === undefined) return [];
  return [...first.hits.keys()].filter((place) => others.every(({ hits }) => hits.has(place)));
}

/**
 * If no document contains all words, some are left out until one does: first those that occur nowhere without a
 * mistake, then the commonest, because rare words are more specific.
 */
function withMostWords(rarestFirst: readonly LookedUp[]): number[] {
  const isSpelled = ({ hits }: LookedUp): boolean => [...hits.values()].some(({ typos }) => typos === 0);
  const present = rarestFirst.filter(({ hits }) => hits.size > 0);
  const order = [...present.filter(isSpelled), ...present.filter((word) => !isSpelled(word))];
  for (let count = order.length; count > 0; count--) {
    const places = withAllWords(order.slice(0, count));
    if (places.length > 0) return places;
  }
  return [];
}

/** The words that match a typed one with the fewest mistakes in the document. */
const wordsFound = (words: readonly Word[], found: readonly LookedUp[], place: number): Word[] =>
  words.filter(({ folded }) =>
    found.some(({ meanings, hits }) => meanings.get(folded) === hits.get(place)?.typos),
  );

/** The parts of a name that must be typed, if known. */
interface Name {
  readonly words: readonly Word[];
  readonly letters: number;
}

/** Articles need not be typed. */
function nameOf(all: readonly Word[]): Name {
  const meaningful = all.filter(({ folded }) => !isStopWord(folded));
  const words = meaningful.length > 0 ? meaningful : all;
  return { words, letters: lettersIn(words) };
}

/** 1: every word of the name was typed; down to 0.5: its beginning was; below: another part of it. */
function fitOf({ words, letters }: Name, found: readonly LookedUp[], place: number): number {
  const typed = wordsFound(words, found, place);
  const share = typed.length === 0 ? 0 : lettersIn(typed) / letters;
  if (share === 1) return 1;
  return typed.some(({ start }) => start === words[0]?.start) ? (1 + share) / 2 : share / 2;
}

/** A compound and its words share their letters. */
const lettersIn = (words: readonly Word[]): number =>
  new Set(words.flatMap(({ start, length }) => Array.from({ length }, (_, i) => start + i))).size;

/** Best first, then by type and code: results keep their order, whatever else is published. */
export const inOrder = (a: Placed, b: Placed): number => b.score - a.score || byText(idOf(a), idOf(b));

export type Placed = Pick<SearchHit, "type" | "code" | "score">;

const idOf = ({ type, code }: Placed): string => `${type} ${code}`;
