/** Types of record that edits refer to. */
export const referredTypes = [
  "areas",
  "centres",
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
  /** No editor gives it: the hub fills it in. */
  | "SET_BY_HUB"
  /** It names nothing that the hub holds, as a postal code does. */
  | "NO_REFERENCE";

/** Fields of a record, at any depth, whose name says that they hold codes: `strategyCodes`, `kindHistory.kindCode`. */
type CodePath<T> = T extends readonly (infer Item)[]
  ? CodePath<Item>
  : T extends object
    ? {
        [F in keyof T & string]: F extends `${string}Code` | `${string}Codes` ? F : `${F}.${CodePath<T[F]>}`;
      }[keyof T & string]
    : never;

/** What each code of a record names. A field that is left out does not compile, so none stays unchecked. */
export type References<T> = { readonly [Path in CodePath<T>]: ReferenceTo };

/** A code that an editor may have given. */
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
export const givenCodes = <T>(record: T, references: References<T>): GivenCode[] =>
  Object.entries<ReferenceTo>(references).flatMap(([path, to]) => {
    if (to === "SET_BY_HUB" || to === "NO_REFERENCE") return [];
    const [type, taxonomy] = typeof to === "string" ? [to, null] : (["taxonomyTerms", to.taxonomy] as const);
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
