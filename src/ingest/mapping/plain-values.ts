import type { LocalizedText } from "../../domain/kit/localized-text";
import type { RecordDefinition } from "../../domain/kit/record";
import { plainKinds } from "./plain-fields";
import { dateOf } from "./read-date";
import { localizedOf, type RowReader, textOf } from "./read-value";

type PlainField<T> = {
  [Field in keyof T]: null extends T[Field]
    ? NonNullable<T[Field]> extends string | LocalizedText
      ? Field extends `${string}Code`
        ? never
        : Field
      : never
    : never;
}[keyof T];

/**
 * The plain fields of a record as a row states them; null where the mapping file does not read a field.
 * @param others as for `plainFields`.
 */
export function plainValues<T, Other extends keyof T & string = never>(
  record: RecordDefinition & { blank(code: string): T },
  mapping: object,
  reader: RowReader,
  others: readonly Other[] = [],
): Pick<T, Exclude<PlainField<T>, Other>> {
  const specs = mapping as { readonly [field: string]: never };
  const values = plainKinds(record, others).map(({ field, kind }) => {
    const read = { CHOICE: textOf, DATE: dateOf, LOCALIZED: localizedOf, TEXT: textOf }[kind];
    return [field, read(specs[field], reader)];
  });
  return Object.fromEntries(values) as Pick<T, Exclude<PlainField<T>, Other>>;
}
