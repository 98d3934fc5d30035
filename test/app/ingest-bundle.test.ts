import { openTable } from "../../src/app/open-table";
import { bucketFiles } from "../../src/storage/files/bucket";
import { bucketKey, bucketName, startBucket } from "../support/bucket";
import { type StartedBundle, startBundle } from "../support/started-bundle";
import { syntheticFiles } from "../support/synthetic-city";

let bucket: Awaited<ReturnType<typeof startBucket>>;
let started: StartedBundle;

beforeAll(async () => {
  bucket = await startBucket();
  started = await startBundle("ingest", {
    variables: {
      AWS_ACCESS_KEY_ID: bucketKey.accessKeyId,
      AWS_SECRET_ACCESS_KEY: bucketKey.secretAccessKey,
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
      VICINATO_INBOX_BUCKET: bucketName,
    },
  });
  // The function only finds a table.
  const location = { engine: { kind: "endpoint", url: started.engine.url }, tableName: "vicinato" } as const;
  await (await openTable(location, { share: false })).close();
});

afterAll(async () => {
  started.close();
  await bucket.close();
});

test("is small, and contains no API", () => {
  expect(started.bundle.bytes).toBeLessThan(2_000_000);
  expect(started.bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
});

test("as started by Lambda, imports a file of the inbox and leaves its report there", async () => {
  const inbox = bucketFiles(bucketName, {
    ...{ endpoint: bucket.endpoint, region: "eu-south-1", credentials: bucketKey },
  });
  const upload = "mef-income/Redditi 2023.csv";
  await inbox.write(upload, syntheticFiles["mef_redditi_contribuenti_milano.csv"]!);
  expect(await started.call({ upload })).toEqual({
    done: true,
    upload,
    sources: [],
    outcomes: [{ source: "mef-income", outcome: "IMPORTED", run: "mef-income:1" }],
    failed: [],
    parts: 0,
  });
  expect(JSON.parse((await inbox.read(`reports/${upload}.json`))!)).toMatchObject({
    ...{ file: upload, outcome: "IMPORTED", run: "mef-income:1" },
  });
});

test("a source without a file and an unknown one are failures", async () => {
  expect(await started.call({ sources: ["ds205", "nothing"] })).toMatchObject({
    done: true,
    failed: [
      { source: "ds205", reason: expect.stringContaining("The inbox has no file") },
      { source: "nothing", reason: "The hub does not know this source." },
    ],
  });
});
