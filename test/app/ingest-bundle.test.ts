import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildLambda, type LambdaBundle } from "../../src/app/build-lambda";
import { openTable } from "../../src/app/open-table";
import { type EngineServer, startEngineServer } from "../support/engine-server";

let outDir: string;
let bundle: LambdaBundle;
let engine: EngineServer;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "vicinato-ingest-"));
  bundle = await buildLambda({ outDir, name: "ingest" });
  engine = await startEngineServer();
});

afterAll(async () => {
  engine.close();
  await rm(outDir, { recursive: true });
});

test("is small, and holds no API", () => {
  expect(bundle.bytes).toBeLessThan(2_000_000);
  expect(bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
});

test("as Lambda starts it, says that it is done where nothing has an address", async () => {
  const location = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  const { close } = await openTable(location, { share: false });
  const event = { group: "NIGHTLY", sources: ["ds205", "nothing"] };
  const script = `require("./index.js").handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 900000 }).then((answer) => {
    require("node:fs").writeSync(1, "\\n" + JSON.stringify(answer));
    process.exit();
  });`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
    cwd: outDir,
    env: {
      AWS_ACCESS_KEY_ID: "test",
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_LAMBDA_FUNCTION_NAME: "ingest",
      AWS_REGION: "eu-south-1",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  expect(JSON.parse(stdout.split("\n").at(-1)!)).toEqual({
    done: true,
    group: "NIGHTLY",
    sources: [],
    failed: [{ source: "nothing", reason: "The hub does not know this source." }],
    parts: 0,
  });
  await close();
});
