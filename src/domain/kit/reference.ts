/** Types of record that codes of other records name. */
export const referredTypes = [
  "areas",
  "centres",
  "indicators",
  "organizations",
  "services",
  "strategies",
  "taxonomyTerms",
] as const;
export type ReferredType = (typeof referredTypes)[number];

/** What a code of a record names. */
export type ReferenceTo =
  | ReferredType
  /** A term of this taxonomy only. */
  | { readonly taxonomy: string }
  /** The record itself. */
  | "ITSELF"
  /** No editor gives it: the hub or a source fills it in. */
  | "SET_BY_HUB";
