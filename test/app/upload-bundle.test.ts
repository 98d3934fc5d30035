import { rm } from "node:fs/promises";
import type { APIGatewayProxyStructuredResultV2 as GatewayResult } from "aws-lambda";
import { type OpenTable, openTable } from "../../src/app/open-table";
import { refresh } from "../../src/projections/refresh";
import { codecs } from "../../src/storage/records/codecs";
import { bearing } from "../support/callers";
import { startEngineServer } from "../support/engine-server";
import { bodyOf, gatewayEvent } from "../support/lambda-bridge";
import { roles, savePartners } from "../support/partners";
import { type StartedBundle, startBundle } from "../support/started-bundle";
import { uploadSeeds } from "../support/upload-mappings";

let seeds: string;
let store: OpenTable;
let started: StartedBundle;
/** With the data that comes with the hub. */
let own: StartedBundle;
let authorization: string;

beforeAll(async () => {
  seeds = await uploadSeeds();
  const engine = await startEngineServer();
  const location = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  store = await openTable(location, { share: false });
  const now = store.table.clock();
  await savePartners(store.table, now);
  await refresh(store.table, [], { now });
  ({ authorization } = await bearing(store.table, roles.owner));
  started = await startBundle("upload", { engine, variables: { VICINATO_SEED_DIR: seeds } });
  own = await startBundle("upload", { engine });
});

afterAll(async () => {
  await started.close();
  await own.close();
  await store.close();
  await rm(seeds, { recursive: true });
});

async function upload(
  body: Buffer | string,
  { type = "text/csv", mapping = "services-a" } = {},
): Promise<{ readonly status: number | undefined; readonly body: Record<string, unknown> }> {
  const answer = (await started.call(
    gatewayEvent({
      method: "POST",
      target: `/uploads/${mapping}?reason=New+year`,
      headers: { authorization, "content-type": type },
      body,
    }),
  )) as GatewayResult;
  return { status: answer.statusCode, body: JSON.parse(bodyOf(answer).toString()) };
}

const stored = async (code: string): Promise<Record<string, unknown> | undefined> =>
  (await store.table.get(codecs.service.keyOf(code), true))?.record as Record<string, unknown> | undefined;

test("has the engine of imports, and neither the schema of GraphQL nor the embedded engine", () => {
  expect(started.bundle.bytes).toBeLessThan(2_000_000);
  expect(started.bundle.packages.filter((name) => /type-graphql|dynalite|undici/.test(name))).toEqual([]);
});

test("as started by Lambda, stores a file of a partner, which the gateway passes as text, and says where the key comes from", async () => {
  const { status, body } = await upload("code,name,organization,age,url\ns1,Età è,a,65,\ns2,Due,b,,\n");
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { rows: { read: 2, new: 1, rejected: 1 }, problems: [{ code: "NOT_OWN", line: 3 }] },
  });
  expect(await stored("services-a:s1")).toMatchObject({ name: { it: "Età è" }, minimumAge: 65 });
  expect(await store.table.get(codecs.service.keyOf("services-a:s1"), true)).toMatchObject({
    ...{ changedBy: expect.stringMatching(/^a\/key:/), reason: "New year" },
  });
});

test("a file in another encoding is refused as text, which the gateway has damaged, and read as bytes", async () => {
  const file = Buffer.from("code,name,organization,age,url\ns3,Et\xe0,a,,\n", "latin1");
  expect(await upload(file)).toMatchObject({ status: 400, body: { code: "BAD_REQUEST" } });
  expect(await stored("services-a:s3")).toBeUndefined();
  const { status, body } = await upload(file, { type: "application/octet-stream" });
  expect({ status, body }).toMatchObject({ status: 200, body: { problems: [{ code: "OTHER_ENCODING" }] } });
  expect(await stored("services-a:s3")).toMatchObject({ name: { it: "Età" } });
});

test("finds the mapping files that come with the hub beside it", async () => {
  const event = gatewayEvent({
    ...{ method: "POST", target: "/uploads/nothing?reason=x", body: "x" },
    headers: { authorization, "content-type": "text/csv" },
  });
  const answer = (await own.call(event)) as GatewayResult;
  expect(answer.statusCode).toBe(404);
});
