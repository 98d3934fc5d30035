import { rm } from "node:fs/promises";
import { FairUse } from "../../../src/app/fair-use/fair-use";
import { requestLimits } from "../../../src/app/request-limits";
import { refusalsFor } from "../../../src/app/uploads/refusals";
import { uploadRoutes } from "../../../src/app/uploads/upload-routes";
import { usualPolicies } from "../../../src/domain/identity/allowance";
import type { Caller } from "../../../src/domain/identity/caller";
import { runUpload } from "../../../src/ingest/run/upload";
import { hubSources } from "../../../src/ingest/sources/sources";
import { tableRepositories } from "../../../src/storage";
import { anObservation, aService } from "../../support/builders";
import { bearing } from "../../support/callers";
import { hubOver, type TestHub } from "../../support/hub";
import { gatewayEvent } from "../../support/lambda-bridge";
import { type Role, roles, savePartners } from "../../support/partners";
import { startTable } from "../../support/test-table";
import { uploadSeeds } from "../../support/upload-mappings";

const now = "2026-11-29T10:00:00.000Z";
let seeds: string;
beforeAll(async () => {
  seeds = await uploadSeeds();
});
afterAll(() => rm(seeds, { recursive: true }));

const fileOf = (rows: number, name = "Servizio"): string =>
  `code,name,organization,age,url\n${Array.from({ length: rows }, (_, n) => `s${n},${name} ${n},a,,\n`).join("")}`;

/** Milliseconds since 1970. */
let clock: number;
async function hubWith(uploadMs?: number): Promise<TestHub> {
  clock = Date.parse(now);
  const fairUse = new FairUse({
    ...{ addressHeader: null, table: null, now: () => clock },
    policies: { ...usualPolicies, PARTNER: { burst: 200_000, perSecond: 1_000 } },
    log: () => undefined,
  });
  const hub = hubOver(await startTable(() => now), {
    fairUse,
    routes: (parts) => [uploadRoutes({ ...parts, seeds: [seeds], ...(uploadMs && { uploadMs }) })],
  });
  await savePartners(hub.table, now);
  return hub;
}

async function send(
  hub: TestHub,
  body: string,
  { role = "owner", query = "reason=x" }: { readonly role?: Role; readonly query?: string } = {},
): Promise<{ readonly response: Response; readonly body: Record<string, unknown> }> {
  const response = await hub.request(`/uploads/services-a?${query}`, {
    method: "POST",
    headers: { "content-type": "text/csv", ...(await bearing(hub.table, roles[role]!)) },
    body,
  });
  return { response, body: (await response.json()) as Record<string, unknown> };
}

const remaining = async (hub: TestHub): Promise<number> => {
  const { data, errors } = await hub.askAs<{ rateLimit: { remaining: number } }>(
    roles.owner,
    "{ rateLimit { remaining } }",
  );
  expect(errors).toBeUndefined();
  return data!.rateLimit.remaining;
};

test("an upload costs its caller by the records of its rows, and less than a change of each", async () => {
  const hub = await hubWith();
  const before = await remaining(hub);
  await send(hub, fileOf(20));
  const after = await remaining(hub);
  // Beside it, what the question itself costs.
  const question = after - (await remaining(hub));
  expect(before - after - question).toBe(requestLimits.requestUnits + 20 * requestLimits.uploadRecordUnits);
});

test("a caller without enough gets 429 before anything is read, and may come again when it has", async () => {
  const hub = await hubWith();
  const statuses: number[] = [];
  const dry = { query: "reason=x&dryRun=true" };
  for (let sent = 0; sent < 5 && !statuses.includes(429); sent += 1)
    statuses.push((await send(hub, fileOf(150), dry)).response.status);
  // Each costs 151,000 of 200,000 units.
  expect(statuses).toEqual([200, 200, 429]);
  const { response, body } = await send(hub, fileOf(150));
  expect(response.status).toBe(429);
  expect(body).toMatchObject({ code: "RATE_LIMITED", hint: expect.any(String) });
  expect(await tableRepositories(hub.table).importRuns.lastOf(["services-a"])).toMatchObject([
    { lastRun: null },
  ]);
  clock += Number(response.headers.get("retry-after")) * 1_000;
  expect((await send(hub, fileOf(150))).response.status).toBe(200);
});

