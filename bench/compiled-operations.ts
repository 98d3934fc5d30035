import { buildSchema, execute, type GraphQLSchema, parse } from "graphql";
import { CompiledOperation } from "../src/graphql/compiled/compile";
import { leafTexts } from "../src/graphql/compiled/leaf-text";
import type { Context } from "../src/graphql/kit/context";
import { RequestWork } from "../src/storage/engine/request-work";

/**
 * `npm run bench:compiled`: how many times as fast a compiled operation writes an answer as graphql-js and JSON.stringify, by turns in one
 * run. The data are immutable objects in memory, as in a snapshot.
 */
const schema: GraphQLSchema = buildSchema(/* GraphQL */ `
  enum Kind { CENTRE LIBRARY }
  type Organization { code: ID! name: String! }
  type Service { code: ID! name: String! isFree: Boolean organization: Organization }
  type Centre { code: ID! name: String! kind: Kind latitude: Float longitude: Float services(first: Int = 20): [Service!]! }
  type Area { code: ID! name: String! residents: Int centres(first: Int = 20): [Centre!]! }
  type Query { areas(first: Int!): [Area!]! services(first: Int!): [Service!]! }
`);

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const organizations = many(50, (i) => ({ code: `org:${i}`, name: `Associazione numero ${i}` }));
const services = many(4_400, (i) => ({
  code: `service:${i}`,
  name: `Assistenza domiciliare ${i}`,
  isFree: i % 3 === 0,
  organization: organizations[i % organizations.length],
}));
const centres = many(440, (i) => ({
  code: `centre:${i}`,
  name: `Casa di quartiere ${i}`,
  kind: i % 2 ? "CENTRE" : "LIBRARY",
  latitude: 45 + i / 1_000,
  longitude: 9 + i / 1_000,
  services: (args: { readonly first: number }) => services.slice(i * 10, i * 10 + Math.min(args.first, 4)),
}));
const areas = many(88, (i) => ({
  code: `area:${i}`,
  name: `Quartiere ${i}`,
  residents: 1_000 * i,
  centres: (args: { readonly first: number }) => centres.slice(i * 5, i * 5 + Math.min(args.first, 5)),
}));
const rootValue = {
  areas: ({ first }: { readonly first: number }) => areas.slice(0, first),
  services: ({ first }: { readonly first: number }) => services.slice(0, first),
};

const operations: Readonly<Record<string, string>> = {
  "flat list of 100": "query ($n: Int! = 100) { services(first: $n) { code name isFree } }",
  "nested, 213 objects": "{ areas(first: 7) { code name centres { code name services { code name } } } }",
  "nested, 2,121 objects":
    "{ areas(first: 86) { code name residents centres(first: 5) { code name kind latitude longitude services(first: 4) { code name isFree } } } }",
  "with the organisation of 2,000":
    "{ services(first: 2000) { code name organization { __typename code name } } }",
};

interface Pair {
  readonly compiled: () => string;
  readonly plain: () => string;
}

function pairOf(query: string): Pair {
  const document = parse(query);
  const compiled = new CompiledOperation({ schema, document, operationName: null, leafText: leafTexts() });
  const work = new RequestWork({ units: Number.POSITIVE_INFINITY, milliseconds: 1_000_000 });
  const context = { work } as unknown as Context;
  return {
    compiled: () => compiled.write({ context, variables: {}, rootValue }),
    plain: () =>
      JSON.stringify((execute({ schema, document, rootValue }) as { readonly data: unknown }).data),
  };
}

const timeOf = (of: () => string, count: number): number => {
  const start = performance.now();
  let bytes = 0;
  // A rope is not a text before somebody reads it.
  for (let i = 0; i < count; i += 1) bytes += Buffer.byteLength(of());
  if (bytes === 0) throw new Error("nothing written");
  return (performance.now() - start) / count;
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

for (const [name, query] of Object.entries(operations)) {
  const { compiled, plain } = pairOf(query);
  if (compiled() !== plain()) throw new Error(`Not equal: ${name}`);
  const count = Math.max(3, Math.round(40 / timeOf(plain, 3)));
  const rounds = many(15, () => ({
    plain: timeOf(plain, count),
    compiled: timeOf(compiled, count * 4),
  })).slice(3);
  const ratio = median(rounds.map((round) => round.plain / round.compiled));
  const ms = median(rounds.map((round) => round.compiled));
  console.log(`${name.padEnd(32)} ${ratio.toFixed(1).padStart(6)} times  ${ms.toFixed(3).padStart(8)} ms`);
}
