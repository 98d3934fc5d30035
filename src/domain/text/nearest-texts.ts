import { byText } from "../kit/order";

/** Letters of a text that are compared: the time grows with the product of both lengths. */
const comparedLetters = 100;

/** A text with more mistakes than this share of its letters is another text. */
const mostMistaken = 0.6;
/** Of those, when there is no other. */
const fewest = 3;

/** Fewest single letters to add, leave out, replace or swap with a neighbour (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (isSame ? 0 : 1),
        isSwapped ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length]!;
}

/**
 * The texts that a mistyped one most resembles, best first. Letter case does not matter, and the part before the last colon
 * may be missing: `CAM` is near to `centre-kind:CAM`. If none resembles it, the first three.
 */
export function nearestTexts(typed: string, known: readonly string[], most: number): string[] {
  const wanted = typed.slice(0, comparedLetters).toLowerCase();
  const ranked = [...new Set(known)].map((text) => {
    const whole = text.toLowerCase();
    const distance = editDistance(wanted, whole);
    const end = whole.slice(whole.lastIndexOf(":") + 1);
    const isWhole = wanted.includes(":") || end === whole;
    return {
      text,
      distance: isWhole ? distance : Math.min(distance, editDistance(wanted, end) + 0.5),
      begin: sameBeginning(wanted, whole),
    };
  });
  ranked.sort((a, b) => a.distance - b.distance || b.begin - a.begin || byText(a.text, b.text));
  const near = ranked.filter(({ distance }) => distance <= wanted.length * mostMistaken);
  return (near.length > 0 ? near.slice(0, most) : ranked.slice(0, fewest)).map(({ text }) => text);
}

function sameBeginning(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}
