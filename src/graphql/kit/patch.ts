import type { Capacity } from "../../domain/kit/capacity";
import { HubError } from "../../domain/kit/errors";
import { editorsSourceCode } from "../../domain/kit/source-ref";

/** What `null` means for a field of a record: that it is not known, that the list is empty, or nothing that can be. */
type WhenNull = "UNKNOWN" | "EMPTY" | "REFUSED";

/** The fields of an input by the fields of the record that they become. */
export type FieldMap<Input, Record> = {
  readonly [Name in keyof Input]-?: readonly [field: keyof Record, whenNull: WhenNull];
};

/**
 * The fields of a record that an input gives, without those that it leaves out.
 * @throws HubError BAD_USER_INPUT for a `null` where something must stand.
 */
export function patchOf<Input extends object, Record>(
  input: Input,
  fields: FieldMap<Input, Record>,
): Partial<Record> {
  const given = Object.entries(fields as { [name: string]: readonly [string, WhenNull] }).filter(
    ([name]) => input[name as keyof Input] !== undefined,
  );
  const patch = given.map(([name, [field, whenNull]]) => {
    const value: unknown = input[name as keyof Input];
    if (value !== null) return [field, plain(value)];
    if (whenNull === "REFUSED")
      throw new HubError("BAD_USER_INPUT", "notNull", { field: name }, { where: name });
    return [field, whenNull === "EMPTY" ? [] : null];
  });
  return Object.fromEntries(patch) as Partial<Record>;
}

/**
 * Where an editor gave a field of a record: `strategyCodes[1]` is `strategies[1]`, and `kindHistory[2].kindCode` is
 * `kind.kind`. A field that no input has, such as `code`, keeps its name.
 */
export function inputNameOf<Input extends object, Record>(
  field: string,
  fields: FieldMap<Input, Record>,
  input: Input,
): string {
  const [first = "", ...rest] = field.match(/[^.[\]]+/g) ?? [];
  const named = Object.entries(fields as { [name: string]: readonly [string, WhenNull] });
  const name = named.find(([, [recordField]]) => recordField === first)?.[0];
  if (name === undefined) return field;
  let given: unknown = input[name as keyof Input];
  let path = name;
  for (const part of rest) {
    const isIndex = /^\d+$/.test(part);
    // A list that grows by one is given as that one.
    if (isIndex && !Array.isArray(given)) continue;
    const within = given as { readonly [part: string]: unknown } | null | undefined;
    const known =
      isIndex || (within && part in within) ? part : part.replace(/Codes$/, "s").replace(/Code$/, "");
    path += isIndex ? `[${known}]` : `.${known}`;
    given = within?.[known];
  }
  return path;
}

/** Inputs as plain data. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, plain(inner)]);
  return Object.fromEntries(entries);
}

/** What an editor counts has the source of editors. */
export const countedByEditors = (counts: readonly Capacity[]): Capacity[] =>
  counts.map((count) => ({ ...count, sourceCode: editorsSourceCode }));
