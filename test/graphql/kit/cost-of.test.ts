import { isInterfaceType, isObjectType } from "graphql";
import { fieldWeights } from "../../../src/graphql/kit/field-weights";
import { buildHubSchema } from "../../../src/graphql/schema";
import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});

interface Cost {
  readonly accepted: boolean;
  readonly units: number;
  readonly unitsLimit: number;
  readonly unitsAt: string | null;
  readonly bytes: number;
  readonly bytesLimit: number;
  readonly bytesAt: string | null;
}

const ask = (query: string, variables?: object, operationName?: string) =>
  hub.ask<{ costOf: Cost | null }>(
    `query ($query: String!, $variables: JSONObject, $operationName: String) {
      costOf(query: $query, variables: $variables, operationName: $operationName) {
        accepted units unitsLimit unitsAt bytes bytesLimit bytesAt } }`,
    { query, variables, operationName },
  );

async function costOf(query: string, variables?: object, operationName?: string): Promise<Cost> {
  const { data, errors } = await ask(query, variables, operationName);
  expect(errors).toBeUndefined();
  return data!.costOf!;
}

const unitsOf = async (query: string, variables?: object): Promise<number> =>
  (await costOf(query, variables)).units;

test("computes a cost without running the operation", async () => {
  // The page of 100 with one field of each: field, call, 100 items; nodes; 100 codes.
  const page = 1 + 400 + 100 * 100 + 1 + 100;
  expect(await costOf("{ centres(first: 100) { nodes { code } } }")).toEqual({
    accepted: true,
    units: page,
    unitsLimit: 300_000,
    unitsAt: "centres",
    bytes: "centres".length + 6 + "nodes".length + 6 + 100 * ("code".length + 6 + 40),
    bytesLimit: 2_000_000,
    bytesAt: "centres.nodes.code",
  });
});

test("refuses in the dry run what it would refuse, and names the place", async () => {
  const { accepted, unitsAt } = await costOf(
    "{ services(first: 100) { nodes { locations { service { locations { code } } } } } }",
  );
  expect([accepted, unitsAt]).toEqual([false, "services.nodes.locations.service.locations"]);
});

test("access costs by its walking distance, its scenarios and a narrow filter", async () => {
  const access = (args: string) => unitsOf(`{ access(input: { period: "2024"${args} }) { centres } }`);
  const [usual, far, kind] = [
    await access(""),
    await access(", minutes: 60, walkingSpeedKmh: 8, detourFactor: 1"),
    await access(', filter: { kinds: ["centre-kind:HUB"] }'),
  ];
  expect(kind).toBeLessThan(usual);
  expect(far).toBeGreaterThan(2 * usual);
  expect(far).toBeLessThan(300_000);
  expect(await access(", whatIf: {}")).toBeGreaterThan(usual);
});

test("a request has one change of a centre, or three of other records", async () => {
  const changes = (field: string, count: number) =>
    costOf(
      `mutation { ${Array.from({ length: count }, (_, i) => `a${i}: ${field}(input: { code: "c", expectedVersion: 1, reason: "Test" }) { version }`).join(" ")} }`,
    );
  const accepted = async (field: string, count: number) => (await changes(field, count)).accepted;
  expect([await accepted("retireCentre", 1), await accepted("retireCentre", 2)]).toEqual([true, false]);
  expect([await accepted("retireService", 3), await accepted("retireService", 4)]).toEqual([true, false]);
});

test("pages in pages multiply", async () => {
  const organizations = (first: number, inner: number): string =>
    `{ organizations(first: ${first}) { nodes { services(first: ${inner}) { nodes { code } } } } }`;
  const inner = 1 + 400 + 10 * 100 + 1 + 10;
  expect(await unitsOf(organizations(1, 10))).toBe(1 + 400 + 100 + 1 + inner);
  expect(await unitsOf(organizations(50, 10))).toBe(1 + 400 + 50 * 100 + 1 + 50 * inner);
});

