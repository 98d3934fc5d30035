import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { Template } from "aws-cdk-lib/assertions";
import { openTable } from "../../src/app/open-table";
import { refresh, verify } from "../../src/projections/refresh";
import { keys } from "../../src/storage/records/keys";
import { hubStack } from "../infra/synth-hub";
import { sectionIn } from "../support/lambda/alarm-states";
import { type Cloud, startCloud } from "../support/lambda/cloud";
import { missingRuntime } from "../support/lambda/instance";
import { runbookSection } from "../support/lambda/runbook";
import { savePartners } from "../support/partners";
import { ended, startCommand } from "../support/running-hub";
import { starterEntries } from "../support/starter-table";

/** Each follows a page of the runbook from its alarm to its end. Nothing here is skipped: without the runtime the drill fails. */
if (missingRuntime !== null) throw new Error(missingRuntime);

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud(await starterEntries());
});
afterAll(() => cloud.stop());
beforeEach(() => {
  cloud.store.faultOf = () => null;
  cloud.newPeriod();
});

const areas = "{ areas(first: 2) { nodes { name } } }";
const isWell = async (): Promise<void> => {
  cloud.newPeriod();
  expect((await cloud.ask(areas)).json.errors).toBeUndefined();
  expect(cloud.alarms()).toEqual([]);
};
/** What an operator runs, on the table of the stack. */
const command = (name: "keys.cli" | "projections.cli", args: readonly string[], tableName = "vicinato") =>
  ended(
    startCommand(name, args, {
      VICINATO_DYNAMODB_ENDPOINT: cloud.engine.url,
      VICINATO_TABLE_NAME: tableName,
    }),
  );

test("store dead: it rings although the answers have status 200, its lines are found, and it ends by itself", async () => {
  cloud.redeploy("ApiFunction");
  await cloud.store.refuse();
  const { status, json } = await cloud.ask(areas).finally(() => cloud.store.listen());
  expect([status, json.errors?.[0]?.extensions.code]).toEqual([200, "SERVICE_UNAVAILABLE"]);
  const rung = cloud.alarms();
  expect(rung).toContain("faults");
  for (const section of rung) expect(runbookSection(section)).toContain("**Do.**");
  expect(cloud.found("faults")).not.toEqual([]);
  await isWell();
});

test("store throttled: it rings, requests get an error that says when to come back, and the store is asked again", async () => {
  cloud.redeploy("ApiFunction");
  let throttled = 0;
  cloud.store.faultOf = () => {
    throttled++;
    return "throttled";
  };
  const { json, headers } = await cloud.ask(areas);
  expect(json.errors?.[0]?.extensions.code).toBe("SERVICE_UNAVAILABLE");
  expect(headers["retry-after"]).toBeDefined();
  const events = { namespace: "AWS/DynamoDB", name: "ReadThrottleEvents", of: "", values: [throttled] };
  expect(cloud.alarms(events)).toContain("table-throttled");
  cloud.store.faultOf = () => null;
  await isWell();
});

test("store slow: a request ends with its own error before Lambda ends it, and a quick store is well again", async () => {
  cloud.redeploy("ApiFunction");
  cloud.store.faultOf = () => "slow";
  const { json, outcome } = await cloud.ask(areas);
  expect([outcome!.errorType, json.errors?.[0]?.extensions.code]).toEqual([null, "SERVICE_UNAVAILABLE"]);
  cloud.store.faultOf = () => null;
  await isWell();
});

const written = (code: string, place: number) => ({
  eventName: "MODIFY",
  dynamodb: {
    Keys: { pk: { S: `Area#${code}` }, sk: { S: "RECORD" } },
    SequenceNumber: String(place),
  },
});

test("poison record: it is named, the stream goes on, and a rebuild after the correction leaves no difference", async () => {
  const key = keys.record("Area", "nil:1");
  const item = await cloud.table.get(key, true);
  await cloud.table.batchWrite({ puts: [{ ...item!, record: "{ broken JSON" } as never] });
  const stream = cloud.part("StreamFunction");
  const { answer, errorType } = await stream.invoke({ Records: [written("nil:1", 1), written("nil:2", 2)] });
  expect([answer, errorType]).toEqual([{ batchItemFailures: [] }, null]);
  const errors = stream.lines.filter((line) => line.includes('"level":"ERROR"'));
  expect(errors.join()).toContain("Area#nil:1");
  expect(errors.join()).not.toContain("Area#nil:2");
  await cloud.table.batchWrite({ puts: [item as never] });
  expect((await command("projections.cli", ["rebuild"])).code).toBe(0);
  expect(await verify(cloud.table)).toEqual({ drifts: [], unreadable: [] });
  await isWell();
});

