import { type SearchDocument, searchFieldWeights } from "../../domain/search/search-document";
import { isStopWord } from "../../domain/text/stop-words";
import { searchWords, type Word, withoutEnding } from "../../domain/text/words";
import { isMeant, type LookedUp, wordsFound } from "./looked-up";

/** Words of a short text, without articles. */
interface ShortText {
  readonly isName: boolean;
  readonly isTerm: boolean;
  readonly weight: number;
  readonly words: readonly Word[];
  readonly letters: number;
}

/** How the short texts of a document fit the words of a query: as a name, and as a phrase. */
export class DocumentTexts {
  /** Of documents in earlier results. */
  private readonly known = new Map<number, readonly ShortText[]>();

  constructor(private readonly documents: readonly SearchDocument[]) {}

  /** 1: every word of a name was typed; down to 0.5: its beginning was; below: another part of it; 0: no word. */
  nameFit(place: number, found: readonly LookedUp[]): number {
    if (found.length === 0) return 0;
    const names = this.textsOf(place).filter(({ isName }) => isName);
    return Math.max(0, ...names.map((name) => fitOf(name, found, place)));
  }

  /** Whether a whole term was typed and nothing else, for example the kind of a centre. */
  isTermTyped(place: number, typed: readonly LookedUp[]): boolean {
    const terms = this.textsOf(place).filter(({ isTerm }) => isTerm);
    return terms.some(
      (term) =>
        fitOf(term, typed, place) === 1 &&
        typed.every((word) => term.words.some((each) => isMeant(each, word, place))),
    );
  }

  /** The share of typed neighbours that are neighbours in one text too, times the weight of its field. */
  phraseFit(place: number, typed: readonly LookedUp[]): number {
    const pairs = typed.slice(1).map((second, i) => [typed[i]!, second] as const);
    return Math.max(
      0,
      ...this.textsOf(place).map(({ words, weight }) => {
        const beside = pairs.filter(([first, second]) =>
          words.some((word, i) => {
            const next = words[i + 1];
            return next !== undefined && isMeant(word, first, place) && isMeant(next, second, place);
          }),
        );
        return (weight * beside.length) / pairs.length;
      }),
    );
  }

  private textsOf(place: number): readonly ShortText[] {
    const known = this.known.get(place);
    if (known) return known;
    const short = this.documents[place]!.texts.filter(({ field }) => field !== "DESCRIPTION");
    const texts = short.map(({ field, text }) => {
      const weight = searchFieldWeights[field];
      const words = withoutArticles(searchWords(text));
      const isName = weight === searchFieldWeights.NAME;
      return { isName, isTerm: field === "TERM", weight, words, letters: lettersIn(words) };
    });
    this.known.set(place, texts);
    return texts;
  }
}

/** Articles need not be typed. */
function withoutArticles(words: readonly Word[]): readonly Word[] {
  const meaningful = words.filter(({ folded }) => !isStopWord(folded));
  return meaningful.length > 0 ? meaningful : words;
}

function fitOf({ words, letters }: ShortText, found: readonly LookedUp[], place: number): number {
  const typed = wordsFound(words, found, place).map((word) => typedPartOf(word, found));
  const share = typed.length === 0 ? 0 : lettersIn(typed) / letters;
  if (share === 1) return 1;
  return typed.some(({ start }) => start === words[0]?.start) ? (1 + share) / 2 : share / 2;
}

/** Of a word whose beginning was typed, that beginning; otherwise the whole word. */
function typedPartOf(word: Word, found: readonly LookedUp[]): Word {
  const { beginning } = found.at(-1)!;
  const isBegun =
    beginning !== null &&
    word.folded !== beginning &&
    word.folded.startsWith(beginning) &&
    withoutEnding(word.folded) !== withoutEnding(beginning);
  return isBegun ? { ...word, length: Math.min(word.length, beginning.length) } : word;
}

/** A compound and its words share their letters. */
function lettersIn(words: readonly Word[]): number {
  let [letters, end] = [0, 0];
  for (const word of [...words].sort((a, b) => a.start - b.start)) {
    letters += Math.max(0, word.start + word.length - Math.max(end, word.start));
    end = Math.max(end, word.start + word.length);
  }
  return letters;
}
