import {
  defaultFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { whenLoaded } from "../../queries/kit/when-loaded";
import { fieldWeights } from "./field-weights";
import { layer, type Resolve } from "./layers";
import { computedUnits } from "./weight-of";

/**
 * Lets every field count towards the work of its request. When the work has ended, the rest of the answer is emptied
 * without further work: the answer will be replaced by the error.
 */
export function countFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields()))
      field.resolve = counted(`${type.name}.${name}`, field.type, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

function counted(key: string, type: GraphQLOutputType, resolve: Resolve): Resolve {
  const isPlain = fieldWeights[key]?.units === undefined;
  const empty = emptyOf(type);
  const counting: Resolve = (source, args, context, info) => {
    const { work } = context;
    if (work.stopped !== null) {
      if (empty !== undefined) return empty;
      throw work.stopped;
    }
    work.field(isPlain ? 0 : computedUnits(key, args));
    return whenLoaded(() => resolve(source, args, context, info));
  };
  return layer(counting, {
    inner: resolve,
    ...(!isPlain && { units: (args) => computedUnits(key, args) }),
  });
}

/** The value that ends a branch without an error; `undefined` if there is none. */
const emptyOf = (type: GraphQLOutputType): null | readonly [] | undefined => {
  if (!isNonNullType(type)) return null;
  return isListType(type.ofType) ? [] : undefined;
};
