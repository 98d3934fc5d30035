import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { APIGatewayProxyStructuredResultV2 as GatewayResult } from "aws-lambda";
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from "graphql";
import { buildLambda, type LambdaBundle } from "../../src/app/build-lambda";
import { type EngineServer, startEngineServer } from "../support/engine-server";
import { bodyOf, type GatewayRequest, gatewayEvent } from "../support/lambda-bridge";
import { starterEntries } from "../support/starter-table";

const root = path.resolve(__dirname, "../..");

let outDir: string;
let bundle: LambdaBundle;
let engine: EngineServer;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  bundle = await buildLambda({ outDir });
  engine = await startEngineServer(await starterEntries());
  // As Lambda does: the file alone, in a folder without packages, and nothing else in the environment.
  await writeFile(
    path.join(outDir, "call.js"),
    `require("./index.js").handler(JSON.parse(process.argv[2])).then((result) => {
       require("node:fs").writeFileSync("result.json", JSON.stringify(result));
       process.exit();
     });`,
  );
});

afterEach(() => {
  engine.fault = null;
});

afterAll(async () => {
  engine.close();
  await rm(outDir, { recursive: true });
});

/** Calls the bundled handler in a process of its own. */
async function call(
  request: GatewayRequest,
  variables: Readonly<Record<string, string>> = {},
): Promise<GatewayResult> {
  await promisify(execFile)(process.execPath, ["call.js", JSON.stringify(gatewayEvent(request))], {
    cwd: outDir,
    env: {
      AWS_ACCESS_KEY_ID: "test",
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_LAMBDA_FUNCTION_NAME: "api",
      AWS_REGION: "eu-south-1",
      AWS_SECRET_ACCESS_KEY: "test",
      ...variables,
    },
  });
  return JSON.parse(readFileSync(path.join(outDir, "result.json"), "utf8")) as GatewayResult;
}

const ask = async (query: string): Promise<unknown> => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query });
  return JSON.parse((await call({ method: "POST", target: "/graphql", headers, body })).body!);
};

test("is small, and contains neither the embedded engine nor a validator", () => {
  expect(bundle.bytes).toBeLessThan(1_300_000);
  expect(bundle.packages).toEqual(expect.arrayContaining(["@apollo/server", "graphql", "hono"]));
  expect(
    bundle.packages.filter((name) => /^(class-validator|dynalite|level.*|validator)$/.test(name)),
  ).toEqual([]);
});

const committed = readFileSync(path.join(root, "schema/schema.graphql"), "utf8");

test("serves the committed schema as text", async () => {
  const result = await call({ method: "GET", target: "/schema.graphql" });
  expect(bodyOf(result).toString()).toBe(committed);
});

test("has the committed schema: minification kept the names", async () => {
  const options = { inputValueDeprecation: true, oneOf: true, schemaDescription: true, specifiedByUrl: true };
  const { data } = (await ask(getIntrospectionQuery(options))) as { readonly data: IntrospectionQuery };
  expect(`${printSchema(buildClientSchema(data))}\n`).toBe(committed);
});

test("loads the library for tokens, which lies beside it, with the first token", async () => {
  const [header, payload] = [{ alg: "ES256" }, { iss: "https://id.example.org" }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const headers = { authorization: `Bearer ${header}.${payload}.x` };
  const result = await call({ method: "GET", target: "/graphql?query=%7B__typename%7D", headers });
  expect(result.statusCode).toBe(401);
  expect(bodyOf(result).toString()).toContain("this hub does not know its issuer");
});

test("answers from the store", async () => {
  expect(await ask('{ area(code: "nil:1") { __typename id name } }')).toMatchObject({
    data: { area: { __typename: "Area", id: "QXJlYTpuaWw6MQ", name: "DUOMO" } },
  });
});

test("sends its calls of the store to the agent of X-Ray, with the id of the request", async () => {
  const agent = createSocket("udp4");
  const parts: { readonly name: string; readonly aws: object; readonly annotations: object }[] = [];
  agent.on("message", (message) => parts.push(JSON.parse(String(message).split("\n")[1]!)));
  agent.bind(0, "127.0.0.1");
  await once(agent, "listening");
  await call(
    { method: "GET", target: "/status" },
    {
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${agent.address().port}`,
      _X_AMZN_TRACE_ID: "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1",
    },
  );
  agent.close();
  expect(parts).toContainEqual(
    expect.objectContaining({
      name: "DynamoDB",
      aws: { operation: expect.stringMatching(/^(GetItem|Query)$/), table_name: "vicinato", retries: 0 },
      annotations: { requestId: "request-of-the-gateway" },
    }),
  );
});

test("still distinguishes an overload from a fault", async () => {
  engine.fault = { status: 400, body: { __type: "x#ThrottlingException", message: "slow down" } };
  expect(await ask("{ dataVersion { version } }")).toMatchObject({
    errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }],
  });
});
