import { readFileSync } from "node:fs";
import path from "node:path";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  printSchema,
} from "graphql";
import { startHub, type TestHub } from "../../support/hub";

/** Decided in docs/decisions/0043: the schema is one, public and published, and rights are checked where a field is answered. */
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});

const published = buildSchema(
  readFileSync(path.resolve(__dirname, "../../../schema/published.graphql"), "utf8"),
);

test("introspection shows the published schema and nothing else, with a key or without", async () => {
  const { data } = await hub.ask<IntrospectionQuery & Record<string, unknown>>(getIntrospectionQuery());
  const shown = buildClientSchema(data as unknown as IntrospectionQuery);
  const names = (schema: typeof shown): string[] =>
    [...printSchema(schema).matchAll(/^(?:type|input|enum|interface|union|scalar) (\w+)/gm)]
      .map(([, name]) => name!)
      .sort();
  expect(names(shown)).toEqual(names(published));
  expect(await hub.edit(getIntrospectionQuery())).toEqual({ data });
});

test.each([
  ["a field", "{ centre }", {}],
  ["a field of a change", "mutation { createApiKe(input: {}) { secret } }", {}],
  ["an argument", '{ area(cod: "nil:1") { name } }', {}],
  ["a type", "query ($a: CentreFilte) { centres(filter: $a) { totalCount } }", {}],
  [
    "an input field in variables",
    "query ($a: CentreFilter) { centres(filter: $a) { totalCount } }",
    { a: { kind: ["x"] } },
  ],
  [
    "an enum in variables",
    "query ($a: AreaFilter) { areas(filter: $a) { totalCount } }",
    { a: { level: "CITTY" } },
  ],
])("suggestions name only what the published schema has: %s", async (_, query, variables) => {
  const { errors = [] } = await hub.ask(query, variables);
  expect(errors.length).toBeGreaterThan(0);
  const words = new Set(printSchema(published).match(/\w+/g));
  for (const { message } of errors) {
    const [, suggested = ""] = /Did you mean (.*)\?/.exec(message) ?? [];
    const names = [...suggested.matchAll(/"(?:\w+\.)?(\w+)"/g)].map(([, name]) => name!);
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  }
});

test.each(['mutation { revokeApiKey(input: { id: "x" }) { apiKey { id } } }', "{ apiKeys { totalCount } }"])(
  "who knows the name of %s still needs the right",
  async (query) => {
    const { data, errors } = await hub.ask(query);
    expect(errors?.[0]?.extensions?.code).toBe("UNAUTHENTICATED");
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  },
);
