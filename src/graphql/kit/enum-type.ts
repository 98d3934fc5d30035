import { registerEnumType } from "type-graphql";

/**
 * A list of words of the domain as a GraphQL enum, in capitals whatever they are in the domain. Every value needs its description, so a word that is added in
 * the domain breaks the build until it is explained here.
 * @returns the enum object that `@Field(() => …)` refers to.
 */
export function enumType<V extends string>(
  name: string,
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

/** `EngagementEvent` becomes `ENGAGEMENT_EVENT`; what is in capitals stays. */
const inCapitals = (word: string): string => word.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
