import { type GraphQLEnumType, type GraphQLSchema, isEnumType, isIntrospectionType } from "graphql";
import { labelOf } from "../../domain/kit/enum-labels";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { nearestTexts } from "../../domain/text/nearest-texts";
import { type Given, optional } from "./argument";
import { operation, queries } from "./declare";
import { type Enumeration, EnumerationType } from "./enumeration.type";

const args = { names: optional(() => [String], "Names of enums; all enums of the schema when absent.") };

queries({
  enumerations: {
    ...operation(
      () => [EnumerationType],
      "Enums of the schema by name, with a label in Italian and English for each value.",
      args,
      () => null,
      limits.recordList,
    ),
    resolve: (_, { names }: Given<typeof args>, __, { schema }) => enumerations(schema, names),
  },
});

/** @throws HubError UNKNOWN_CODE. */
function enumerations(schema: GraphQLSchema, names: readonly string[] | null | undefined): Enumeration[] {
  const all = Object.values(schema.getTypeMap()).filter(isEnumType);
  const known = new Map(all.filter((type) => !isIntrospectionType(type)).map((type) => [type.name, type]));
  return [...new Set(names ?? known.keys())].map((name) => {
    const type = known.get(name);
    if (type) return enumerationOf(type);
    const nearest = nearestTexts(name, [...known.keys()], 3);
    throw new HubError(
      "UNKNOWN_CODE",
      "enumeration",
      { name, known: nearest },
      { where: "names", suggestions: nearest },
    );
  });
}

const enumerationOf = (type: GraphQLEnumType): Enumeration => ({
  name: type.name,
  description: type.description ?? "",
  values: type.getValues().map(({ name, value, description }) => ({
    value: name,
    label: labelOf(type.name, value),
    description: description ?? "",
  })),
});
