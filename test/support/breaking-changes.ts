import {
  BreakingChangeType,
  findBreakingChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/**
 * What would break a client that relies on the published schema: everything that graphql-js calls breaking, except
 * that a field, enum value or input field may go when the published schema deprecated it with a date, and the date is past.
 * @param today ISO 8601 day.
 */
export function breakingChanges(published: GraphQLSchema, current: GraphQLSchema, today: string): string[] {
  return findBreakingChanges(published, current)
    .filter(({ type, description }) => !removable.has(type) || !isAnnounced(published, description, today))
    .map(({ description }) => description);
}

const removable: ReadonlySet<string> = new Set([
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
]);

/** graphql-js names the element as `Type.field was removed.` or `VALUE was removed from enum type Type.` */
function isAnnounced(schema: GraphQLSchema, description: string, today: string): boolean {
  const field = /^(\w+)\.(\w+) was removed/.exec(description);
  const value = /^(\w+) was removed from enum type (\w+)/.exec(description);
  const [typeName, name] = field ? [field[1]!, field[2]!] : value ? [value[2]!, value[1]!] : ["", ""];
  const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(deprecationOf(schema, typeName, name) ?? "")?.[0];
  return date !== undefined && date <= today;
}

function deprecationOf(schema: GraphQLSchema, typeName: string, name: string): string | null | undefined {
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(name)?.deprecationReason;
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return type.getFields()[name]?.deprecationReason;
  return null;
}
