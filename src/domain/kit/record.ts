import * as z from "zod";
import { canonicalText } from "./canonical-text";
import { InvalidRecordError, problemsOf, type Rules } from "./check";
import { code, group, meaningOf, unwrapped } from "./field";
import type { Reference } from "./reference";

type Fields<Shape extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<Shape, z.core.$strict>>>;

/** The definition of a type of record: its fields, its rules, and how two records merge. */
export interface RecordDefinition<Shape extends z.ZodRawShape = z.ZodRawShape, Name extends string = string> {
  /** Name of the type, the same in storage, schema and messages. */
  readonly name: Name;
  readonly shape: Shape;
  readonly schema: z.ZodType<Fields<Shape>>;
  /**
   * A record from its known fields: an absent field that may be unknown becomes null, an absent list is empty.
   * @throws InvalidRecordError with every problem of the record.
   */
  create(known: Known<Fields<Shape>>): Fields<Shape>;
  /** A record without facts. It is invalid until its required fields are filled in. */
  blank(code: string): Fields<Shape>;
  /**
   * Single values: the first wins unless it is null. Lists: those items of the second are added that the first lacks.
   * A field with a merge rule of its own follows that rule.
   */
  merged(first: Fields<Shape>, second: Fields<Shape>): Fields<Shape>;
  /** The value of an unknown field: null or an empty list; `undefined` when the field is required. */
  unknown(field: string): null | readonly never[] | undefined;
  /** Whether `null` is a value of the field, also of one that most records lack. */
  mayBeNull(field: string): boolean;
  /** JSON Schema 2020-12 of the record, for programs that write one. It lacks the rules between fields. */
  jsonSchema(): object;
  /** The key of the items of a list that is edited item by item; `null` for any other field. */
  itemKey(field: string): ((item: unknown) => string) | null;
  /** Whether the hub sets the field from others. */
  isDerived(field: string): boolean;
  /** Fields with codes of other records. */
  readonly references: readonly Reference[];
}

type MayBeLeftOut<T> = {
  [Field in keyof T]-?: null extends T[Field]
    ? Field
    : undefined extends T[Field]
      ? Field
      : T[Field] extends readonly unknown[]
        ? Exclude<Field, "sourceCodes">
        : never;
}[keyof T];

/** A record in which fields that may be unknown can be left out. */
type Known<T> = Omit<T, MayBeLeftOut<T>> & Partial<Pick<T, MayBeLeftOut<T>>>;

/** The record that a definition describes. */
export type RecordOf<Definition> = Definition extends RecordDefinition<infer Shape> ? Fields<Shape> : never;

/** The code of the record itself. */
export const ownCode = () => code("ITSELF");

/**
 * @param rules conditions between fields. They run only if every field has a value of its type.
 * @param codeOf the public code of a record, for messages.
 */
export function defineRecord<Shape extends z.ZodRawShape, const Name extends string>(
  name: Name,
  shape: Shape,
  rules?: Rules<Fields<Shape>>,
  codeOf: (record: Fields<Shape>) => string = codeField,
): RecordDefinition<Shape, Name> {
  const schema = group(shape, rules) as z.ZodType<Fields<Shape>>;
  const names = Object.keys(shape);
  const schemaOf = (field: string) => shape[field] as z.ZodType;
  const made = (fill: (field: string, schema: z.ZodType) => unknown) =>
    Object.fromEntries(
      names.map((field) => [field, fill(field, schemaOf(field))]).filter(([, value]) => value !== undefined),
    ) as Fields<Shape>;
  const unknown = (field: string): null | readonly never[] | undefined => {
    const schema = schemaOf(field);
    if (schema.type === "nullable") return null;
    return unwrapped(schema).type === "array" && schema.safeParse([]).success ? [] : undefined;
  };
  const nothing = Object.entries(made(unknown));
  const blank = made((_field, schema) => blankOf(schema));
  return {
    name,
    shape,
    schema,
    create(known) {
      const fields: { [field: string]: unknown } = { ...known };
      for (const [field, value] of nothing) if (fields[field] === undefined) fields[field] = value;
      const { data, error } = schema.safeParse(fields);
      if (data) return data;
      const rankOf = (field: string): number => names.indexOf(/^\w*/.exec(field)![0]);
      const problems = problemsOf(error!.issues, fields);
      problems.sort((a, b) => rankOf(a.field) - rankOf(b.field));
      throw new InvalidRecordError(name, codeOf(fields as Fields<Shape>), problems);
    },
    blank: (given) => ({ ...blank, code: given }),
    merged: (first, second) =>
      made((field, schema) => {
        const key = field as keyof Fields<Shape>;
        return mergedValue(schema, first[key], second[key]);
      }),
    unknown,
    mayBeNull: (field) => schemaOf(field).safeParse(null).success,
    jsonSchema: () => ({
      ...z.toJSONSchema(schema, { unrepresentable: "any" }),
      required: names.filter((field) => unknown(field) === undefined && isRequired(schemaOf(field))),
    }),
    itemKey(field) {
      const { key, derived } = shape[field] === undefined ? {} : meaningOf(schemaOf(field));
      return derived ? null : ((key as ((item: unknown) => string) | undefined) ?? null);
    },
    isDerived: (field) => shape[field] !== undefined && meaningOf(schemaOf(field)).derived === true,
    references: referencesOf(schema, ""),
  };
}

const isRequired = (schema: z.ZodType): boolean => schema.type !== "optional";

const codeField = (record: object): string => String((record as { readonly code?: unknown }).code);

function blankOf(schema: z.ZodType): unknown {
  if (schema.type === "optional") return undefined;
  if (schema.type === "nullable") return null;
  const { blank } = meaningOf(schema);
  if (blank !== undefined) return blank;
  const inner = unwrapped(schema);
  if (inner.type === "array") return [];
  if (inner.type !== "object") return "";
  const { shape } = inner as z.ZodObject;
  return Object.fromEntries(Object.entries(shape).map(([field, of]) => [field, blankOf(of as z.ZodType)]));
}

/** `undefined` is a field that an earlier version of the hub did not store. */
function mergedValue(schema: z.ZodType, first: unknown, second: unknown): unknown {
  const { merged, key = canonicalText } = meaningOf(schema);
  if (merged && first !== undefined && second !== undefined) return merged(first as never, second as never);
  if (!Array.isArray(first) || !Array.isArray(second)) return first ?? second ?? blankOf(schema);
  return unionBy(first, second, key as (item: unknown) => string);
}

/** The first list, then the items that only the second has. */
export function unionBy<T>(first: readonly T[], second: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set(first.map(key));
  return [...first, ...second.filter((item) => !seen.has(key(item)))];
}

function referencesOf(schema: z.ZodType, path: string): Reference[] {
  const { names } = meaningOf(schema);
  if (names !== undefined) return [{ path, to: names }];
  const inner = unwrapped(schema);
  if (inner.type === "array") return referencesOf((inner as z.ZodArray<z.ZodType>).element, path);
  if (inner.type !== "object") return [];
  return Object.entries((inner as z.ZodObject).shape).flatMap(([field, of]) =>
    referencesOf(of as z.ZodType, path === "" ? field : `${path}.${field}`),
  );
}
