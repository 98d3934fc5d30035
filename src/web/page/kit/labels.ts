import type { ShownText } from "./words";

/** What `enumerations` reads: labels of enums of the schema. */
export type Enumerations =
  | readonly {
      readonly name: string;
      readonly values: readonly { readonly value: string; readonly label: { readonly text: ShownText } }[];
    }[]
  | null;

/** The label of a value of an enum; the value itself where the answer has none. */
export type LabelOf = (name: string, value: string) => string;

export function labelsOf(enumerations: Enumerations): LabelOf {
  const labels = new Map(
    (enumerations ?? []).flatMap(({ name, values }) =>
      values.map(({ value, label }) => [`${name}.${value}`, label.text.value] as const),
    ),
  );
  return (name, value) => labels.get(`${name}.${value}`) ?? value;
}
