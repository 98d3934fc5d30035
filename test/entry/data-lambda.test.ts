import { gunzipSync } from "node:zlib";
import type { ExportManifest } from "../../src/app/exports/export-manifest";
import type { LambdaHandler } from "../../src/app/lambda-handler";
import { bucketKey, bucketName, startBucket } from "../support/bucket";
import { startEngineServer } from "../support/engine-server";
import { bodyOf, invoke } from "../support/lambda-bridge";
import { cloneEntries } from "../support/starter-table";

/** Both functions as AWS runs them, on one table and one bucket. */
let makeExports: () => Promise<void>;
let handler: LambdaHandler;
let closeBucket: () => Promise<void>;
let close: () => void;
const printed: string[] = [];

beforeAll(async () => {
  const engine = await startEngineServer(await cloneEntries());
  const bucket = await startBucket();
  const variables = {
    AWS_ACCESS_KEY_ID: bucketKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: bucketKey.secretAccessKey,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
    AWS_REGION: "eu-south-1",
    VICINATO_DYNAMODB_ENDPOINT: engine.url,
    VICINATO_EXPORTS_BUCKET: bucketName,
  };
  Object.assign(process.env, variables);
  jest.spyOn(process.stdout, "write").mockImplementation((line) => {
    printed.push(String(line));
    return true;
  });
  // The modules read the environment when they are loaded, so they are loaded only now.
  ({ handler: makeExports } = require("../../src/entry/export.lambda"));
  ({ handler } = require("../../src/entry/data.lambda"));
  closeBucket = bucket.close;
  close = () => {
    for (const name of Object.keys(variables)) delete process.env[name];
    jest.restoreAllMocks();
    engine.close();
  };
});

afterAll(() => close());

const get = (target: string, headers: Record<string, string> = {}) =>
  invoke(handler, { method: "GET", target, headers });
const manifestOf = async (): Promise<ExportManifest> =>
  JSON.parse(bodyOf(await get("/exports/index.json")).toString());

test("before the first export there is nothing, and the answer says when to come again", async () => {
  const none = await get("/exports/centres.csv");
  expect([none.statusCode, none.headers?.["retry-after"]]).toEqual([503, expect.any(String)]);
});

test("what the scheduled function wrote, the other serves", async () => {
  await makeExports();
  const { sets } = await manifestOf();
  expect(sets.length).toBeGreaterThan(10);
  const csv = await get("/exports/centres.csv");
  expect([csv.statusCode, csv.headers?.["content-type"]]).toEqual([200, expect.stringContaining("text/csv")]);
  const [header] = bodyOf(csv).toString().split("\n");
  expect(header).toMatch(/^\uFEFFcode,/);
  const zipped = await get("/exports/centres.csv", { "accept-encoding": "gzip" });
  expect([zipped.isBase64Encoded, gunzipSync(bodyOf(zipped)).equals(bodyOf(csv))]).toEqual([true, true]);
  const part = await get("/exports/centres.csv", { range: "bytes=3-6" });
  expect([part.statusCode, bodyOf(part).toString()]).toEqual([206, "code"]);
  expect(printed.filter((line) => JSON.parse(line).level === "ERROR")).toEqual([]);
});

test("a file that no answer of a function can hold is a redirection to where the client gets it", async () => {
  const file = (await manifestOf()).sets
    .flatMap(({ files }) => files)
    .find(({ bytes }) => bytes > 4_000_000)!;
  const { statusCode, headers } = await get(`/exports/${file.name}`);
  expect([statusCode, headers?.["cache-control"]]).toEqual([302, "no-store"]);
  const response = await fetch(String(headers?.location));
  expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, file.bytes]);
  expect(response.headers.get("content-disposition")).toBe(`inline; filename="${file.name}"`);
});

test("nothing is exported again while the version is the same", async () => {
  const before = await manifestOf();
  await makeExports();
  expect((await manifestOf()).madeAt).toBe(before.madeAt);
});

test("it answers all that is not GraphQL: filtered files, changes, HSDS, the catalogue, the files of conventions", async () => {
  const targets = [
    "/exports/",
    "/exports/datapackage.json",
    "/exports/centres.csv?area=nil:26",
    "/exports/changes.ndjson",
    "/catalogue.ttl",
    "/catalogue.jsonld",
    "/hsds/",
    "/hsds/services?per_page=2",
    "/hsds/openapi.json",
    "/hsds/docs",
    "/robots.txt",
    "/favicon.ico",
    "/.well-known/security.txt",
    "/.well-known/api-catalog",
  ];
  const answers: [string, number | undefined][] = [];
  for (const target of targets) answers.push([target, (await get(target)).statusCode]);
  expect(answers).toEqual(targets.map((target) => [target, 200]));
  expect((await get("/exports/cats.csv")).statusCode).toBe(404);
});

test("a run that cannot reach its files ends with an error, which rings the alarm", async () => {
  await closeBucket();
  await expect(makeExports()).rejects.toThrow("ECONNREFUSED");
});
