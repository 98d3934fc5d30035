import * as z from "zod";
import { canonicalText } from "./canonical-text";
import { InvalidRecordError, problemsOf, type Rules } from "./check";
import { code, group, meaningOf, unwrapped } from "./field";
import type { Reference } from "./reference";

type Fields<Shape extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<Shape, z.core.$strict>>>;

/** The one definition of a type of record: what it holds, when it can be true, and what it becomes with another. */
export interface RecordDefinition<Shape extends z.ZodRawShape = z.ZodRawShape, Name extends string = string> {
  /** Name of the type, the same in storage, schema and messages. */
  readonly name: Name;
  /** The schema of each field. */
  readonly shape: Shape;
  readonly schema: z.ZodType<Fields<Shape>>;
  /**
   * The record of what is known: a field that may be unknown and is left out is null, a list is empty.
   * @throws InvalidRecordError that names every problem of the record.
   */
  create(known: Known<Fields<Shape>>): Fields<Shape>;
  /** A record that says nothing yet. It is not valid before its required fields are filled. */
  blank(code: string): Fields<Shape>;
  /**
   * What two records say together: of single values the first wins and the second fills what is null in it; lists get
   * the items of the second that the first lacks. A field with a rule of its own follows that.
   */
  merged(first: Fields<Shape>, second: Fields<Shape>): Fields<Shape>;
  /** What a field holds when nothing is known of it: null or no items; `undefined` where a value is required. */
  unknown(field: string): null | readonly never[] | undefined;
  /** The form of the record for programs that write one (JSON Schema 2020-12); rules between fields are not in it. */
  jsonSchema(): object;
  /** Where codes stand in the record, for example `kindHistory.kindCode`, and what they name. */
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
 * @param rules what must hold between fields. It is asked once each field has a value of its own type.
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
    jsonSchema: () => ({
      ...z.toJSONSchema(schema, { unrepresentable: "any" }),
      required: names.filter((field) => unknown(field) === undefined && isRequired(schemaOf(field))),
    }),
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

/** `undefined` is what an earlier version of the hub did not store. */
function mergedValue(schema: z.ZodType, first: unknown, second: unknown): unknown {
  const { merged, key = canonicalText } = meaningOf(schema);
  if (merged && first !== undefined && second !== undefined) return merged(first as never, second as never);
  if (!Array.isArray(first) || !Array.isArray(second)) return first ?? second ?? blankOf(schema);
  return unionBy(first, second, key as (item: unknown) => string);
}

/** The first list, then what only the second has. */
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
