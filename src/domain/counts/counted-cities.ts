import type { CountSubject } from "./count-classes";

/** Records of the same cities: those of one city, of no city, and each set of several cities stand apart, so that sums count each once. */
export interface CountedCities {
  /** Codes, in order. */
  readonly cities: readonly string[];
  /** Of its records. */
  readonly count: number;
}

/** The scope of documents in which the scopes of a subject are listed, under its name. */
export const countScopesName = "counts";

/** The scope of the documents that count the classes of some records: one number for each class. */
export const countScopeName = (
  of: CountSubject,
  dimensions: readonly string[],
  cities: readonly string[],
): string => `${countScopesName}/${of}/${dimensions.join(",")}/${cities.join(",")}`;
