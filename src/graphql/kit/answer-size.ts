import {
  type GraphQLLeafType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** Usual length of a value as JSON, in bytes, quotes included. */
const bytesOfScalar: Readonly<Record<string, number>> = {
  Boolean: 5,
  DateTime: 26,
  Float: 12,
  ID: 40,
  Int: 6,
  JSONObject: 300,
  PartialDate: 12,
};
const bytesOfEnum = 18;
const bytesOfText = 40;
/** Most values of an introspection are short names and null. */
export const bytesOfIntrospection = 16;

export const bytesOfLeaf = (type: GraphQLLeafType): number =>
  isEnumType(type) ? bytesOfEnum : (bytesOfScalar[type.name] ?? bytesOfText);

/** Average number of values of the fields in which a schema describes itself, by field of introspection. */
export type IntrospectionLengths = Readonly<Record<string, number>>;

export function introspectionLengths(schema: GraphQLSchema): IntrospectionLengths {
  const types = Object.values(schema.getTypeMap());
  const counts = { fields: 0, args: 0, inputFields: 0, enumValues: 0, interfaces: 0 };
  for (const type of types) {
    if (isEnumType(type)) counts.enumValues += type.getValues().length;
    if (isInputObjectType(type)) counts.inputFields += Object.keys(type.getFields()).length;
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const fields = Object.values(type.getFields());
    counts.fields += fields.length;
    counts.interfaces += type.getInterfaces().length;
    counts.args += fields.reduce((sum, { args }) => sum + args.length, 0);
  }
  const each = types.length;
  return {
    "__Schema.types": each,
    "__Schema.directives": schema.getDirectives().length,
    "__Type.fields": counts.fields / each,
    "__Type.inputFields": counts.inputFields / each,
    "__Type.enumValues": counts.enumValues / each,
    "__Type.interfaces": counts.interfaces / each,
    // Most types are wrapped once.
    "__Type.ofType": 0.5,
    "__Type.possibleTypes": counts.interfaces / each,
    "__Field.args": counts.args / Math.max(counts.fields, 1),
    "__Directive.args": 1,
    "__Directive.locations": 5,
  };
}