test.each<[string, string, string, object]>([
  [
    "a variable costs what its value costs",
    "query ($n: Int!) { centres(first: $n) { nodes { code } } }",
    "{ centres(first: 70) { nodes { code } } }",
    { n: 70 },
  ],
  [
    "a variable has its default value",
    "query ($n: Int! = 70) { centres(first: $n) { nodes { code } } }",
    "{ centres(first: 70) { nodes { code } } }",
    {},
  ],
  [
    "a page has its usual size",
    "{ centres { nodes { code } } }",
    "{ centres(first: 20) { nodes { code } } }",
    {},
  ],
  [
    "a fragment costs what is in it",
    "{ centres { nodes { ...A ... on Centre { name } } } } fragment A on Centre { code ...B } fragment B on Centre { id }",
    "{ centres { nodes { code id name } } }",
    {},
  ],
  [
    "a field that is left out costs nothing",
    "query ($no: Boolean!) { centres { nodes { code areas @include(if: $no) { code } services @skip(if: true) { code } } } }",
    "{ centres { nodes { code } } }",
    { no: false },
  ],
  [
    "an edge costs what its node costs, and one field more",
    "{ centres(first: 10) { edges { node { code name } } } }",
    "{ centres(first: 10) { nodes { code name id } } }",
    {},
  ],
  [
    "of an interface the most expensive type counts",
    '{ node(id: "x") { id ... on Centre { services { code } } ... on Area { code } ... on Service { code } } }',
    '{ node(id: "x") { id ... on Centre { services { code } } } }',
    {},
  ],
  [
    "of a list of ids each counts",
    '{ nodes(ids: ["a", "b", "c"]) { id } }',
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
    { ids: ["a", "b", "c"] },
  ],
])("%s", async (_, query, same, variables) => {
  expect(await unitsOf(query, variables)).toBe(await unitsOf(same, variables));
});

test("each alias costs as much as the field", async () => {
  const field = 'isOpenAt(at: "2026-09-28T10:00:00Z") { state }';
  const one = await unitsOf(`{ centre(code: "x") { ${field} } }`);
  const none = await unitsOf('{ centre(code: "x") { __typename } }');
  const thirty = Array.from({ length: 30 }, (_, i) => `a${i}: ${field}`).join(" ");
  expect(await unitsOf(`{ centre(code: "x") { ${thirty} } }`)).toBe(none - 1 + 30 * (one - none + 1));
});

test("fragments that repeat each other cost what they would answer, and are computed once", async () => {
  const levels = 9;
  const fragments = Array.from(
    { length: levels },
    (_, i) =>
      `fragment F${i} on Area { ${i === levels - 1 ? "code" : `a: city { ...F${i + 1} } b: city { ...F${i + 1} }`} }`,
  );
  const cost = await costOf(`{ area(code: "x") { ...F0 } } ${fragments.join(" ")}`);
  expect(cost.units).toBeGreaterThan(2 ** (levels - 1));
});

test("names the operation among several", async () => {
  const text = "query A { dataVersion { version } } query B { centres { totalCount } }";
  expect((await costOf(text, {}, "B")).unitsAt).toBe("centres");
  const { errors } = await ask(text);
  expect(errors?.[0]).toMatchObject({
    message: "The text has no operation of that name, or several and no name was given.",
    extensions: { code: "BAD_USER_INPUT", where: "operationName" },
  });
});

test("says that variables do not fit", async () => {
  const { errors } = await ask("query ($n: Int!) { centres(first: $n) { totalCount } }", { n: "many" });
  expect(errors?.[0]).toMatchObject({
    message: "The variables do not fit those that the operation declares.",
    extensions: { code: "BAD_USER_INPUT", where: "variables" },
  });
});

test.each([
  ["{ centres", "Syntax Error: Expected Name, found <EOF>."],
  [
    "{ centre { code } }",
    'Field "centre" argument "code" of type "String!" is required, but it was not provided.',
  ],
])("says why %s has no cost", async (query, problem) => {
  const { errors } = await ask(query);
  expect(errors?.[0]).toMatchObject({
    message: `The text is not a GraphQL document of this schema: ${problem}`,
    extensions: { code: "BAD_USER_INPUT", where: "query" },
  });
});

test("every weight is of a field of the schema", () => {
  const fields = Object.values(buildHubSchema().getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
      : [],
  );
  expect(Object.keys(fieldWeights).filter((key) => !fields.includes(key))).toEqual([]);
});
