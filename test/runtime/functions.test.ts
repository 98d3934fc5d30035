import { gunzipSync } from "node:zlib";
import { verify } from "../../src/projections/refresh";
import { keys } from "../../src/storage/records/keys";
import { type Cloud, startCloud } from "../support/lambda/cloud";
import { missingRuntime } from "../support/lambda/instance";
import { logFilter } from "../support/lambda/log-filter";
import { runbookFilters } from "../support/lambda/runbook";
import { payloadBytes } from "../support/lambda/runtime-api";
import { starterEntries } from "../support/starter-table";

/** Without the runtime these suites are reported as skipped; the step of the CI that installs it fails if it cannot. */
const described = missingRuntime === null ? describe : describe.skip;

described("the bundles in their runtime", () => {
  let cloud: Cloud;

  beforeAll(async () => {
    cloud = await startCloud(await starterEntries());
  });
  afterAll(() => cloud.stop());
  beforeEach(() => cloud.newPeriod());
  afterEach(() => {
    cloud.store.faultOf = () => null;
  });

  const area = '{ area(code: "nil:1") { name } }';
  const errorsIn = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => JSON.parse(line).level === "ERROR");

  test("a cold start answers, and its instance is used again", async () => {
    const first = await cloud.ask(area);
    expect(first.json.data).toEqual({ area: { name: "DUOMO" } });
    expect(first.outcome).toMatchObject({ coldStart: true, errorType: null });
    const second = await cloud.ask(area);
    expect([second.json.data, second.outcome?.coldStart]).toEqual([first.json.data, false]);
    expect(cloud.part("ApiFunction").instances).toBe(1);
    expect(first.outcome!.peakBytes).toBeLessThan(512 * 1024 * 1024);
    expect(cloud.alarms()).toEqual([]);
  });

  test("its lines are objects at their own level, and that of a request has its numbers", async () => {
    await cloud.ask(area);
    const lines = cloud.part("ApiFunction").lines.map((line) => JSON.parse(line));
    const [line] = lines.filter(({ message }) => message === "request");
    expect(line).toMatchObject({ level: "INFO", Requests: 1, Faults: 0, ColdStarts: 1, Function: "api" });
    expect(line.ReadUnits).toBeGreaterThan(0);
    expect(line.AnswerBytes).toBeGreaterThan(0);
  });

  test("no answer is too large for Lambda, with compression or without", async () => {
    const whole = "types { name description fields { name description args { name description } } }";
    const query = `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: __schema { ${whole} }`).join(" ")} }`;
    for (const encoding of ["identity", "gzip"]) {
      const sent = { "content-type": "application/json", "accept-encoding": encoding };
      const asked = { method: "POST", target: "/graphql", headers: sent, body: JSON.stringify({ query }) };
      const { status, headers: got, body, outcome } = await cloud.request(asked);
      const text = (got["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
      // Whether it is too large or too expensive: a typed error, and none of the gateway.
      expect([status < 500, outcome?.errorType]).toEqual([true, null]);
      expect(text).toMatch(/"code":"[A-Z_]+"/);
      expect(outcome!.bytes).toBeLessThan(payloadBytes.answer);
    }
    const schema = await cloud.request({ method: "GET", target: "/schema.graphql" });
    expect([schema.status, schema.outcome!.bytes < payloadBytes.answer]).toEqual([200, true]);
  });

  test("a store that is gone rings, although the answers have status 200, and its lines are found", async () => {
    cloud.redeploy("ApiFunction");
    await cloud.store.refuse();
    const { status, json } = await cloud.ask(area).finally(() => cloud.store.listen());
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([200, "SERVICE_UNAVAILABLE"]);
    expect(cloud.alarms()).toEqual(["faults"]);
    expect(cloud.found("faults")).not.toEqual([]);
  });

  test("a call that takes too long is ended, rings and is found; the next one has a new instance", async () => {
    cloud.redeploy("ApiFunction", { timeoutMs: 500 });
    cloud.store.faultOf = () => "slow";
    const { status, outcome } = await cloud.ask(area);
    expect([status, outcome?.errorType]).toEqual([500, "Sandbox.Timedout"]);
    expect(cloud.alarms()).toEqual(expect.arrayContaining(["function-failed", "server-errors"]));
    expect(cloud.found("function-failed").some((line) => line.includes("Sandbox.Timedout"))).toBe(true);
    cloud.store.faultOf = () => null;
    cloud.redeploy("ApiFunction");
    expect((await cloud.ask(area)).outcome).toMatchObject({ coldStart: true, errorType: null });
  });

  test("the stream parks an item that cannot be read, by its name, and publishes the rest of the batch", async () => {
    const [broken, changed] = [keys.record("Area", "nil:1"), keys.record("Area", "nil:2")];
    const [item, other] = await Promise.all([broken, changed].map((key) => cloud.table.get(key, true)));
    await cloud.table.batchWrite({ puts: [{ ...item!, record: "{ broken JSON" } as never] });
    const written = ({ pk, sk }: typeof broken, place: number) => ({
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(place) },
    });
    const stream = cloud.part("StreamFunction");
    const event = { Records: [written(broken, 1), written(changed, 2)] };
    expect(await stream.invoke(event)).toMatchObject({ answer: { batchItemFailures: [] }, errorType: null });
    expect(errorsIn(stream.lines).join()).toContain("Area#nil:1");
    expect(errorsIn(stream.lines).join()).not.toContain("Area#nil:2");
    await cloud.table.batchWrite({ puts: [item!, other!] as never });
    expect(await stream.invoke(event)).toMatchObject({ answer: { batchItemFailures: [] } });
    expect((await verify(cloud.table)).unreadable).toEqual([]);
  });

  test("events of schedules and of the inbox: a run that succeeds is no error, and a wrong file is reported", async () => {
    expect(await cloud.part("Webhooks").invoke({})).toMatchObject({ answer: null, errorType: null });
    const ingest = cloud.part("IngestSchedule");
    const { answer, errorType } = await ingest.invoke({ upload: "nowhere/services.csv" });
    expect([errorType, answer]).toMatchObject([
      null,
      { done: true, failed: [{ reason: expect.stringContaining("nowhere/services.csv") }] },
    ]);
    const check = cloud.part("Check");
    expect(await check.invoke({})).toMatchObject({ errorType: null });
    expect(check.lines.some((line) => line.includes('"Drift":'))).toBe(true);
  });
});

test("CloudWatch takes every search of the runbook, and none finds an ordinary line", () => {
  const filters = runbookFilters();
  expect(filters.length).toBeGreaterThan(1);
  const ordinary = '{"timestamp":"2026-01-01T00:00:00.000Z","level":"INFO","message":"request","status":200}';
  for (const { pattern } of filters)
    expect([pattern, logFilter(pattern)(ordinary)]).toEqual([pattern, pattern === ""]);
});
