import { type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";

/** Declares the plain function that resolves a field. */
export const resolvedBy = (direct: GraphQLFieldResolver<never, never, never>): PropertyDecorator =>
  Extensions({ direct });

/**
 * Replaces the resolvers of type-graphql: around a field with an argument, and around the choice of a type, they make a
 * promise of every value. Here a field is as synchronous as its own function.
 */
export function resolveDirectly(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: TypedRecord) => value.__typename;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { direct } = field.extensions;
      if (direct !== undefined) field.resolve = direct as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}
