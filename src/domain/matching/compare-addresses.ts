import { binding, titles } from "./italian-streets";
import { isComplete, type NormalAddress } from "./normal-address";

/** EQUAL: the same words. SIMILAR: the same where both have them, for example with and without a given name. */
export type StreetRelation = "EQUAL" | "SIMILAR" | "OTHER";

/** PART: one is more precise, for example `15` and `15/a`. NEXT_DOOR: the number beside. */
export type NumberRelation = "EQUAL" | "PART" | "NEXT_DOOR" | "OTHER";

/** The largest difference between neighbours: each side of a street has every second number. */
export const nextDoor = 2;

export const isSameTown = (a: NormalAddress, b: NormalAddress): boolean =>
  a.locality === b.locality && a.country === b.country;

/** "Via Aldini" and "Via Antonio Aldini" are similar; so are "Via C. Brivio" and "Via Brivio Cesare". */
export function compareStreets(a: NormalAddress, b: NormalAddress): StreetRelation {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return "OTHER";
  if (a.words.length === 0 || b.words.length === 0) return "OTHER";
  if (isSameName(a.words, b.words)) return a.kind === b.kind ? "EQUAL" : "SIMILAR";
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  return isLessPrecise(short, long) ? "SIMILAR" : "OTHER";
}

/** In any order, since registers put the family name first; and "Monte Grappa" is "Montegrappa". */
const isSameName = (a: readonly string[], b: readonly string[]): boolean =>
  a.join("") === b.join("") || [...a].sort().join(" ") === [...b].sort().join(" ");

/** Whether the longer has each word of the shorter, possibly as an initial, and its other words only add. */
function isLessPrecise(short: readonly string[], long: readonly string[]): boolean {
  const left = [...long];
  let [common, rest] = [0, [...short]];
  for (const word of short) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    rest = without(rest, word);
    if (word.length > 1 && !titles.has(word) && !binding.has(word)) common++;
  }
  for (const word of rest) {
    const at = left.findIndex((other) => isInitialOf(word, other) || isInitialOf(other, word));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return common > 0 && !left.some((word) => binding.has(word));
}

const without = (words: readonly string[], word: string): string[] => words.toSpliced(words.indexOf(word), 1);

const isInitialOf = (initial: string, word: string): boolean =>
  initial.length === 1 && word.startsWith(initial);

export function compareNumbers(a: NormalAddress, b: NormalAddress): NumberRelation {
  if (a.numbers.length === 0 || b.numbers.length === 0) return "PART";
  const [fromA, toA] = [a.numbers[0]!, a.numbers.at(-1)!];
  const [fromB, toB] = [b.numbers[0]!, b.numbers.at(-1)!];
  if (fromA === fromB && toA === toB && a.suffix === b.suffix) return "EQUAL";
  if (fromA <= toB && fromB <= toA)
    return a.suffix === "" || b.suffix === "" || fromA !== fromB ? "PART" : "NEXT_DOOR";
  return Math.max(fromA - toB, fromB - toA) <= nextDoor ? "NEXT_DOOR" : "OTHER";
}

/** Whether both name a door, and not the same one. */
export const isOtherDoor = (a: NormalAddress, b: NormalAddress): boolean =>
  isComplete(a) &&
  isComplete(b) &&
  (!isSameTown(a, b) || compareStreets(a, b) === "OTHER" || compareNumbers(a, b) !== "EQUAL");
