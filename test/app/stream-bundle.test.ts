import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildLambda, type LambdaBundle } from "../../src/app/build-lambda";
import { openTable } from "../../src/app/open-table";
import { saveRecords } from "../../src/ingest/save-records";
import { verify } from "../../src/projections/snapshots";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../support/builders";
import { type EngineServer, startEngineServer } from "../support/engine-server";

let outDir: string;
let bundle: LambdaBundle;
let engine: EngineServer;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "vicinato-stream-"));
  bundle = await buildLambda({ outDir, name: "stream" });
  engine = await startEngineServer();
});

afterAll(async () => {
  engine.close();
  await rm(outDir, { recursive: true });
});

test("is small, and holds no API", () => {
  expect(bundle.bytes).toBeLessThan(1_000_000);
  expect(bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
});

test("as Lambda starts it, follows a write of the table", async () => {
  const location = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(location, { share: false });
  const city = aCity();
  const area = anArea({ code: "nil:1", cityCode: city.code });
  const observation = anObservation({ areaCode: area.code });
  await saveRecords(
    table,
    [
      { type: "sourceRef", record: aSource() },
      { type: "area", record: city },
      { type: "area", record: area },
      { type: "indicator", record: anIndicator({ code: observation.indicatorCode }) },
      { type: "observation", record: observation },
    ],
    { origin: "ds1", now: "2026-01-01T00:00:00.000Z" },
  );
  expect(await verify(table)).not.toEqual([]);
  const event = {
    Records: [{ dynamodb: { Keys: { pk: { S: "Area#nil:1" }, sk: { S: "RECORD" } }, SequenceNumber: "1" } }],
  };
  const script = `require("./index.js").handler(${JSON.stringify(event)}).then((answer) => {
    require("node:fs").writeSync(1, "\\n" + JSON.stringify(answer));
    process.exit();
  });`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
    cwd: outDir,
    env: {
      AWS_ACCESS_KEY_ID: "test",
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_LAMBDA_FUNCTION_NAME: "stream",
      AWS_REGION: "eu-south-1",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  expect(stdout.split("\n").at(-1)).toBe('{"batchItemFailures":[]}');
  expect(await verify(table)).toEqual([]);
  await close();
});
