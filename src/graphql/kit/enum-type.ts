import { registerEnumType } from "type-graphql";
import type { EnumWithLabels } from "../../domain/kit/enum-labels";
import { inCapitals } from "../../domain/kit/in-capitals";

/**
 * Registers a list of words of the domain as a GraphQL enum, in capitals. Every value needs a description, so a new word
 * of the domain breaks the build until it has one.
 * @param name an entry of the catalogue of labels with exactly these values.
 * @returns the enum object for `() => …`.
 */
export function enumType<V extends string>(
  name: EnumWithLabels<V>,
  description: string,
  values: Readonly<Record<V, string>>,
) {
  const enumObject = Object.fromEntries(Object.keys(values).map((value) => [inCapitals(value), value])) as {
    readonly [K in V]: K;
  };
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [inCapitals(value), { description: String(text) }]),
  );
  registerEnumType(enumObject, { name, description, valuesConfig: valuesConfig as never });
  return enumObject;
}
