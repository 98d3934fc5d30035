import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { buildHubSchema, printHubSchema } from "../src/graphql/schema";
import { nodeNames } from "../src/storage/records/hub-record";

const file = path.resolve(__dirname, "../schema/schema.graphql");
const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

test("the committed SDL is the schema: run `npm run schema` after changing it", () => {
  expect(readFileSync(file, "utf8")).toBe(printHubSchema(schema));
});

test("the types with global ids are those of the registry of entities, and observations", () => {
  const { objects } = schema.getImplementations(schema.getType("Node") as GraphQLInterfaceType);
  expect(objects.map(({ name }) => name).sort()).toEqual([...nodeNames.keys(), "Observation"].sort());
});

/** Every element of a type as `Type.field(arg)`, with its description. */
function elementsOf(type: GraphQLNamedType): [name: string, description: string | null | undefined][] {
  if (isEnumType(type))
    return type.getValues().map((value) => [`${type.name}.${value.name}`, value.description]);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description],
    ...field.args.map((arg): [string, string | null | undefined] => [
      `${type.name}.${field.name}(${arg.name})`,
      arg.description,
    ]),
  ]);
}

test("every element has a description for users", () => {
  const elements = types
    .filter((type) => type.name !== "Query" && type.name !== "Mutation")
    .flatMap((type) => [[type.name, type.description] as const, ...elementsOf(type)]);
  const roots = [schema.getQueryType()!, schema.getMutationType()!].flatMap(elementsOf);
  const bad = [...elements, ...roots].filter(
    ([, description]) => !description || !/^[A-Z].*[.?]$/s.test(description.trim()),
  );
  expect(bad).toEqual([]);
});

test("names follow the conventions of GraphQL", () => {
  const bad = types.flatMap((type) => [
    ...(/^[A-Z][A-Za-z0-9]*$/.test(type.name) ? [] : [type.name]),
    ...elementsOf(type)
      .map(([name]) => name)
      .filter(
        (name) =>
          !(isEnumType(type) ? /\.[A-Z][A-Z0-9_]*$/ : /\.[a-z][A-Za-z0-9]*(\([a-z][A-Za-z0-9]*\))?$/).test(
            name,
          ),
      ),
  ]);
  expect(bad).toEqual([]);
});

test("every list in a query is a Relay connection, or declared as short", () => {
  const lists = Object.values(schema.getQueryType()!.getFields()).filter((field) =>
    String(field.type).includes("["),
  );
  expect(lists.map((field) => field.name).sort()).toEqual(["byExternalIdentifier", "nodes"]);
});
