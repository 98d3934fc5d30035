import * as z from "zod";
import { meaningOf, unwrapped } from "../../domain/kit/field";
import { isLocalized } from "../../domain/kit/localized-text";
import type { RecordDefinition } from "../../domain/kit/record";
import { dateValue } from "./date.schema";
import { choiceValue, localizedValue, textValue } from "./value.schema";

/** How a row can give a field as it is: a text, a date, a word of a closed list, a text in two languages. */
type PlainKind = "CHOICE" | "DATE" | "LOCALIZED" | "TEXT";

/** The fields of a record that are plain and may be unknown, with their kinds, without those that `others` names. */
export const plainKinds = ({ shape }: RecordDefinition, others: readonly string[]) =>
  Object.entries(shape).flatMap(([field, schema]): { field: string; kind: PlainKind; value: z.ZodType }[] => {
    const kind = others.includes(field) ? null : kindOf(schema as z.ZodType);
    return kind === null ? [] : [{ field, kind, value: unwrapped(schema as z.ZodType) }];
  });

function kindOf(schema: z.ZodType): PlainKind | null {
  if (schema.type !== "nullable" || meaningOf(schema).names !== undefined) return null;
  const value = unwrapped(schema);
  if (meaningOf(value).isDate) return "DATE";
  if (value instanceof z.ZodString) return "TEXT";
  if (value instanceof z.ZodEnum) return "CHOICE";
  return isLocalized(value) ? "LOCALIZED" : null;
}

/**
 * The words of a mapping file for the plain fields of a record: a new field of that kind can be mapped without another
 * line of code.
 * @param others fields for which a mapping file has words of its own.
 */
export const plainFields = (record: RecordDefinition, others: readonly string[] = []): object =>
  Object.fromEntries(
    plainKinds(record, others).map(({ field, kind, value }) => {
      const cells = {
        CHOICE: choiceValue(value as z.ZodType<string>),
        DATE: dateValue,
        LOCALIZED: localizedValue,
        TEXT: textValue,
      };
      return [field, cells[kind].optional()];
    }),
  );
