import { createHub, type Hub } from "../../src/app/create-hub";
import { readEnv } from "../../src/app/env";
import { type OpenTable, openTable } from "../../src/app/open-table";
import { type EngineServer, startEngineServer } from "../support/engine-server";
import { starterEntries } from "../support/starter-table";

/** What the SDK takes from the environment of a Lambda function, but for the address. */
const atAws = {
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: "eu-south-1",
};

let engine: EngineServer;
let opened: OpenTable;
let hub: Hub;
let callsToOpen: readonly string[];

beforeAll(async () => {
  engine = await startEngineServer(await starterEntries());
  Object.assign(process.env, atAws, { AWS_ENDPOINT_URL_DYNAMODB: engine.url });
  opened = await openTable(readEnv({ AWS_LAMBDA_FUNCTION_NAME: "api" }), { share: false });
  hub = createHub({ table: opened.table, log: () => undefined });
  callsToOpen = [...engine.operations];
});

afterAll(async () => {
  await opened.close();
  engine.close();
  for (const name of [...Object.keys(atAws), "AWS_ENDPOINT_URL_DYNAMODB"]) delete process.env[name];
});

test("opens the table without a call", () => {
  expect(callsToOpen).toEqual([]);
});

/** Of all requests: pages that one of them loaded are in memory for the next. */
const asked: string[] = [];
afterAll(() => expect(new Set(asked)).toEqual(new Set(["BatchGetItem", "GetItem"])));

test.each([
  '{ area(code: "nil:1") { name city { name } overlaps { area { name } } sourceRefs { title } } }',
  '{ areas(first: 100) { totalCount nodes { observation(indicator: "residents", period: "2024") { value } } } }',
  "{ areaAt(point: { latitude: 45.464, longitude: 9.19 }) { areas { code } } }",
  "{ centres { totalCount nodes { name } } }",
  "{ nearestCentres(input: { point: { latitude: 45.464, longitude: 9.19 } }) { __typename } }",
  "{ dataVersion { version } }",
  '{ observations(filter: { area: "nil:1" }) { totalCount nodes { value } } }',
  "{ partnerships { totalCount nodes { code } } organizations { totalCount nodes { code } } }",
  "{ strategies { totalCount nodes { code } } indicators { totalCount nodes { code } } }",
])("reads with the three calls that the role of the API allows: %s", async (query) => {
  engine.operations.length = 0;
  const response = await hub.http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  expect(await response.json()).toEqual({ data: expect.anything(), extensions: expect.anything() });
  const allowed = ["BatchGetItem", "GetItem", "Query"];
  asked.push(...engine.operations);
  expect(engine.operations.filter((operation) => !allowed.includes(operation))).toEqual([]);
});