test("an upload that takes too long says so, and whether the same file goes on", async () => {
  const hub = await hubWith(1);
  const real = await send(hub, fileOf(2));
  expect(real.response.status).toBe(503);
  expect(real.body).toMatchObject({ code: "DEADLINE_EXCEEDED", hint: expect.stringContaining("same file") });
  const dry = await send(hub, fileOf(2), { query: "reason=x&dryRun=true" });
  expect(dry.response.status).toBe(503);
  expect(dry.body).toMatchObject({ code: "DEADLINE_EXCEEDED", hint: expect.stringContaining("Divide") });
});

test("the same file goes on where it was stopped, and nothing is lost or made twice", async () => {
  const table = await startTable(() => now);
  await savePartners(table, now);
  // Of two parts.
  const rows = 1_000;
  const source = hubSources([seeds]).sources.find(({ ref }) => ref.code === "services-a")!;
  const content = Buffer.from(fileOf(rows, "x".repeat(400)));
  let asked = 0;
  const run = (stop: AbortController, until: number) =>
    runUpload({
      ...{ table, source, content, now, dryRun: false, signal: stop.signal },
      ...{ author: { changedBy: "a/key:x", reason: "x" }, owner: "a" },
      refuse: async () => {
        asked += 1;
        if (asked === until) stop.abort(new Error("Its time is over."));
        return null;
      },
    });
  const first = await run(new AbortController(), 800);
  expect(first.report).toBeNull();
  expect(first.changes.length).toBeGreaterThan(0);
  const { lastRun } = (await tableRepositories(table).importRuns.lastOf(["services-a"]))[0]!;
  expect(lastRun).toMatchObject({ status: "INTERRUPTED" });
  asked = 0;
  const second = await run(new AbortController(), 0);
  expect(second.report).toMatchObject({ status: "IMPORTED", rows: { read: rows, rejected: 0 } });
  // Only what the first did not get to.
  expect(asked).toBeLessThan(rows);
  const third = await run(new AbortController(), 0);
  expect(third.report!.rows).toMatchObject({ read: rows, new: 0, changed: 0, unchanged: rows });
});

test("the city uploads any record of the types that partners do, and no others", async () => {
  const hub = await hubWith();
  expect((await send(hub, fileOf(2), { role: "editor" })).body).toMatchObject({ rows: { read: 2, new: 2 } });
  const editor: Caller = { kind: "KEY", name: "city/key:x", organizationCode: "city", scopes: ["REVIEW"] };
  const refuse = refusalsFor(hub.table, editor);
  expect(await refuse({ type: "service", record: aService({ organizationCode: "b" }) })).toBeNull();
  expect(await refuse({ type: "observation", record: anObservation() })).toMatchObject({ code: "FORBIDDEN" });
});

test("the largest file fits into an event of Lambda, as text of the worst kind and as bytes", () => {
  const most = 6 * 1024 * 1024;
  const headers = { padding: "x".repeat(10_240) };
  const of = (type: string) =>
    JSON.stringify(
      gatewayEvent({
        ...{ method: "POST", target: "/uploads/services-a?reason=x" },
        headers: { ...headers, "content-type": type },
        body: '"\n'.repeat(requestLimits.uploadBytes / 2),
      }),
    ).length;
  expect(of("text/csv")).toBeGreaterThan(requestLimits.uploadBytes);
  expect(of("text/csv")).toBeLessThan(most);
  expect(of("application/octet-stream")).toBeLessThan(most);
});
