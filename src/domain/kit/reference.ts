/** Types of record that an editor refers to by code: each code is looked up. */
export const referredTypes = [
  "actions",
  "areas",
  "centres",
  "indicators",
  "organizations",
  "services",
  "strategies",
  "taxonomyTerms",
] as const;
export type ReferredType = (typeof referredTypes)[number];

/** What a code in a record refers to. */
export type ReferenceTo =
  | ReferredType
  /** Only records without an editor refer to these. */
  | "expenditures"
  /** A term of this taxonomy. */
  | { readonly taxonomy: string }
  /** The record itself. */
  | "ITSELF"
  /** The hub or a source fills it in, never an editor. */
  | "SET_BY_HUB";

/** A field with codes, for example `kindHistory.kindCode`, and what they refer to. */
export interface Reference {
  readonly path: string;
  readonly to: ReferenceTo;
}

/** A code in a record that refers to another record. */
export interface GivenCode {
  /** The field of the record, for example `strategyCodes`. */
  readonly path: string;
  /** The exact place of the code, for example `strategyCodes[1]`. */
  readonly field: string;
  readonly code: string;
  readonly type: ReferredType;
  /** The required taxonomy of the term; `null` when any is allowed. */
  readonly taxonomy: string | null;
}

/** The codes in a record that refer to other records, except those that the hub fills in. */
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
