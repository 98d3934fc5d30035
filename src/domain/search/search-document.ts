/** Types of records that can be found by a text. */
export const searchTypes = [
  "ACTION",
  "AREA",
  "CENTRE",
  "ORGANIZATION",
  "PARTNERSHIP",
  "SERVICE",
  "STRATEGY",
  "TAXONOMY_TERM",
] as const;
export type SearchType = (typeof searchTypes)[number];

/** The fields of a document, with their weights for the order of results: names count most (docs/methods.md). */
export const searchFieldWeights = {
  NAME: 1,
  ALTERNATE_NAME: 1,
  TERM: 0.4,
  ORGANIZATION: 0.4,
  SERVICE: 0.4,
  AREA: 0.3,
  ADDRESS: 0.3,
  DESCRIPTION: 0.2,
} as const;
export type SearchField = keyof typeof searchFieldWeights;

/** The texts by which one record is found: its own and those of its related records. */
export interface SearchDocument {
  readonly type: SearchType;
  readonly code: string;
  /** Where it is located or whom it serves; none for records without an area. */
  readonly areaCodes: readonly string[];
  readonly texts: readonly { readonly field: SearchField; readonly text: string }[];
}