test("bad release: its function ends, it rings, and the last release ends it", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "vicinato-bad-"));
  writeFileSync(path.join(folder, "index.js"), 'throw new Error("This release does not start.");');
  cloud.redeploy("ApiFunction", { folder });
  const { status } = await cloud.request({ method: "GET", target: "/status" });
  expect(status).toBe(500);
  const rung = cloud.alarms();
  expect(rung).toEqual(expect.arrayContaining(["function-failed", "server-errors"]));
  // On AWS nobody has to roll back: the alarm ends the release.
  const groups = Object.values(cloud.template.findResources("AWS::CodeDeploy::DeploymentGroup"));
  const ending = groups.flatMap(({ Properties }) => Properties.AlarmConfiguration?.Alarms ?? []);
  const alarms = cloud.template.findResources("AWS::CloudWatch::Alarm");
  const sections = ending.map(({ Name }) => sectionIn(alarms[Name.Ref]!.Properties.AlarmDescription));
  expect(sections).toEqual(expect.arrayContaining(["function-failed", "server-errors"]));
  expect(cloud.found("server-errors").some((line) => line.includes('"status":"500"'))).toBe(true);
  cloud.redeploy("ApiFunction");
  await isWell();
  rmSync(folder, { recursive: true });
});

test("restore: the restored table answers with all its records, its stream is followed, and nothing differs", async () => {
  const name = "vicinato-prod-restored";
  const restored = await openTable(
    { engine: { kind: "endpoint", url: cloud.engine.url }, tableName: name },
    { share: false },
  );
  // As AWS restores: every item of a moment, in a new table.
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const scan = new ScanCommand({ TableName: "vicinato", ExclusiveStartKey });
    const { Items = [], LastEvaluatedKey } = await cloud.table.client.send(scan);
    await restored.table.batchWrite({ puts: Items as never });
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  await cloud.table.batchWrite({ deletes: [keys.record("Area", "nil:1"), keys.record("Area", "nil:2")] });
  const streamArn = `arn:aws:dynamodb:eu-south-1:123456789012:table/${name}/stream/2026-11-29T00:00:00.000`;
  const template = Template.fromStack(hubStack({ servedTable: { name, streamArn } }));
  const sources = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"));
  expect(sources.map(({ Properties }) => Properties.EventSourceArn)).toEqual([streamArn, streamArn]);
  cloud.redeploy("ApiFunction", { environment: { VICINATO_TABLE_NAME: name } });
  expect((await cloud.ask('{ area(code: "nil:1") { name } }')).json.data).toEqual({
    area: { name: "DUOMO" },
  });
  const { code, out } = await command("projections.cli", ["verify"], name);
  expect([code, out]).toEqual([0, expect.any(String)]);
  await restored.close();
  cloud.redeploy("ApiFunction");
});

test("key lost: the old key works beside the new one; key leaked: the next request with it is rejected", async () => {
  await savePartners(cloud.table, cloud.table.clock());
  await refresh(cloud.table, [], { now: cloud.table.clock() });
  const issue = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await command("keys.cli", args);
    expect([code, err]).toEqual([0, ""]);
    return /vic_live_\w+/.exec(out)?.[0] ?? out;
  };
  const idOf = (key: string): string => /^vic_live_(.{10})/.exec(key)![1]!;
  const statusOf = async (key: string): Promise<number> =>
    (await cloud.ask(areas, { headers: { authorization: `Bearer ${key}` } })).status;
  const lost = await issue(
    ...["create", "--organization", "a", "--scopes", "read:partner", "--label", "Drill"],
  );
  const fresh = await issue("rotate", idOf(lost));
  expect([await statusOf(lost), await statusOf(fresh)]).toEqual([200, 200]);
  await issue("revoke", idOf(fresh));
  expect(await statusOf(fresh)).toBe(401);
});

test("flood: the gateway and the reservation refuse what is too much, it rings, and others are answered again", async () => {
  cloud.redeploy("ApiFunction", { reserved: 2 });
  await cloud.ask(areas);
  cloud.newPeriod();
  const flood = await Promise.all(
    Array.from({ length: 400 }, () => cloud.request({ method: "GET", target: "/status" })),
  );
  const statuses = new Set(flood.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 429, 503]);
  expect(cloud.part("ApiFunction").instances).toBeLessThanOrEqual(2);
  expect(cloud.alarms()).toEqual(expect.arrayContaining(["caller-limited", "function-throttled"]));
  // The burst of the gateway is full again after a second; the alarms see the next period.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await isWell();
});
