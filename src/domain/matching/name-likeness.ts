import type { Centre } from "../places/centre";
import { foldedName, wordsIn } from "./normal-address";

type Named = Pick<Centre, "alternateName" | "name">;

/** A word in a larger share of the names says nothing about one place, for example "library". */
const commonShare = 0.05;
const fewestCommon = 5;

/** The words of each name of a place, folded. */
const namesOf = ({ name, alternateName }: Named): string[][] =>
  [name, alternateName ?? ""].map((text) => wordsIn(foldedName(text))).filter(({ length }) => length > 0);

/**
 * How alike the names of two places are, from 0 to 1: the mean of the share of common words in both names and in the shorter
 * one. Numbers, and words that many of the places have, count only in names that have nothing else.
 * @param all the places of the hub.
 */
export function nameLikeness(all: readonly Named[]): (a: Named, b: Named) => number {
  const counts = new Map<string, number>();
  for (const place of all)
    for (const word of new Set(namesOf(place).flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(fewestCommon, commonShare * all.length);
  const telling = (words: readonly string[]): ReadonlySet<string> => {
    const rare = words.filter((word) => counts.get(word)! <= most && !/^\p{N}+$/u.test(word));
    return new Set(rare.length > 0 ? rare : words);
  };
  return (a, b) => {
    const [ofA, ofB] = [a, b].map((place) => namesOf(place).map(telling));
    return Math.max(0, ...ofA!.flatMap((words) => ofB!.map((others) => likeness(words, others))));
  };
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return (common / Math.min(a.size, b.size) + (2 * common) / (a.size + b.size)) / 2;
}
