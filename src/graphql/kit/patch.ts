import type { Capacity } from "../../domain/kit/capacity";
import { HubError } from "../../domain/kit/errors";
import type { RecordDefinition } from "../../domain/kit/record";
import { editorsSourceCode } from "../../domain/kit/source-ref";

/** Fields of an input under another name than that of the record, for example `kind` of `kindHistory`. */
export type Renamed = Readonly<Record<string, string>>;

/**
 * The fields of a record that an input gives, without those that it leaves out. A `null` says that a value is not known,
 * or that a list is empty.
 * @throws HubError BAD_USER_INPUT for a `null` where a value is required.
 */
export function patchOf(
  input: object,
  { name, shape, unknown }: RecordDefinition,
  renamed: Renamed,
): Readonly<Record<string, unknown>> {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const patch = given.map(([inputName, value]) => {
    const field = renamed[inputName] ?? spellings(inputName).find((spelling) => spelling in shape);
    if (field === undefined) throw new Error(`No field of ${name} is called ${inputName}.`);
    if (value !== null) return [field, plain(value)];
    const nothing = unknown(field);
    if (nothing === undefined || inputName in renamed)
      throw new HubError("BAD_USER_INPUT", "notNull", { field: inputName }, { where: inputName });
    return [field, nothing];
  });
  return Object.fromEntries(patch);
}

/** `manager` of an input is `managerCode` of the record, `strategies` is `strategyCodes`. */
const spellings = (inputName: string): string[] => [
  inputName,
  `${inputName}Code`,
  `${inputName.replace(/ies$/, "y").replace(/s$/, "")}Codes`,
];

/** `managerCode` of the record is `manager` of an input, `strategyCodes` is `strategies`. */
const inputSpelling = (field: string): string =>
  field
    .replace(/yCodes$/, "ies")
    .replace(/Codes$/, "s")
    .replace(/Code$/, "");

/**
 * Where an editor gave a field of a record: `strategyCodes[1]` is `strategies[1]`, and `kindHistory[2].kindCode` is
 * `kind.kind`. A field that the hub fills in keeps its name.
 */
export function inputNameOf(
  field: string,
  input: object,
  { references }: RecordDefinition,
  renamed: Renamed,
): string {
  const [first = "", ...rest] = field.match(/[^.[\]]+/g) ?? [];
  const isFirst = ([, recordField]: readonly [string, string]) => recordField === first;
  const name = Object.entries(renamed).find(isFirst)?.[0] ?? inputSpelling(first);
  if (references.some(({ path, to }) => path === first && to === "SET_BY_HUB")) return field;
  let given: unknown = input[name as keyof typeof input];
  let path = name;
  for (const part of rest) {
    const isIndex = /^\d+$/.test(part);
    // A list that grows by one is given as that one.
    if (isIndex && !Array.isArray(given)) continue;
    const within = given as { readonly [part: string]: unknown } | null | undefined;
    const known = isIndex || (within && part in within) ? part : inputSpelling(part);
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
