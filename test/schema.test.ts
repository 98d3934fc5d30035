import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  validateSchema,
} from "graphql";
import { labels as en } from "../src/domain/kit/messages/en/labels";
import { labels as it } from "../src/domain/kit/messages/it/labels";
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

test("the schema is valid, which a start assumes", () => {
  expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
});

test("the types with global ids are those of the registry of entities, and observations", () => {
  const { objects } = schema.getImplementations(schema.getType("Node") as GraphQLInterfaceType);
  expect(objects.map(({ name }) => name).sort()).toEqual([...nodeNames.keys(), "Observation"].sort());
});

test("what has a code and a history is a Record, and what cites sources is Sourced", () => {
  const objects = types.filter(isObjectType);
  const having = (...fields: string[]) =>
    objects.filter((type) => fields.every((field) => type.getFields()[field])).map(({ name }) => name);
  const implementing = (name: string) =>
    schema.getImplementations(schema.getType(name) as GraphQLInterfaceType).objects.map((type) => type.name);
  expect(implementing("Record")).toEqual(having("id", "code", "recordState"));
  expect(implementing("Sourced")).toEqual(having("sourceRefs"));
  expect(implementing("Record")).toEqual(implementing("Node").filter((name) => name !== "Observation"));
});

test("every value of every enum has a label in both languages, and no label is left over", () => {
  const words = types.filter(isEnumType).map((type): [string, string[]] => {
    const values = type.getValues().map(({ value }) => value as string);
    return [type.name, values.sort()];
  });
  for (const labels of [en, it]) {
    const labelled = Object.entries(labels).map(([name, of]): [string, string[]] => [
      name,
      Object.keys(of).sort(),
    ]);
    expect(Object.fromEntries(labelled)).toEqual(Object.fromEntries(words));
    for (const [name, of] of Object.entries(labels)) {
      const texts: string[] = Object.values(of);
      expect([name, texts.filter((text) => !/^\S.{1,44}[^.\s]$/.test(text))]).toEqual([name, []]);
      expect([name, new Set(texts).size]).toEqual([name, texts.length]);
    }
  }
});

test("every scalar of the hub says where it is specified", () => {
  const scalars = types.filter(isScalarType).map(({ name, specifiedByURL }) => [name, specifiedByURL]);
  expect(Object.fromEntries(scalars)).toEqual({
    DateTime: "https://www.rfc-editor.org/rfc/rfc3339",
    GeoJSONGeometry: "https://www.rfc-editor.org/rfc/rfc7946",
    JSON: expect.stringMatching(/^https?:/),
    JSONObject: expect.stringMatching(/^https?:/),
    PartialDate: "https://www.w3.org/TR/NOTE-datetime",
    SafeInt: expect.stringMatching(/^https?:/),
  });
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
  const elements = types.flatMap((type) => [[type.name, type.description] as const, ...elementsOf(type)]);
  const bad = [["schema", schema.description] as const, ...elements].filter(
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
  expect(lists.map((field) => field.name).sort()).toEqual([
    "byExternalIdentifier",
    "enumerations",
    "nodes",
    "possibleSameCentres",
  ]);
});
