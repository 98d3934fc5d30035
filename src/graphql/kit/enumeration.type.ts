import type { LocalizedText } from "../../domain/kit/localized-text";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, output } from "./output";

export interface Enumeration {
  readonly name: string;
  readonly description: string;
  readonly values: readonly EnumerationValue[];
}

interface EnumerationValue {
  readonly value: string;
  readonly label: LocalizedText;
  readonly description: string;
}

const EnumerationValueType = output<EnumerationValue>("EnumerationValue", "Value of an enum.", {
  value: nonNull(() => String, "The value as queries and answers write it."),
  label: nonNull(() => LocalizedTextType, "Short name for people, in both languages."),
  description: nonNull(() => String, "Meaning in English, as in the schema."),
});

export const EnumerationType = output<Enumeration>("Enumeration", "Enum of the schema, with its labels.", {
  name: nonNull(() => String, "Name of the enum."),
  description: nonNull(() => String, "Meaning in English, as in the schema."),
  values: nonNull(() => [EnumerationValueType], "All values."),
});
