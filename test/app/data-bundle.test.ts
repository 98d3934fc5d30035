import type { APIGatewayProxyStructuredResultV2 as GatewayResult } from "aws-lambda";
import { bucketKey, bucketName, startBucket } from "../support/bucket";
import { startEngineServer } from "../support/engine-server";
import { bodyOf, gatewayEvent } from "../support/lambda-bridge";
import { type StartedBundle, startBundle } from "../support/started-bundle";
import { starterEntries } from "../support/starter-table";

let bucket: Awaited<ReturnType<typeof startBucket>>;
let exporting: StartedBundle;
let serving: StartedBundle;

beforeAll(async () => {
  bucket = await startBucket();
  const beside = {
    engine: await startEngineServer(await starterEntries()),
    variables: {
      AWS_ACCESS_KEY_ID: bucketKey.accessKeyId,
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
      AWS_SECRET_ACCESS_KEY: bucketKey.secretAccessKey,
      VICINATO_EXPORTS_BUCKET: bucketName,
    },
  };
  exporting = await startBundle("export", beside);
  serving = await startBundle("data", beside);
});

afterAll(async () => {
  await exporting.close();
  await serving.close();
  await bucket.close();
});

const get = async (target: string): Promise<GatewayResult> =>
  (await serving.call(gatewayEvent({ method: "GET", target }))) as GatewayResult;

test("the bundle that makes files has every format, and neither GraphQL nor the embedded engine", async () => {
  expect(exporting.bundle.bytes).toBeLessThan(1_000_000);
  expect(exporting.bundle.packages.filter((name) => /graphql|apollo|dynalite|hono/.test(name))).toEqual([]);
  await exporting.call({});
  const { sets } = JSON.parse(bodyOf(await get("/exports/index.json")).toString());
  const extensions = new Set<string>(
    sets.flatMap(({ files }: { files: { name: string }[] }) =>
      files.map(({ name }) => name.replace(/^[^.]*\./, "")),
    ),
  );
  const formats = "csv geojson geojsonl hsds.json hsds.zip ndjson parquet raw.csv sdmx.csv topojson".split(
    " ",
  );
  expect([...extensions].sort()).toEqual(formats);
});

test("the bundle that serves them finds what lies beside it, and starts without the schema of GraphQL", async () => {
  expect(serving.bundle.bytes).toBeLessThan(1_400_000);
  expect(serving.bundle.packages.filter((name) => /type-graphql|dynalite|undici/.test(name))).toEqual([]);
  for (const [target, part] of [
    ["/exports/centres.csv", "code,"],
    ["/catalogue.ttl", "dcatapit:Catalog"],
    ["/hsds/openapi.json", '"openapi": "3.1.0"'],
    ["/.well-known/security.txt", "Contact: mailto:"],
  ] as const) {
    const answer = await get(target);
    expect([target, answer.statusCode, bodyOf(answer).toString().includes(part)]).toEqual([
      target,
      200,
      true,
    ]);
  }
});
