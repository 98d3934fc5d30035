import type { Capacity } from "../../domain/kit/capacity";
import { HubError } from "../../domain/kit/errors";
import type { RecordDefinition } from "../../domain/kit/record";
import { editorsSourceCode } from "../../domain/kit/source-ref";

/** Fields of an input under another name than that of the record, for example `kind` of `kindHistory`. */
export type Renamed = Readonly<Record<string, string>>;

/** A patch of a record, and where its objects are in the input. */
interface Patch {
  readonly patch: Readonly<Record<string, unknown>>;
  readonly places: Places;
}
export type Places = WeakMap<object, readonly string[]>;

/** The fields of a record that editors change, from and to the names of the input. */
export function editedFields(
  inputNames: readonly string[],
  { name, shape, unknown, mayBeNull, references }: RecordDefinition,
  renamed: Renamed,
) {
  const fieldOf = new Map(
    inputNames.map((input) => {
      const field = renamed[input] ?? spellings(input).find((spelling) => spelling in shape);
      if (field === undefined) throw new Error(`No field of ${name} is called ${input}.`);
      return [input, field];
    }),
  );
  const inputOf = new Map([...fieldOf].map(([input, field]) => [field, input]));
  const isReference = (parts: readonly string[]): boolean =>
    references.some(({ path }) => path === parts.filter((part) => !isIndex(part)).join("."));

  return {
    /**
     * The fields of the record that an input gives, without those that it leaves out. A `null` says that a value is not
     * known, or that a list is empty.
     * @throws HubError BAD_USER_INPUT for a `null` where a value is required.
     */
    patchOf(input: object): Patch {
      const places: Places = new WeakMap();
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const patch = given.map(([inputName, value]) => {
        const field = fieldOf.get(inputName)!;
        if (value !== null) return [field, plain(value, [inputName], places)];
        const nothing = unknown(field) ?? (mayBeNull(field) ? null : undefined);
        if (nothing === undefined || inputName in renamed)
          throw new HubError("BAD_USER_INPUT", "notNull", { field: inputName }, { where: `fields.${field}` });
        return [field, nothing];
      });
      return { patch: Object.fromEntries(patch), places };
    },

    /**
     * Path in the input of a place in the record: `strategyCodes[1]` is `fields`, `strategies`, `1`. It ends at `fields` for
     * what the hub fills in.
     * @param patch the new values; an object of the input has the place that the editor gave it.
     */
    placeOf(place: string, patch: object, places: Places): readonly string[] {
      const parts = place.match(/[^.[\]]+/g) ?? [];
      const [first = "", ...rest] = parts;
      if (first === "code") return ["code"];
      const inputName = inputOf.get(first);
      if (inputName === undefined) return ["fields"];
      let path: readonly string[] = [inputName];
      let value: unknown = (patch as Record<string, unknown>)[first];
      for (const [i, part] of rest.entries()) {
        value = (value as Record<string, unknown> | null | undefined)?.[part];
        const given = value !== null && typeof value === "object" ? places.get(value) : undefined;
        // A list that grows by one is given as that one.
        const isTheOne = i === 0 && inputName in renamed && isIndex(part);
        if (given) path = given;
        else if (!isTheOne)
          path = [...path, isReference(parts.slice(0, i + 2)) ? part.replace(/Code$/, "") : part];
      }
      return ["fields", ...path];
    },
  };
}

const isIndex = (part: string): boolean => /^\d+$/.test(part);

/** `manager` of an input is `managerCode` of the record, `strategies` is `strategyCodes`. */
const spellings = (inputName: string): string[] => [
  inputName,
  `${inputName}Code`,
  `${inputName.replace(/ies$/, "y").replace(/s$/, "")}Codes`,
];

/** An input as plain data; `places` learns where each of its objects is. */
function plain(value: unknown, place: readonly string[], places: Places): unknown {
  if (value === null || typeof value !== "object") return value;
  const inner = Object.entries(value).map(
    ([name, item]) => [name, plain(item, [...place, name], places)] as const,
  );
  const copy: object = Array.isArray(value) ? inner.map(([, item]) => item) : Object.fromEntries(inner);
  places.set(copy, place);
  return copy;
}

/** What an editor counts has the source of editors. */
export const countedByEditors = (counts: readonly Capacity[]): Capacity[] =>
  counts.map((count) => ({ ...count, sourceCode: editorsSourceCode }));
