import { buildSchema, execute, type GraphQLSchema, parse } from "graphql";
import { createApollo } from "../src/app/apollo";
import { CompiledRoute } from "../src/app/compiled-route";
import type { RequestFacts } from "../src/app/graphql-route";
import { createGraphqlApp } from "../src/app/http-app";
import { CompiledOperation } from "../src/graphql/compiled/compile";
import { leafTexts } from "../src/graphql/compiled/leaf-text";
import type { Context } from "../src/graphql/kit/context";
import { countFields } from "../src/graphql/kit/count-fields";
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
const { areas: areasField, services: servicesField } = schema.getQueryType()!.getFields();
areasField!.resolve = (_, { first }) => areas.slice(0, first);
servicesField!.resolve = (_, { first }) => services.slice(0, first);
countFields(schema);

const operations: Readonly<Record<string, string>> = {
  "flat list of 100": "query ($n: Int! = 100) { services(first: $n) { code name isFree } }",
  "nested, 213 objects": "{ areas(first: 7) { code name centres { code name services { code name } } } }",
  "nested, 2,121 objects":
    "{ areas(first: 86) { code name residents centres(first: 5) { code name kind latitude longitude services(first: 4) { code name isFree } } } }",
  "with the organisation of 2,000":
    "{ services(first: 2000) { code name organization { __typename code name } } }",
};

interface Pair {
  readonly compiled: () => Promise<number> | number;
  readonly plain: () => Promise<number> | number;
}

// A rope is not a text before somebody reads it.
const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The text of `data` alone. */
function texts(query: string): Pair {
  const document = parse(query);
  const compiled = new CompiledOperation({ schema, document, operationName: null, leafText: leafTexts() });
  const work = new RequestWork({ units: Number.POSITIVE_INFINITY, milliseconds: 1_000_000 });
  const context = { work } as unknown as Context;
  return {
    compiled: () => bytesOf(compiled.write({ context, variables: {}, rootValue: undefined })),
    plain: () =>
      bytesOf(
        JSON.stringify(
          (execute({ schema, document, contextValue: context }) as { readonly data: unknown }).data,
        ),
      ),
  };
}

/** Requests to `/graphql`, with everything around it but a socket. */
function requests(query: string): Pair {
  const log = () => undefined;
  const contextOf = ({ work, requestId }: RequestFacts) => ({ work, requestId }) as Context;
  const compiled = new CompiledRoute(schema, 600_000);
  const server = createApollo(schema, log, [compiled.plugin]);
  const asking = (app: ReturnType<typeof createGraphqlApp>) => {
    const init = { method: "POST", headers: { "content-type": "application/json" } };
    const body = JSON.stringify({ query });
    return async () => (await (await app.request("/graphql", { ...init, body })).arrayBuffer()).byteLength;
  };
  return {
    compiled: asking(createGraphqlApp({ server, compiled, contextOf, log })),
    plain: asking(createGraphqlApp({ server, contextOf, log })),
  };
}

/** Milliseconds of CPU, which other processes do not lengthen. */
async function timeOf(of: Pair["plain"], count: number): Promise<number> {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i += 1) await of();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / count;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function line({ compiled, plain }: Pair): Promise<string> {
  // The third request is the first that is compiled.
  for (let i = 0; i < 3; i += 1)
    if ((await compiled()) !== (await plain())) throw new Error("The answers differ.");
  const count = Math.max(3, Math.round(40 / (await timeOf(plain, 3))));
  const rounds: { readonly plain: number; readonly compiled: number }[] = [];
  for (let i = 0; i < 15; i += 1)
    rounds.push({ plain: await timeOf(plain, count), compiled: await timeOf(compiled, count * 4) });
  const ratio = median(rounds.slice(3).map((round) => round.plain / round.compiled));
  const ms = median(rounds.slice(3).map((round) => round.compiled));
  return `${ratio.toFixed(1).padStart(6)} times ${ms.toFixed(3).padStart(7)} ms`;
}

async function main(): Promise<void> {
  console.log(`${"".padEnd(32)} ${"text of the data".padStart(24)} ${"whole request".padStart(24)}`);
  for (const [name, query] of Object.entries(operations))
    console.log(`${name.padEnd(32)} ${await line(texts(query))} ${await line(requests(query))}`);
}

void main();
