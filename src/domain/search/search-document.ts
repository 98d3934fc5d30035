import type { StatusOrUnknown } from "../kit/status";

/** Types of records that can be found by a text. */
export const searchTypes = [
  "ACTION",
  "AREA",
  "CENTRE",
  "INDICATOR",
  "LOCATION",
  "ORGANIZATION",
  "PARTNERSHIP",
  "SERVICE",
  "SOURCE",
  "STRATEGY",
  "TAXONOMY_TERM",
] as const;
export type SearchType = (typeof searchTypes)[number];

/** Weights of the types: who types a word rather looks for a place or a service than for the term of that name. */
export const searchTypeWeights: Readonly<Record<SearchType, number>> = {
  ACTION: 0.8,
  AREA: 0.95,
  CENTRE: 1,
  INDICATOR: 0.5,
  LOCATION: 0.7,
  ORGANIZATION: 0.9,
  PARTNERSHIP: 0.8,
  SERVICE: 1,
  SOURCE: 0.4,
  STRATEGY: 0.9,
  TAXONOMY_TERM: 0.3,
};

/** The fields of a document, with their weights for the order of results: names count most (docs/methods.md). */
export const searchFieldWeights = {
  NAME: 1,
  ALTERNATE_NAME: 1,
  ADDRESS: 0.6,
  TERM: 0.6,
  ORGANIZATION: 0.4,
  SERVICE: 0.4,
  AREA: 0.3,
  DESCRIPTION: 0.2,
} as const;
export type SearchField = keyof typeof searchFieldWeights;

/** The texts by which one record is found: its own and those of its related records. */
export interface SearchDocument {
  readonly type: SearchType;
  readonly code: string;
  /** Of a centre or a service; absent for others. */
  readonly status?: StatusOrUnknown;
  /** Where it is located or whom it serves; none for records without an area. */
  readonly areaCodes: readonly string[];
  readonly texts: readonly { readonly field: SearchField; readonly text: string }[];
}
