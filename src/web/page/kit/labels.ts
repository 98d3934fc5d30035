/** What the field `enumerations` gives. */
export type Enumerations =
  | readonly {
      readonly name: string;
      readonly values: readonly {
        readonly value: string;
        readonly label: { readonly text: { readonly value: string } };
      }[];
    }[]
  | null;

/** The label of a value of an enum in the language of the answer; the value itself if the hub gives none. */
export const labelOf = (enumerations: Enumerations, name: string, value: string): string =>
  enumerations?.find((one) => one.name === name)?.values.find((one) => one.value === value)?.label.text
    .value ?? value;

/** The label of a value of an enum of one answer. */
export type LabelOf = (name: string, value: string) => string;
