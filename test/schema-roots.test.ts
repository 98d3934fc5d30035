import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { buildHubSchema } from "../src/graphql/schema";

type Root = GraphQLField<unknown, unknown>;

/** Each finds records of any type by another key than the code of one type, so no list or single root can answer it. */
const ofAnyType: ReadonlySet<string> = new Set([
  // Relay refetches an object by its global id, alone or with others.
  "node",
  "nodes",
  // A caller of another register knows neither the code nor the type.
  "byExternalIdentifier",
]);

/** Records without a code, by what names them. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {
  observation: ["area", "indicator", "period"],
};

const namesOf = ({ args }: Root): string[] => args.map(({ name }) => name);

/** The type in the list of a connection; `null` for another type. */
function listedType({ type }: Root): string | null {
  const named = getNamedType(type);
  if (!isObjectType(named) || !named.name.endsWith("Connection")) return null;
  return getNamedType(named.getFields().nodes!.type).name;
}

const isRecord = ({ type }: Root): boolean => {
  const named = getNamedType(type);
  return (
    (isObjectType(named) || isInterfaceType(named)) &&
    named.getInterfaces().some(({ name }) => name === "Node")
  );
};

const isList = ({ type }: Root): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** A root is one record by its code, one list of records, or a question with a type of its own. */
function describeRoot(root: Root): { readonly answers: string; readonly fault: string | null } {
  const listed = listedType(root);
  const args = namesOf(root);
  if (listed !== null) {
    const isPaged = args.includes("first") && args.includes("after");
    return { answers: `list of ${listed}`, fault: isPaged ? null : "a list without pages" };
  }
  const type = getNamedType(root.type).name;
  if (!isRecord(root)) return { answers: `question for ${type}`, fault: null };
  const keys = args.filter((name) => name !== "asOf");
  const isByKey = JSON.stringify([...keys].sort()) === JSON.stringify(otherKeys[root.name] ?? ["code"]);
  return {
    answers: `one ${type}`,
    fault: isByKey && !isList(root) ? null : "records, but not one by its code",
  };
}

function faultsOf(schema: GraphQLSchema): string[] {
  const roots = Object.values(schema.getQueryType()!.getFields()).filter(({ name }) => !ofAnyType.has(name));
  const described = roots.map((root) => ({ name: root.name, ...describeRoot(root) }));
  const listed = new Set(roots.map(listedType));
  return described.flatMap(({ name, answers, fault }, i) => {
    const twin = described.slice(0, i).find((other) => other.answers === answers);
    const isListed = answers.startsWith("question") && listed.has(getNamedType(roots[i]!.type).name);
    return [
      ...(fault === null ? [] : [`${name}: ${fault}`]),
      ...(twin === undefined ? [] : [`${name} and ${twin.name}: ${answers}`]),
      ...(isListed ? [`${name}: its type is that of a list`] : []),
    ];
  });
}

test("no two roots answer one question", () => {
  const schema = buildHubSchema();
  expect(Object.keys(schema.getQueryType()!.getFields()).length).toBeGreaterThan(30);
  expect(faultsOf(schema)).toEqual([]);
});

test("the exceptions are roots, and answer with objects of any type", () => {
  const roots = buildHubSchema().getQueryType()!.getFields();
  for (const name of ofAnyType) expect([name, getNamedType(roots[name]!.type).name]).toEqual([name, "Node"]);
  for (const name of Object.keys(otherKeys)) expect(roots).toHaveProperty(name);
});

test("roots that answer one question are found", () => {
  const schema = buildSchema(`
    interface Node { id: ID! }
    type Centre implements Node { id: ID! }
    type CentreConnection { nodes: [Centre!]! }
    type OldConnection { nodes: [Centre!]! }
    type Totals { count: Int! }
    type TotalsConnection { nodes: [Totals!]! }
    type Query {
      centre(code: String!): Centre
      centreNamed(name: String!): Centre
      centres(first: Int, after: String): CentreConnection
      nearest(first: Int): OldConnection
      someCentres: [Centre!]
      totals: Totals
      totalsOnDay: Totals
      days(first: Int, after: String): TotalsConnection
    }`);
  expect(faultsOf(schema)).toEqual([
    "centreNamed: records, but not one by its code",
    "centreNamed and centre: one Centre",
    "nearest: a list without pages",
    "nearest and centres: list of Centre",
    "someCentres: records, but not one by its code",
    "someCentres and centre: one Centre",
    "totals: its type is that of a list",
    "totalsOnDay and totals: question for Totals",
    "totalsOnDay: its type is that of a list",
  ]);
});
