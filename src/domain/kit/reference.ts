/** Types of record that codes of editors name: each such code is looked up. */
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
  /** Only records that nobody edits name these. */
  | "actions"
  | "expenditures"
  /** A term of this taxonomy only. */
  | { readonly taxonomy: string }
  /** The record itself. */
  | "ITSELF"
  /** No editor gives it: the hub or a source fills it in. */
  | "SET_BY_HUB";

/** Where codes stand in a record, for example `kindHistory.kindCode`, and what they name. */
export interface Reference {
  readonly path: string;
  readonly to: ReferenceTo;
}

/** A code in a record that names another record. */
export interface GivenCode {
  /** The field of the record, for example `strategyCodes`. */
  readonly path: string;
  /** Where in it the code stands, for example `strategyCodes[1]`. */
  readonly field: string;
  readonly code: string;
  readonly type: ReferredType;
  /** The taxonomy that the term must be of; `null` where any will do. */
  readonly taxonomy: string | null;
}

/** The codes of a record that name other records, without those that the hub fills in. */
export const givenCodes = (record: object, references: readonly Reference[]): GivenCode[] =>
  references.flatMap(({ path, to }) => {
    const type = typeof to === "string" ? referredTypes.find((each) => each === to) : "taxonomyTerms";
    if (type === undefined) return [];
    const taxonomy = typeof to === "string" ? null : to.taxonomy;
    return codesAt(record, path.split("."), "").map((found) => ({ ...found, path, type, taxonomy }));
  });

function codesAt(
  value: unknown,
  path: readonly string[],
  field: string,
): Pick<GivenCode, "field" | "code">[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => codesAt(item, path, `${field}[${i}]`));
  const [name, ...rest] = path;
  if (name === undefined) return [{ field, code: String(value) }];
  return codesAt((value as Record<string, unknown>)[name], rest, field === "" ? name : `${field}.${name}`);
}
