import { encodeGeohash, geohashNeighbourhood } from "../geo/geohash";
import { nextDoor } from "./compare-addresses";
import { binding, titles } from "./italian-streets";
import type { Place } from "./place";

/** Cells of about 107 x 153 m at 45 degrees north: adjacent places are within the nine cells around one. */
const cellPrecision = 7;

/**
 * The pairs that are worth a comparison, each once: with the same key, with the same name, with a common word of the
 * street and a near or unknown number, or side by side. All other pairs are OTHER, so that 10,000 places need not be
 * compared with all others.
 */
export function candidatePairs(places: readonly Place[]): [number, number][] {
  const bins = new Map<string, number[]>();
  const traits = places.map(traitsOf);
  for (const [i, { stands }] of traits.entries()) {
    for (const key of new Set(stands)) {
      const bin = bins.get(key);
      if (bin) bin.push(i);
      else bins.set(key, [i]);
    }
  }
  // As one number for each pair, so that each appears once.
  const found = new Set<number>();
  for (const [i, { looks }] of traits.entries())
    for (const key of looks)
      for (const j of bins.get(key) ?? [])
        if (i !== j) found.add(Math.min(i, j) * places.length + Math.max(i, j));
  return [...found].map((pair) => [Math.floor(pair / places.length), pair % places.length]);
}

/** The keys of a place, and the keys under which it looks for others. */
interface Traits {
  readonly stands: readonly string[];
  readonly looks: readonly string[];
}

function traitsOf(place: Place): Traits {
  const { identifiers, name, position } = place;
  const both = [`name ${name}`, ...identifiers.map((identifier) => `key ${identifier}`)];
  const ofStreet = streetTraits(place);
  const cells = position === null ? [] : geohashNeighbourhood(position, cellPrecision);
  return {
    stands: [
      ...both,
      ...ofStreet.stands,
      ...(position === null ? [] : [encodeGeohash(position, cellPrecision)]),
    ],
    looks: [...both, ...ofStreet.looks, ...cells],
  };
}

function streetTraits({ address }: Place): Traits {
  if (address === null) return { stands: [], looks: [] };
  const { country, locality, numbers, words } = address;
  // Every other street has one of these words.
  const distinctive = words.filter((word) => word.length > 1 && !titles.has(word) && !binding.has(word));
  const streets = [...(distinctive.length > 0 ? distinctive : words), words.join("")];
  const under = (what: readonly (number | string)[]): string[] =>
    streets.flatMap((word) => what.map((each) => `street ${country} ${locality} ${word} ${each}`));
  const [from, to] = [numbers[0], numbers.at(-1)];
  if (from === undefined || to === undefined)
    return { stands: under(["without"]), looks: under(["without", "with"]) };
  const doors = Array.from({ length: to - from + 1 + 2 * nextDoor }, (_, n) => from - nextDoor + n);
  return { stands: under([...doors.slice(nextDoor, -nextDoor), "with"]), looks: under(doors) };
}
