import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createHub } from "../../../src/app/create-hub";
import { lambdaHandler } from "../../../src/app/lambda-handler";
import { Instance } from "../../../src/app/observe/instance";
import type { MetricName } from "../../../src/app/observe/metrics";
import type { Table } from "../../../src/storage/engine/table";
import { invoke } from "../../support/lambda-bridge";
import { starterTable } from "../../support/starter-table";

const dimensions = { Stage: "vicinato-test", Function: "api" };
const trace = "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1";

type Line = Record<string, unknown> & Partial<Record<MetricName, number>>;

function startInstance(table?: Table) {
  const lines: Line[] = [];
  const instance = new Instance({
    env: { dimensions },
    variables: { _X_AMZN_TRACE_ID: trace },
    write: (line) => lines.push(JSON.parse(line) as Line),
  });
  if (table) instance.reads(table);
  return { instance, lines };
}

async function startFunction(table: Table) {
  const { instance, lines } = startInstance(table);
  const handler = instance.answering(
    lambdaHandler(createHub({ table, log: instance.log, deadlineMs: 600_000 }).http),
  );
  const ask = async (query: string, headers = {}) => {
    const target = `/graphql?query=${encodeURIComponent(query)}`;
    const { statusCode } = await invoke(handler, { method: "GET", target, headers });
    return { status: statusCode, lines: lines.splice(0) };
  };
  return { ask, handler, lines };
}

const question = "{ areas(first: 2) { nodes { name } } }";

test("each request has one line with its numbers, which CloudWatch finds", async () => {
  const { ask } = await startFunction(await starterTable());
  const edge = `${"a".repeat(54)}==`;
  const first = await ask(question, { "x-amz-cf-id": edge });
  expect(first.lines).toEqual([
    {
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      ...{ level: "INFO", message: "request", requestId: "request-of-the-gateway", method: "GET" },
      ...{ path: "/graphql", status: 200, ms: expect.any(Number), client: null, edgeId: edge },
      traceId: "1-67891233-abcdef012345678912345678",
      ...dimensions,
      ...{ Requests: 1, Faults: 0, ColdStarts: 1, CacheHits: 0, CostPoints: 0 },
      ...{ Milliseconds: expect.any(Number), AnswerBytes: expect.any(Number), ReadUnits: expect.any(Number) },
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "Vicinato",
            Dimensions: [["Stage", "Function"]],
            Metrics: expect.arrayContaining([
              { Name: "Faults", Unit: "Count" },
              { Name: "Milliseconds", Unit: "Milliseconds" },
              { Name: "AnswerBytes", Unit: "Bytes" },
            ]),
          },
        ],
      },
    },
  ]);
  expect(first.lines[0]!.ReadUnits).toBeGreaterThan(0);
  expect(first.lines[0]!.AnswerBytes).toBeGreaterThan(100);
  const second = await ask(question, { "x-amz-cf-id": "somebody@example.org" });
  expect(second.lines).toMatchObject([{ ColdStarts: 0, CacheHits: 1, Faults: 0, edgeId: null }]);
  expect(second.lines[0]!.ReadUnits).toBeLessThan(first.lines[0]!.ReadUnits!);
});

test("a dead store is a fault although the answer has status 200, and its error has its own level", async () => {
  const table = await starterTable();
  const away = () => Promise.reject(Object.assign(new Error("away"), { name: "ThrottlingException" }));
  Object.assign(table, { get: away, batchGet: away, query: away });
  const { ask } = await startFunction(table);
  const { status, lines } = await ask(question);
  expect(status).toBe(200);
  expect(lines).toMatchObject([
    {
      ...{ level: "ERROR", message: "A resolver failed.", requestId: "request-of-the-gateway" },
      ...dimensions,
    },
    { level: "INFO", message: "request", status: 200, Requests: 1, Faults: 1 },
  ]);
  expect(lines[0]).not.toHaveProperty("_aws");
});

test("what a caller does wrong, and a version that is not there yet, are no faults", async () => {
  const { handler, lines } = await startFunction(await starterTable());
  const extensions = encodeURIComponent('{"minVersion":999999999999}');
  for (const target of [
    "/graphql?query={nope}",
    "/nowhere",
    `/graphql?query={__typename}&extensions=${extensions}`,
  ])
    await invoke(handler, { method: "GET", target });
  expect(lines).toMatchObject([
    { status: 400, Faults: 0 },
    { status: 404, Faults: 0 },
    { status: 503, Faults: 0 },
  ]);
});

test("a job has a line for each run, and one that throws is a fault", async () => {
  const { instance, lines } = startInstance();
  const job = instance.working(async (isRight: boolean) => {
    if (!isRight) throw new Error("no");
    instance.log({ level: "error", message: 'Says "level":"error" itself.' });
  });
  await job(true, { awsRequestId: "first" });
  await expect(job(false, { awsRequestId: "second" })).rejects.toThrow("no");
  expect(lines).toMatchObject([
    { level: "ERROR", message: 'Says "level":"error" itself.', requestId: "first" },
    { message: "run", requestId: "first", Requests: 1, Faults: 0, ColdStarts: 1 },
    { message: "run", requestId: "second", Requests: 1, Faults: 1, ColdStarts: 0 },
  ]);
});

test("a call of the store is sent to the agent of X-Ray as a part of the trace, with the id of the request", async () => {
  const agent = createSocket("udp4");
  agent.bind(0, "127.0.0.1");
  await once(agent, "listening");
  const { port } = agent.address() as AddressInfo;
  const variables = { AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${port}`, _X_AMZN_TRACE_ID: trace };
  const instance = new Instance({ env: { dimensions: null }, variables, write: () => undefined });
  const call = {
    ...{ service: "DynamoDB", operation: "Query", table: "vicinato", attempts: 3 },
    ...{
      startedAt: 1_700_000_000_000,
      endedAt: 1_700_000_000_120,
      status: 400,
      error: "ThrottlingException",
    },
  };
  const received = once(agent, "message");
  await instance.working(async () => instance.onCall(call))(null, { awsRequestId: "of-lambda" });
  const [head, part] = String((await received)[0]).split("\n");
  agent.close();
  expect(JSON.parse(head!)).toEqual({ format: "json", version: 1 });
  expect(JSON.parse(part!)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    ...{ type: "subsegment", name: "DynamoDB", namespace: "aws" },
    ...{ trace_id: "1-67891233-abcdef012345678912345678", parent_id: "53995c3f42cd8ad8" },
    ...{ start_time: 1_700_000_000, end_time: 1_700_000_000.12 },
    aws: { operation: "Query", table_name: "vicinato", retries: 2 },
    http: { response: { status: 400 } },
    ...{ error: true, throttle: true },
    annotations: { storeError: "ThrottlingException", requestId: "of-lambda" },
  });
});
