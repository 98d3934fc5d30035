import type { Word } from "./words";

/** A piece of a text, and the positions of the hits in it. */
export interface Excerpt {
  readonly text: string;
  /** In UTF-16 units, in order; they do not overlap. */
  readonly ranges: readonly { readonly start: number; readonly length: number }[];
}

const longest = 160;
const before = 40;

/**
 * The piece of a text around its first hit, at most about 160 characters, cut between words; `…` marks an omission. A
 * short text stays whole.
 * @param hits words of the text, at least one.
 */
export function excerptOf(text: string, hits: readonly Word[]): Excerpt {
  const sorted = withoutOverlaps(hits);
  const [first] = sorted;
  if (first === undefined || text.length <= longest) return { text, ranges: sorted.map(rangeOf(0)) };
  const from = first.start <= before ? 0 : wordStart(text, first.start - before, first.start);
  const firstEnd = first.start + first.length;
  const to = text.length - from <= longest ? text.length : wordEnd(text, from + longest, firstEnd);
  const head = from === 0 ? "" : "…";
  const tail = to === text.length ? "" : "…";
  const inside = sorted.filter(({ start, length }) => start >= from && start + length <= to);
  return {
    text: `${head}${text.slice(from, to).trimEnd()}${tail}`,
    ranges: inside.map(rangeOf(from - head.length)),
  };
}

const rangeOf =
  (shift: number) =>
  ({ start, length }: Word) => ({ start: start - shift, length });

/** Longer ones first if two begin together: a compound contains its words. */
function withoutOverlaps(words: readonly Word[]): Word[] {
  const sorted = [...words].sort((a, b) => a.start - b.start || b.length - a.length);
  const kept: Word[] = [];
  for (const word of sorted) {
    const last = kept.at(-1);
    if (last === undefined || word.start >= last.start + last.length) kept.push(word);
  }
  return kept;
}

/** The first position from `wanted` on at which a word begins, at most `limit`. */
function wordStart(text: string, wanted: number, limit: number): number {
  const blank = text.slice(wanted, limit).search(/\s/u);
  return blank === -1 ? limit : wanted + blank + 1;
}

/** The last position up to `wanted` at which a word ends, at least `limit`. */
function wordEnd(text: string, wanted: number, limit: number): number {
  const end = text.lastIndexOf(" ", wanted);
  return Math.max(end, limit);
}
