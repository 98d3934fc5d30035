import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

async function errorOf(query: string, variables = {}) {
  const { errors } = await hub.ask(query, variables);
  expect(errors).toHaveLength(1);
  const { message, extensions, path } = errors![0]!;
  return { message, path, ...extensions } as Record<string, unknown>;
}

const notADate = (given: string) => ({
  messageIt: `Il valore "${given}" non è una data.`,
  hint: "Write YYYY, YYYY-MM or YYYY-MM-DD; a half year is YYYY-S2, a quarter YYYY-Q3.",
  hintIt: "Scrivere AAAA, AAAA-MM oppure AAAA-MM-GG; un semestre è AAAA-S2, un trimestre AAAA-Q3.",
});

test.each([0, -1, 101, 99_999_999])(
  "first: %i is rejected by an error with the bounds and the remedy, in two languages",
  async (first) => {
    expect(await errorOf(`{ centres(first: ${first}) { totalCount } }`)).toEqual({
      code: "PAGE_SIZE_OUT_OF_RANGE",
      message: `first is ${first.toLocaleString("en-GB")}; it must be 1 to 100.`,
      messageIt: `Il valore di first è ${first.toLocaleString("it-IT")}; deve essere compreso tra 1 e 100.`,
      hint: "Ask for at most 100 and continue with after: pageInfo.endCursor.",
      hintIt: "Richiedere al massimo 100 elementi e proseguire con after: pageInfo.endCursor.",
      where: "first",
      path: ["centres"],
      requestId: expect.any(String),
    });
  },
);

test("first: 1 and first: 100 are served", async () => {
  const { data, errors } = await hub.ask<Record<"a" | "b", { nodes: unknown[] }>>(
    "{ a: areas(first: 1) { nodes { code } } b: areas(first: 100) { nodes { code } } }",
  );
  expect(errors).toBeUndefined();
  expect([data?.a.nodes.length, data?.b.nodes.length]).toEqual([1, 88]);
});

test("a cursor of another list is rejected", async () => {
  const { data } = await hub.ask<{ areas: { pageInfo: { endCursor: string } } }>(
    "{ areas(first: 2) { pageInfo { endCursor } } }",
  );
  const after = data!.areas.pageInfo.endCursor;
  const error = await errorOf("query ($after: String) { indicators(after: $after) { totalCount } }", {
    after,
  });
  expect(error).toMatchObject({
    code: "INVALID_CURSOR",
    message: expect.stringContaining("belongs to another list or filter"),
    where: "after",
  });
});

test("a cursor of the same list under another filter is rejected", async () => {
  const { data } = await hub.ask<{ centres: { pageInfo: { endCursor: string } } }>(
    "{ centres(first: 1) { pageInfo { endCursor } } }",
  );
  const after = data!.centres.pageInfo.endCursor;
  const error = await errorOf(
    `query ($after: String) { centres(after: $after, filter: { strategy: "mi-over-net" }) { totalCount } }`,
    { after },
  );
  expect(error).toMatchObject({ code: "INVALID_CURSOR" });
});

test.each([["nonsense"], [""], ["eyJhIjoxfQ"]])("the cursor %p is rejected", async (after) => {
  expect(
    await errorOf("query ($after: String) { areas(after: $after) { totalCount } }", { after }),
  ).toMatchObject({
    code: "INVALID_CURSOR",
    message: expect.stringContaining("is not a cursor of this hub"),
  });
});

test.each([
  ["area", `{ centres(filter: { area: "nil:999" }) { totalCount } }`, "filter.area"],
  ["kind", `{ centres(filter: { kinds: "HUB" }) { totalCount } }`, "filter.kinds"],
  ["strategy", `{ centres(filter: { strategy: "none" }) { totalCount } }`, "filter.strategy"],
  ["indicator", `{ observations(filter: { indicator: "none" }) { totalCount } }`, "filter.indicator"],
])("an unknown %s in a filter is an error, not an empty list", async (_, query, where) => {
  expect(await errorOf(query)).toMatchObject({ code: "UNKNOWN_CODE", where });
});

test("a filter of observations without an area or an indicator is rejected with an example", async () => {
  expect(await errorOf(`{ observations(filter: { period: "2024" }) { totalCount } }`)).toMatchObject({
    code: "BAD_USER_INPUT",
    hint: expect.stringContaining("nil:42"),
  });
});

test.each([
  ["point", "nearestCentres(input: { point: { latitude: 9.17, longitude: 454 } })"],
  ["first", "nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, first: 51 })"],
  ["withinMetres", "nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, withinMetres: 0 })"],
  [
    "walkingSpeedKmh",
    "nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, walkingSpeedKmh: 0 })",
  ],
  ["detourFactor", "nearestCentres(input: { point: { latitude: 45.4, longitude: 9.1 }, detourFactor: 0.5 })"],
])("nearestCentres rejects a meaningless %s", async (where, field) => {
  expect(await errorOf(`{ ${field} { withinMetres } }`)).toMatchObject({ code: "BAD_USER_INPUT", where });
});

test("a date that does not exist is rejected before any read", async () => {
  const { errors } = await hub.ask(
    `{ area(code: "nil:42") { observation(indicator: "residents", period: "2024-13") { value } } }`,
  );
  expect(errors?.[0]?.message).toContain("2024-13");
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "GRAPHQL_VALIDATION_FAILED",
    ...notADate("2024-13"),
  });
});

test("a variable that is not a date is rejected in both languages", async () => {
  const { errors } = await hub.ask(
    `query ($period: PartialDate!) { area(code: "nil:42") { observation(indicator: "residents", period: $period) { value } } }`,
    { period: "2024-13" },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", ...notADate("2024-13") });
});

test("a limit of the operation is explained in both languages", async () => {
  const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: __typename`);
  const { errors } = await hub.ask(`{ ${aliases.join(" ")} }`);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "GRAPHQL_VALIDATION_FAILED",
    messageIt: "L'interrogazione ha 31 alias; il limite è di 30.",
    hint: "Split it into several queries.",
    hintIt: "Dividerla in più interrogazioni.",
  });
});

test("an id of another hub is rejected, one of a retired record gives null", async () => {
  expect(await errorOf(`{ node(id: "nil:42") { id } }`)).toMatchObject({ code: "INVALID_ID", where: "id" });
  const gone = Buffer.from("Centre:ds3017:999").toString("base64url");
  expect(await hub.ask("query ($id: ID!) { node(id: $id) { id } }", { id: gone })).toEqual({
    data: { node: null },
  });
});

test("more ids than the limit of a query are rejected", async () => {
  const ids = Array(101).fill("x");
  expect(await errorOf("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toMatchObject({
    code: "LIMIT_EXCEEDED",
  });
});

test("one failed field does not affect the others", async () => {
  const { data, errors } = await hub.ask(
    `{ bad: centres(first: 0) { totalCount } good: area(code: "nil:42") { code } }`,
  );
  expect(data).toEqual({ bad: null, good: { code: "nil:42" } });
  expect(errors).toHaveLength(1);
});
