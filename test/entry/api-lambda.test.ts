import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { LambdaHandler } from "../../src/app/lambda-handler";
import { bodyOf, gatewayEvent, invoke } from "../support/lambda-bridge";
import { preparedAt } from "../support/prepared-table";
import { starterEntries } from "../support/starter-table";
import { writeDataFolder } from "../support/table-copies";

const root = path.resolve(__dirname, "../..");
const json = { "content-type": "application/json" };
const printed: string[] = [];

let dataDir: string;
let handler: LambdaHandler;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  await writeDataFolder(await starterEntries(), dataDir);
  process.env.VICINATO_DATA_DIR = dataDir;
  jest.spyOn(process.stdout, "write").mockImplementation((line) => {
    printed.push(String(line));
    return true;
  });
  // The module reads the environment when it is loaded, so it is loaded only now.
  ({ handler } = require("../../src/entry/api.lambda") as { handler: LambdaHandler });
});

afterAll(async () => {
  delete process.env.VICINATO_DATA_DIR;
  jest.restoreAllMocks();
  await rm(dataDir, { recursive: true });
});

test("answers a GraphQL query", async () => {
  const query = '{ area(code: "nil:1") { name level } areas(first: 1) { totalCount } }';
  const result = await invoke(handler, {
    method: "POST",
    target: "/graphql",
    headers: json,
    body: JSON.stringify({ query }),
  });
  expect(result).toEqual({
    statusCode: 200,
    isBase64Encoded: false,
    body: expect.stringContaining(
      JSON.stringify({
        data: { area: { name: "DUOMO", level: "NEIGHBOURHOOD" }, areas: { totalCount: 88 } },
      }).slice(0, -1),
    ),
    headers: expect.objectContaining({
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
      "x-request-id": "request-of-the-gateway",
    }),
  });
});

test("writes one line for each request, with the id of the gateway and a hash of the address", async () => {
  printed.length = 0;
  await invoke(handler, { method: "GET", target: "/status?secret=1" });
  expect(printed.map((line) => JSON.parse(line))).toMatchObject([
    {
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: "INFO",
      message: "request",
      requestId: "request-of-the-gateway",
      method: "GET",
      path: "/status",
      status: 200,
      ms: expect.any(Number),
      client: expect.stringMatching(/^[\w-]{22}$/),
    },
  ]);
  expect(printed.join()).not.toContain("secret");
});

test("answers GET queries, escapes and all", async () => {
  const query = encodeURIComponent('query($c: String!) { area(code: $c) { name } } # più "lungo"');
  const variables = encodeURIComponent('{"c":"nil:1"}');
  const result = await invoke(handler, {
    method: "GET",
    target: `/graphql?query=${query}&variables=${variables}`,
  });
  expect(JSON.parse(result.body!)).toMatchObject({ data: { area: { name: "DUOMO" } } });
});

test("reads a request body that the gateway passes in base64", async () => {
  const event = gatewayEvent({ method: "POST", target: "/graphql", headers: json });
  const body = Buffer.from('{"query":"{ __typename }"}').toString("base64");
  const result = await handler({
    ...event,
    body,
    isBase64Encoded: true,
  } as unknown as Parameters<LambdaHandler>[0]);
  expect([result.statusCode, JSON.parse(result.body!)]).toMatchObject([
    200,
    { data: { __typename: "Query" } },
  ]);
});

test("ignores the content of a GET", async () => {
  const result = await invoke(handler, { method: "GET", target: "/status", headers: json, body: "{}" });
  expect(result.statusCode).toBe(200);
});

test("reports its status in the format of a problem", async () => {
  const result = await invoke(handler, { method: "GET", target: "/status" });
  expect(result.headers?.["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(result.body!)).toEqual({
    type: "about:blank",
    title: "OK",
    status: 200,
    detail: `The hub answers. Data version 1 of ${preparedAt}.`,
    // What comes with the hub has dates, and nothing was imported yet.
    sources: { fresh: 0, late: 0, oldest: [], unknown: expect.any(Number) },
  });
});

test("sends the schema compressed, as bytes that survive the gateway", async () => {
  const result = await invoke(handler, {
    method: "GET",
    target: "/schema.graphql",
    headers: { "accept-encoding": "gzip, br" },
  });
  expect([result.statusCode, result.isBase64Encoded, result.headers?.["content-encoding"]]).toEqual([
    200,
    true,
    "gzip",
  ]);
  expect(gunzipSync(bodyOf(result)).toString()).toBe(
    readFileSync(path.join(root, "schema/schema.graphql"), "utf8"),
  );
});

test("sends a small answer uncompressed, whatever the client accepts", async () => {
  const result = await invoke(handler, {
    method: "POST",
    target: "/graphql",
    headers: { ...json, "accept-encoding": "gzip" },
    body: '{"query":"{ __typename }"}',
  });
  expect([result.headers?.["content-encoding"], result.headers?.["content-length"]]).toEqual([
    undefined,
    String(result.body!.length),
  ]);
});

test("allows the request that a browser announces", async () => {
  const result = await invoke(handler, {
    method: "OPTIONS",
    target: "/graphql",
    headers: {
      origin: "https://quartiere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(result).toMatchObject({
    statusCode: 204,
    body: "",
    headers: {
      "access-control-allow-headers": expect.stringMatching(/^\*,.*\bauthorization,.*\bcontent-type,/),
      "access-control-allow-methods": "GET,HEAD,POST",
      "access-control-allow-origin": "*",
    },
  });
});

test("lists the existing paths for an unknown one", async () => {
  const result = await invoke(handler, { method: "GET", target: "/graphiql" });
  expect([result.statusCode, result.headers?.["content-type"]]).toEqual([404, "application/problem+json"]);
  expect(JSON.parse(result.body!)).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail:
      "There is nothing at /graphiql. Try /, /playground, /graphql, /hsds/, /schema, /schema.graphql or /status.",
  });
});
