import type { Item } from "../engine/key";
import { inPresentForm } from "../records/form";
import { isIndexPlace, keyAt } from "./published-items";

/** A sorted, immutable part of a snapshot. */
export interface Page {
  readonly places: readonly string[];
  /** In the order of the places; `null` for an entry of an index. */
  readonly items: readonly (Item | null)[];
  /** Characters of its text. */
  readonly size: number;
}

/** An entry of a page with its text. */
export interface Entry {
  readonly place: string;
  readonly item: Item | null;
}

/** Large enough to compress well, small enough to replace at each edit: docs/decisions/0036. */
const fullEntries = 128;
const fullSize = 100_000;
/** A page is divided only above this, so that one more entry does not divide it again. */
const mostEntries = 256;
const mostSize = 200_000;

/** @returns the text of the entries: their places, and the rest of each item. */
function textOf({ place, item }: Entry): string {
  if (item === null) return `[${JSON.stringify(place)}]`;
  const { pk: _pk, sk: _sk, ...rest } = item;
  return `[${JSON.stringify(place)},${JSON.stringify(rest)}]`;
}

/** A page before it is written. */
export interface Draft {
  readonly page: Page;
  readonly text: string;
}

/** The entries as one page, or as several of similar size if they are too many for one. */
export function pagesOf(entries: readonly Entry[]): Draft[] {
  const texts = entries.map(textOf);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  if (entries.length <= mostEntries && size <= mostSize)
    return entries.length === 0 ? [] : [draftOf(entries, texts)];
  const drafts: Draft[] = [];
  let [from, length] = [0, 0];
  for (let i = 0; i <= entries.length; i++) {
    const next = texts[i]?.length ?? Number.POSITIVE_INFINITY;
    if (i > from && (i - from >= fullEntries || length + next > fullSize)) {
      drafts.push(draftOf(entries.slice(from, i), texts.slice(from, i)));
      [from, length] = [i, 0];
    }
    length += next;
  }
  return drafts;
}

const draftOf = (entries: readonly Entry[], texts: readonly string[]): Draft => {
  const text = `[${texts.join(",")}]`;
  const page = {
    places: entries.map(({ place }) => place),
    items: entries.map(({ item }) => item),
    size: text.length,
  };
  return { page, text };
};

export function pageOfText(text: string): Page {
  const entries = JSON.parse(text) as (readonly [string] | readonly [string, object])[];
  const places: string[] = new Array(entries.length);
  const items: (Item | null)[] = new Array(entries.length);
  for (let i = 0; i < entries.length; i++) {
    const [place, rest] = entries[i]!;
    places[i] = place;
    items[i] = rest === undefined || isIndexPlace(place) ? null : inPresentForm({ ...keyAt(place), ...rest });
  }
  return { places, items, size: text.length };
}

/** The number of sorted texts before one: its place, if it is among them. */
export function lowerBound(texts: readonly string[], wanted: string): number {
  let [from, to] = [0, texts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (texts[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
