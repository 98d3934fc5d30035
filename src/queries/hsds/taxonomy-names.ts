import { vocabularyName } from "../../domain/hsds/vocabulary";
import { distinctSorted } from "../../domain/kit/distinct";
import type { HsdsListed } from "../../storage/documents/hsds.repository";
import type { HsdsReading } from "./reading";

const named = new WeakMap<readonly HsdsListed[], readonly string[]>();

/** Pieces stay the same from version to version, and so do the names in them. */
function namesIn(entries: readonly HsdsListed[]): readonly string[] {
  const known = named.get(entries);
  if (known !== undefined) return known;
  const names = distinctSorted(entries.flatMap(({ taxonomy }) => taxonomy ?? []));
  named.set(entries, names);
  return names;
}

/** The vocabularies of the terms, in order, and last the hub's own for attributes. */
export const taxonomyNames = ({ repositories }: HsdsReading): string[] => [
  ...distinctSorted(repositories.hsds.segments("taxonomy_term").flatMap(namesIn)),
  vocabularyName,
];
