import type { ValueSpec } from "./cell.schema";
import { columnsOfTemplate } from "./read-value";

/** More areas than any city has: a larger range has a wrong maximum. */
export const maxClosedAreas = 2_000;

/**
 * The codes of areas by their numbers or words, if the mapping file states all of them: an integer with minimum and
 * maximum, whose areas need not be in the hub yet, or a map of words. `null` without either.
 */
export function closedAreas(spec: ValueSpec): ReadonlyMap<number | string, string> | null {
  const { type, minimum, maximum, template, map, prefix = "" } = spec;
  if (map !== undefined) {
    const ofWords = Object.entries(map).flatMap(([word, code]) =>
      code === null ? [] : [[`${prefix}${code}`, word] as const],
    );
    // Two spellings of one area are one area.
    return new Map([...new Map(ofWords)].map(([code, word]) => [word, code]));
  }
  if (type !== "integer" || minimum === undefined || maximum === undefined) return null;
  if (template !== undefined && columnsOfTemplate(template).length !== 1) return null;
  const count = Math.min(maximum - minimum + 1, maxClosedAreas);
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, i) => minimum + i);
  const codeOf = (number: number): string =>
    `${prefix}${template === undefined ? number : template.replace(/\{[^{}]+\}/, String(number))}`;
  return new Map(numbers.map((number) => [number, codeOf(number)]));
}

export const isClosed = ({ type, minimum, maximum }: ValueSpec): boolean =>
  type === "integer" && minimum !== undefined && maximum !== undefined;
