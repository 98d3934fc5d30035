import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";
import { Extensions } from "type-graphql";
import { HubError } from "../../domain/kit/errors";
import { withCommas } from "../../domain/kit/with-commas";
import { layer, type Resolve } from "./layers";

type AnyField = GraphQLField<unknown, unknown>;

/** Declares the most items of a field. Its type is not known yet: a field without a list ignores it. */
export const itemsAtMost = (most: number): PropertyDecorator => Extensions({ most });

/** Most items of the list in a field; `undefined` if it has no list. */
export const mostItems = (field: AnyField): number | undefined => {
  const type = getNullableType(field.type);
  if (!isListType(type)) return undefined;
  const item = getNamedType(type);
  const declared = field.extensions.most as number | undefined;
  // Each value of an enum stands once.
  return isEnumType(item) ? Math.min(item.getValues().length, declared ?? Infinity) : declared;
};

/**
 * Gives every list its bound: a sentence at the end of its description, and an error instead of a longer list.
 * @throws Error for a list without a bound.
 */
export function boundLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const most = mostItems(field);
      if (most === undefined) throw new Error(`The list ${type.name}.${name} has no bound.`);
      field.description = `${field.description} At most ${withCommas(most)}.`;
      if (isObjectType(type))
        field.resolve = bounded(`${type.name}.${name}`, most, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

function bounded(field: string, most: number, resolve: Resolve): Resolve {
  const checked = <T>(value: T): T => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count <= most) return value;
    const where = field.slice(field.indexOf(".") + 1);
    throw new HubError("LIMIT_EXCEEDED", "items", { field, count, most }, { where });
  };
  const bounding: Resolve = (...given) => {
    const value = resolve(...given);
    return value instanceof Promise ? value.then(checked) : checked(value);
  };
  return layer(bounding, { inner: resolve, most });
}
