import { toGlobalId } from "../../../src/queries/kit/global-id";
import { type ListeningHub, startListeningHub } from "../../support/listening-hub";

let hub: ListeningHub;
beforeAll(async () => {
  hub = await startListeningHub();
});
afterAll(() => hub.close());

async function ask(query: string, variables = {}): Promise<unknown> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

test("fragments on Record and Sourced select what their types share", async () => {
  const observation = "alone_80plus_share@comune:015146@2011";
  const ids = [
    toGlobalId("Area", "nil:1"),
    toGlobalId("SourceRef", "ds964"),
    toGlobalId("Observation", observation),
  ];
  const data = await ask(
    `query ($ids: [ID!]!) {
      nodes(ids: $ids) {
        __typename id
        ... on Record { code recordState { version } }
        ... on Sourced { sourceRefs { code } }
      }
    }`,
    { ids },
  );
  expect(data).toEqual({
    nodes: [
      {
        __typename: "Area",
        id: ids[0],
        code: "nil:1",
        recordState: { version: 1 },
        sourceRefs: [{ code: "ds964" }],
      },
      { __typename: "SourceRef", id: ids[1], code: "ds964", recordState: { version: 1 } },
      { __typename: "Observation", id: ids[2], sourceRefs: [{ code: "ds205" }] },
    ],
  });
});

test("objects without a global id cite their sources by the same fragment", async () => {
  const data = await ask(
    `fragment Sources on Sourced { sourceRefs { code } }
     { strategy(code: "mi-over-net") { ...Sources budget { ...Sources } } }`,
  );
  expect(data).toEqual({
    strategy: {
      sourceRefs: [
        { code: "factsheet-mi-over-net" },
        { code: "regione-lombardia-mi-over-net" },
        { code: "comune-milano-pr-lombardia" },
      ],
      budget: { sourceRefs: [{ code: "regione-lombardia-mi-over-net" }] },
    },
  });
});

test("introspection describes the schema, Query and Mutation, and where scalars are specified", async () => {
  const data = await ask(
    `{ __schema { description queryType { description } mutationType { description } }
       date: __type(name: "PartialDate") { specifiedByURL }
       record: __type(name: "Record") { interfaces { name } } }`,
  );
  expect(data).toEqual({
    __schema: {
      description: expect.stringMatching(/^Vicinato: .+ UNKNOWN_CODE\./),
      queryType: { description: expect.stringContaining("without a key") },
      mutationType: { description: expect.stringContaining("callers with a key") },
    },
    date: { specifiedByURL: "https://www.w3.org/TR/NOTE-datetime" },
    record: { interfaces: [{ name: "Node" }] },
  });
});
