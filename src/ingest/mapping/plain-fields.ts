import { z } from "zod";
import { meaningOf, unwrapped } from "../../domain/kit/field";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { RecordDefinition } from "../../domain/kit/record";
import { localizedOf, type RowReader, textOf } from "./read-value";
import { choiceValue, localizedValue, textValue } from "./value.schema";

/** Fields of a record that a row can give as they are: texts, words of a closed list, texts in two languages, or null. */
type PlainField<T> = {
  [Field in keyof T]: null extends T[Field]
    ? NonNullable<T[Field]> extends string | LocalizedText
      ? Field extends `${string}Code`
        ? never
        : Field
      : never
    : never;
}[keyof T];

interface Plain {
  readonly cell: z.ZodType;
  read(spec: never, reader: RowReader): unknown;
}

/**
 * The words of a mapping file for the plain fields of a record. A new field of that kind can be mapped without another
 * line of code.
 * @param others fields for which a mapping file has words of its own.
 */
export const plainFields = (record: RecordDefinition, others: readonly string[] = []): object =>
  Object.fromEntries(plains(record, others).map(([field, { cell }]) => [field, cell.optional()]));

/** The plain fields of a record as a row states them; null where the mapping file does not read a field. */
export function plainValues<T, Other extends keyof T & string = never>(
  record: RecordDefinition & { blank(code: string): T },
  mapping: object,
  reader: RowReader,
  others: readonly Other[] = [],
): Pick<T, Exclude<PlainField<T>, Other>> {
  const specs = mapping as { readonly [field: string]: never };
  const values = plains(record, others).map(([field, { read }]) => [field, read(specs[field]!, reader)]);
  return Object.fromEntries(values) as Pick<T, Exclude<PlainField<T>, Other>>;
}

const plains = ({ shape }: RecordDefinition, others: readonly string[]): (readonly [string, Plain])[] =>
  Object.entries(shape).flatMap(([field, schema]) => {
    const plain = others.includes(field) ? null : plainOf(schema as z.ZodType);
    return plain === null ? [] : [[field, plain] as const];
  });

function plainOf(schema: z.ZodType): Plain | null {
  if (schema.type !== "nullable" || meaningOf(schema).names !== undefined) return null;
  const value = unwrapped(schema);
  if (value instanceof z.ZodString) return { cell: textValue, read: textOf };
  if (value instanceof z.ZodEnum) return { cell: choiceValue(value as z.ZodType<string>), read: textOf };
  const isLocalized = value instanceof z.ZodObject && Object.keys(value.shape).join() === "it,en";
  return isLocalized ? { cell: localizedValue, read: localizedOf } : null;
}
