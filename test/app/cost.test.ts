import { ApolloServer } from "@apollo/server";
import { getIntrospectionQuery } from "graphql";
import { createGraphqlApp } from "../../src/app/http-app";
import { startHub, type TestHub } from "../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly cost?: Readonly<Record<string, number>> };
}

async function post(query: string, variables: object = {}): Promise<{ status: number; body: Body }> {
  const response = await hub.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(" ");
const ofCentres = (fields: string): string => `{ centres(first: 100) { nodes { code ${fields} } } }`;
const cycle = (levels: number, leaf: string): string =>
  levels === 0 ? leaf : `locations { service { ${cycle(levels - 1, leaf)} } }`;
const month = 'from: "2026-09-01T00:00:00Z", to: "2026-10-01T00:00:00Z"';
const near = "point: { latitude: 45.46, longitude: 9.19 }, first: 50, withinMetres: 15000";
const wide = `code name address { streetAddress } sourceRefs { code title publisher licence rights { it } }
  areas { code name level } services { code service { code name { it en } description { it en } } }`;

test.each([
  ["a cycle without aliases", `{ services(first: 100) { nodes { ${cycle(4, "code")} } } }`],
  ["a cycle with twelve aliases", `{ services(first: 100) { nodes { ${cycle(4, aliases(12, "code"))} } } }`],
  ["a short cycle of one service", `{ services(first: 10) { nodes { ${cycle(3, "code")} } } }`],
  [
    "opening times of all centres under 30 aliases",
    `{ ${aliases(30, 'centres(first: 1, filter: { openAt: "2026-09-28T10:00:00Z" }) { totalCount }')} }`,
  ],
  ["28 histories of 100 centres", ofCentres(aliases(28, "recordState { history { totalCount } }"))],
  [
    "28 searches for the nearest",
    `{ ${aliases(28, `nearestCentres(input: { ${near} }) { results { centre { code } } }`)} }`,
  ],
  ["28 months of opening hours of 100 centres", ofCentres(aliases(28, `openingHours(${month}) { opens }`))],
  ["28 months of closures of 100 centres", ofCentres(aliases(28, `closures(${month}) { known }`))],
  [
    "six pages of 100 centres with all in them",
    `{ ${aliases(6, `centres(first: 100) { nodes { ${wide} } }`)} }`,
  ],
])("refuses %s before any work", async (_, query) => {
  const { status, body } = await post(query);
  expect([status, body.errors?.map(({ extensions }) => extensions.code)]).toEqual([400, ["LIMIT_EXCEEDED"]]);
  expect(body.extensions?.cost).toMatchObject({ units: 0, fields: 0, storeCalls: 0, readUnits: 0 });
});

test("a refusal names cost, limit, the field with most of it, and the remedy in both languages", async () => {
  const { body } = await post(`{ services(first: 100) { nodes { ${cycle(2, "code")} } } }`);
  expect(body.errors).toEqual([
    {
      message: expect.stringMatching(
        /^The operation may cost [\d,]+ units; the limit is 300,000\. \d+% of it is services\.nodes\.locations/,
      ),
      extensions: {
        code: "LIMIT_EXCEEDED",
        messageIt: expect.stringMatching(/^L'operazione può costare [\d.]+ unità; il limite è 300\.000\./),
        hint: expect.stringContaining("costOf"),
        hintIt: expect.stringContaining("costOf"),
        requestId: expect.any(String),
      },
    },
  ]);
});

test("reports estimate and work with an answer", async () => {
  const { body } = await post("{ centres(first: 2) { totalCount nodes { code } } }");
  expect(body.extensions).toEqual({
    cost: {
      estimated: expect.any(Number),
      limit: 300_000,
      estimatedBytes: expect.any(Number),
      bytesLimit: 2_000_000,
      units: expect.any(Number),
      // centres, totalCount, nodes and two codes.
      fields: 5,
      records: expect.any(Number),
      storeCalls: expect.any(Number),
      readUnits: expect.any(Number),
    },
  });
  const { fields, records, storeCalls, units } = body.extensions!.cost!;
  // Pages of the published version belong to no request, so that the answer has the same bytes whoever loaded them.
  expect([units, records, storeCalls]).toEqual([fields, 0, 0]);
  const live = await post("{ dataVersion { version } }");
  const cost = live.body.extensions!.cost!;
  expect(cost.storeCalls).toBe(1);
  expect(cost.units).toBe(cost.fields! + 400 * cost.storeCalls! + 100 * cost.records!);
});

test("answers the questions of introspection within the limits", async () => {
  const { body } = await post(getIntrospectionQuery());
  expect(body.errors).toBeUndefined();
  expect(body.extensions!.cost!.estimatedBytes).toBeGreaterThan(JSON.stringify(body.data).length);
});

test("an answer over 4 MB is refused with the way out", async () => {
  const server = new ApolloServer({
    typeDefs: "type Query { long: String }",
    resolvers: { Query: { long: () => "x".repeat(4_000_000) } },
  });
  await server.start();
  const app = createGraphqlApp({ server, contextOf: () => ({}), log: () => undefined });
  const response = await app.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ long }" }),
  });
  expect([response.status, await response.json()]).toEqual([
    413,
    {
      errors: [
        {
          message: "The answer has 4,000,021 bytes; the limit is 4,000,000 bytes.",
          extensions: {
            code: "ANSWER_TOO_LARGE",
            messageIt: "La risposta ha 4.000.021 byte; il limite è di 4.000.000 byte.",
            hint: "Ask for smaller pages (first, after) or fewer fields.",
            hintIt: "Chiedere pagine più piccole (first, after) o meno campi.",
          },
        },
      ],
    },
  ]);
});
