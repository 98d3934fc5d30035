import type { Address } from "../places/centre";
import { particles, saints, streetKinds, withinBuilding } from "./italian-streets";

/** The comparable parts of an address, independent of its spelling. */
export interface NormalAddress {
  readonly country: string;
  /** Folded, words joined by a space. */
  readonly locality: string;
  /** Five digits of the field or of the text; `null` if neither has them. */
  readonly postalCode: string | null;
  /** For example `viale`; `null` if absent. */
  readonly kind: string | null;
  /** Of the name, as written, without articles and prepositions. */
  readonly words: readonly string[];
  /** One number, or the first and the last of a range; empty without a number. */
  readonly numbers: readonly number[];
  /** What follows the number: `a`, `bis`, `1`; empty if nothing does. */
  readonly suffix: string;
}

/** Small letters without accents, one form of apostrophe, single spaces. */
const foldedText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘ʼ`´′]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The same for two spellings of a name. */
export const foldedName = (text: string): string => wordsIn(foldedText(text)).join(" ");

const tail = String.raw`(?:\s*[/-]\s*(?:\d{1,4}|bis|ter|quater|[a-z]{1,2})(?![a-z\d])|\s*(?:bis|ter|quater)\b|\s?[a-z]\b)*`;
const prefix = String.raw`(?:(?:numero|num|nr|n|civico|civ)\b[.°º]?\s*)?`;
const inside = String.raw`(?:\s+(?:${withinBuilding})\b.*)?`;
const numberAlone = new RegExp(String.raw`^${prefix}(\d{1,4}${tail})${inside}$`);
const numberAtEnd = new RegExp(String.raw`^(.*?)\s+${prefix}(\d{1,4}${tail})${inside}$`);

/**
 * The parts of an Italian address. Unknown words stay in the name of the street, so that it matches nothing by chance.
 */
export function normalAddress({ streetAddress, locality, postalCode, country }: Address): NormalAddress {
  const town = foldedName(locality);
  const text = foldedText(streetAddress).replace(/\([^)]*\)/g, " ");
  const code = /(?:^|[\s,-])(\d{5})(?=$|[\s,-])/.exec(text)?.[1] ?? null;
  const townAtEnd = new RegExp(String.raw`(?<=\d[a-z]?)\s+${town}$`);
  const onlyTown = new RegExp(`^${town}( [a-z]{2})?$`);
  const parts = (code === null ? text : text.replace(code, " , "))
    .split(/[,;]|\s[-–]\s/)
    .map((part) => part.trim().replace(townAtEnd, ""))
    .filter((part) => part !== "" && !onlyTown.test(foldedName(part)));
  const at = Math.max(
    parts.findIndex((part) => kindOf(part) !== null),
    0,
  );
  const { street, number } = streetAndNumber(parts[at] ?? "", parts[at + 1]);
  const [kind, name] = kindOf(street) ?? [null, street];
  return {
    country: country.toUpperCase(),
    locality: town,
    postalCode: postalCode?.trim() || code,
    kind,
    words: nameWords(name),
    ...numberOf(number),
  };
}

const kindPatterns = streetKinds.map(([spelling, kind]) => {
  const letters = spelling.replace(/\.(?=.)/g, String.raw`\.?`).replace(/\.$/, String.raw`(?:\.|(?=\s))`);
  return { kind, pattern: new RegExp(String.raw`^${letters}(?:[.\s]\s*|(?<=\.)\s*)(?=.)`) };
});

/** The kind of street at the beginning of a text, and the rest. */
function kindOf(text: string): [kind: string, rest: string] | null {
  for (const { kind, pattern } of kindPatterns) {
    const match = pattern.exec(text);
    if (match) return [kind, text.slice(match[0].length)];
  }
  return null;
}

/** The number is at the end of the street, or alone in the part after it. */
function streetAndNumber(part: string, next: string | undefined): { street: string; number: string } {
  const [, street, number] = numberAtEnd.exec(part) ?? [];
  // A number right after the kind is the name: "Via 4".
  if (street !== undefined && number !== undefined && wordsIn(kindOf(`${street} `)?.[1] ?? street).length > 0)
    return { street, number };
  return { street: part, number: numberAlone.exec(next ?? "")?.[1] ?? "" };
}

function nameWords(name: string): string[] {
  const all = wordsIn(name.replace(/\bsnc\b/g, " "));
  const meaningful = all.filter((word) => !particles.has(word));
  return (meaningful.length > 0 ? meaningful : all).map((word, i, words) =>
    saints.has(word) && i < words.length - 1 ? "san" : word,
  );
}

/** Each side of a street has every second number: `71/73` is a range, `26/1` the first door of 26. */
function numberOf(text: string): Pick<NormalAddress, "numbers" | "suffix"> {
  const [first, ...rest] = text.match(/\d+|[a-z]+/g) ?? [];
  if (first === undefined) return { numbers: [], suffix: "" };
  const [from, to] = [Number(first), Number(rest[0])];
  const isRange = to > from && to - from <= longestRange && (to - from) % 2 === 0;
  return isRange
    ? { numbers: [from, to], suffix: rest.slice(1).join("") }
    : { numbers: [from], suffix: rest.join("") };
}

const longestRange = 30;

/** Whether it names one door. */
export const isComplete = ({ words, numbers, locality }: NormalAddress): boolean =>
  words.length > 0 && numbers.length > 0 && locality !== "";
