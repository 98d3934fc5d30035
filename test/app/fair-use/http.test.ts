import { FairUse } from "../../../src/app/fair-use/fair-use";
import { requestLimits } from "../../../src/app/request-limits";
import { usualPolicies } from "../../../src/domain/identity/allowance";
import { refresh } from "../../../src/projections/refresh";
import type { Table } from "../../../src/storage/engine/table";
import { snapshotsOf } from "../../../src/storage/snapshots/snapshot-store";
import { keyFor } from "../../support/callers";
import { hubOver, type TestHub } from "../../support/hub";
import { roles, savePartners } from "../../support/partners";
import { startTable } from "../../support/test-table";

const policies = {
  ...usualPolicies,
  ANONYMOUS: { burst: 310_000, perSecond: 10_000 },
  PARTNER: { burst: 400_000, perSecond: 10_000 },
};

let now: number;
let table: Table;
let hub: TestHub;
let ownerKey: string;
beforeEach(async () => {
  now = Date.parse("2026-11-29T10:00:00Z");
  table = await startTable();
  await savePartners(table, table.clock());
  await refresh(table, [], { now: table.clock() });
  await snapshotsOf(table).look();
  ownerKey = await keyFor(table, roles.owner);
  const fairUse = new FairUse({
    policies,
    addressHeader: null,
    table,
    log: (entry) => logged.push(entry),
    now: () => now,
  });
  hub = hubOver(table, { fairUse });
});
const logged: object[] = [];

interface Sent {
  readonly ip?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const send = async (path: string, init: RequestInit, { ip = "192.0.2.1", key, headers }: Sent = {}) =>
  hub.hub.http.request(
    path,
    {
      ...init,
      headers: { ...init.headers, ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    },
    { requestContext: { http: { sourceIp: ip } } } as never,
  );
const ask = (query: string, sent?: Sent) =>
  send(
    "/graphql",
    { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) },
    sent,
  );
const get = (path: string, sent?: Sent) => send(path, {}, sent);

let n = 0;
/** An operation that nobody asked before, of about 60,000 units. */
const costly = (): string =>
  `{ a${n++}: centres(first: 100) { nodes { code recordState { history(first: 1) { nodes { version } } } } } }`;

async function untilRejected(sent?: Sent): Promise<{ accepted: number; rejected: Response }> {
  for (let accepted = 0; accepted < 100; accepted += 1) {
    const response = await ask(costly(), sent);
    if (response.status !== 200) return { accepted, rejected: response };
    await response.text();
  }
  throw new Error("Nothing was rejected.");
}

test("a caller who spent everything gets 429 with cost, rest, time and remedy in both languages; others go on", async () => {
  const { accepted, rejected } = await untilRejected();
  expect(accepted).toBeGreaterThan(1);
  expect(rejected.status).toBe(429);
  const seconds = Number(rejected.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(rejected.headers.get("ratelimit-policy")).toBe('"anonymous";q=310000;qu="cost-units";w=31');
  expect(rejected.headers.get("ratelimit")).toMatch(/^"anonymous";r=\d+;t=\d+$/);
  const { errors, data } = (await rejected.json()) as {
    data?: unknown;
    errors: { message: string; extensions: Record<string, string> }[];
  };
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors[0]!;
  expect(message).toBe(
    `Any request costs at least 1,000 units; this caller has 450 of 310,000 left, and enough for the cheapest in ${seconds} second.`,
  );
  expect(extensions).toMatchObject({ code: "RATE_LIMITED", hint: expect.stringContaining("/exports/") });
  expect(extensions.messageIt).toMatch(/^Ogni richiesta costa almeno 1.000 unità/);
  expect(extensions.hintIt).toContain("costOf");
  // The address of somebody else, and a key from the same address, have their own.
  expect((await ask(costly(), { ip: "192.0.2.2" })).status).toBe(200);
  expect((await ask(costly(), { key: ownerKey })).status).toBe(200);
  now += seconds * 1_000;
  const again = await ask(costly());
  expect((await again.json()).errors[0].message).toMatch(/^The request costs 6\d,\d+ units/);
  now += Number(again.headers.get("retry-after")) * 1_000;
  expect((await ask(costly())).status).toBe(200);
});

test("whoever repeats an operation that it cannot pay uses up what it has, and is then rejected before it is read", async () => {
  await untilRejected();
  now += 5_000;
  const left: number[] = [];
  const messages: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const rejected = await ask(costly());
    expect(rejected.status).toBe(429);
    left.push(Number(/r=(\d+)/.exec(rejected.headers.get("ratelimit")!)![1]));
    messages.push((await rejected.json()).errors[0].message.slice(0, 11));
  }
  expect(left[0]! - left[1]!).toBe(requestLimits.requestUnits + requestLimits.rejectedUnits);
  expect(left.slice(2)).toEqual([0, 0, 0]);
  expect(messages).toEqual(["The request", "The request", "The request", "Any request", "Any request"]);
});

test("a rejection waits as long as a repeated request would be rejected, up to a bound", async () => {
  const fairUse = new FairUse({
    policies,
    addressHeader: null,
    table: null,
    log: () => undefined,
    rejectionMs: 60,
  });
  const waited = async (retryAfter: number) => {
    const start = performance.now();
    await fairUse.pause(retryAfter);
    return performance.now() - start;
  };
  expect(await waited(100)).toBeGreaterThan(55);
  expect(await waited(0.03)).toBeGreaterThan(25);
  const soon = new Promise((resolve) => setImmediate(resolve, "later"));
  expect(await Promise.race([fairUse.pause(0).then(() => "at once"), soon])).toBe("at once");
});

test("all addresses of one client are one caller: IPv6 by /64", async () => {
  await untilRejected({ ip: "2001:db8:1:2::1" });
  expect((await ask(costly(), { ip: "2001:db8:1:2:ffff::2" })).status).toBe(429);
  expect((await ask(costly(), { ip: "2001:db8:1:3::1" })).status).toBe(200);
});

test("no header of a client changes its address", async () => {
  await untilRejected();
  for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "cloudfront-viewer-address"])
    expect((await ask(costly(), { headers: { [header]: "198.51.100.7" } })).status).toBe(429);
});

test("a cached answer and a 304 cost nothing, and meet no store", async () => {
  const path = `/graphql?query=${encodeURIComponent("{ centres(first: 5) { nodes { code } } }")}`;
  const first = await get(path);
  expect(first.status).toBe(200);
  const etag = first.headers.get("etag")!;
  await first.text();
  await untilRejected();
  table.meter.reset();
  const kept = await get(path);
  expect([kept.status, await kept.text()]).toEqual([200, expect.stringContaining("a:1")]);
  expect((await get(path, { headers: { "if-none-match": etag } })).status).toBe(304);
  expect(table.meter.total()).toBe(0);
  // What caches may pass on says nothing of one caller.
  expect([first.headers.get("ratelimit"), kept.headers.get("ratelimit")]).toEqual([null, null]);
});

test("most requests meet the store for no allowance", async () => {
  await (await ask("{ rateLimit { remaining } }")).text();
  table.meter.reset();
  for (let i = 0; i < 10; i += 1)
    await (await ask(`{ a${n++}: centres(first: 1) { nodes { code } } }`)).text();
  expect(table.meter.calls.Update ?? 0).toBeLessThanOrEqual(1);
});

test("rateLimit shows each caller its own, and no cache keeps it", async () => {
  const state = async (sent?: Sent) => {
    const response = await ask("{ rateLimit { kind limit remaining perSecond resetAt } }", sent);
    const { data } = (await response.json()) as { data: { rateLimit: Record<string, unknown> } };
    return data.rateLimit;
  };
  const before = await state();
  expect(before).toMatchObject({ kind: "ANONYMOUS", limit: 310_000, perSecond: 10_000 });
  expect(Date.parse(String(before.resetAt))).toBeGreaterThanOrEqual(now);
  await (await ask(costly())).text();
  const after = await state();
  expect(Number(before.remaining) - Number(after.remaining)).toBeGreaterThan(20_000);
  expect(await state({ key: ownerKey })).toMatchObject({ kind: "PARTNER", limit: 400_000 });
  expect(await state({ key: await keyFor(table, roles.editor) })).toMatchObject({ kind: "CITY" });
  expect(await state({ ip: "192.0.2.9" })).toMatchObject({ kind: "ANONYMOUS" });
  const byGet = await get(`/graphql?query=${encodeURIComponent("{ rateLimit { remaining } }")}`);
  expect([byGet.status, byGet.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

test("HSDS and files answer with a problem, and are paid by their work", async () => {
  const before = await (await ask("{ rateLimit { remaining } }")).json();
  expect((await get("/hsds/services?page=1")).status).toBe(200);
  const after = await (await ask("{ rateLimit { remaining } }")).json();
  const left = (answer: unknown): number =>
    (answer as { data: { rateLimit: { remaining: number } } }).data.rateLimit.remaining;
  expect(left(before) - left(after)).toBeGreaterThan(2_000);
  await untilRejected();
  let rejected = await get("/hsds/services?page=1");
  for (let i = 0; rejected.status === 200 && i < 200; i += 1) rejected = await get("/hsds/services?page=1");
  expect(rejected.status).toBe(429);
  expect(rejected.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(rejected.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await rejected.json()).toMatchObject({
    status: 429,
    title: "Too Many Requests",
    code: "RATE_LIMITED",
    detailIt: expect.stringContaining("unità"),
  });
});

test("requests that GraphQL rejects cost something too", async () => {
  let rejected = 0;
  for (let i = 0; i < 400 && rejected === 0; i += 1)
    rejected = (await ask(`{ wrong${i} }`)).status === 429 ? i : 0;
  expect(rejected).toBeGreaterThan(250);
});

test("320 wrong keys meet 429 early, by address and by key, and a right key goes on", async () => {
  const wrong = `${ownerKey.slice(0, 19)}${"x".repeat(43)}`;
  const statuses: number[] = [];
  for (let i = 0; i < 320; i += 1) {
    now += 18;
    const made = `vic_live_${String(i).padStart(10, "0")}${"y".repeat(49)}`;
    statuses.push((await ask("{ __typename }", { key: i % 2 ? wrong : made })).status);
  }
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(22);
  expect(statuses.slice(30).filter((status) => status !== 429).length).toBeLessThanOrEqual(2);
  expect((await ask("{ __typename }", { key: ownerKey })).status).toBe(200);
  expect((await ask("{ __typename }")).status).toBe(200);
  // The same key from many addresses is limited too.
  const spread: number[] = [];
  for (let i = 0; i < 40; i += 1)
    spread.push((await ask("{ __typename }", { key: wrong, ip: `198.51.100.${i}` })).status);
  expect(spread.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
  const rejected = await ask("{ __typename }", { key: wrong });
  expect([rejected.status, Number(rejected.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect(await rejected.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  const elsewhere = await get("/hsds/services", { key: wrong });
  expect([elsewhere.status, elsewhere.headers.get("content-type")]).toEqual([
    429,
    "application/problem+json",
  ]);
});

test("the log names a client by a hash, and never by its address", async () => {
  await (await ask("{ __typename }", { ip: "203.0.113.77" })).text();
  await (await ask("{ rateLimit { limit } }", { ip: "203.0.113.77" })).text();
  const lines = hub.logs.filter(({ message }) => message === "request");
  expect(lines.at(-1)).toMatchObject({ client: expect.stringMatching(/^[\w-]{22}$/) });
  await (await ask("{ __typename }", { ip: "203.0.113.77", key: "wrong" })).text();
  const rejected = hub.logs.findLast(({ message }) => message === "request");
  expect(rejected).toMatchObject({ status: 401, client: lines.at(-1)!.client });
  expect(JSON.stringify([...hub.logs, ...logged])).not.toContain("203.0.113.77");
});

test("one caller has a bounded number of requests waiting; then 429", async () => {
  const alone = { policies: usualPolicies, addressHeader: null, table: null, log: () => undefined };
  hub = hubOver(table, { fairUse: new FairUse(alone) });
  const many = Array.from({ length: 150 }, () => ask("{ rateLimit { limit } }", { ip: "203.0.113.1" }));
  const statuses = (await Promise.all(many)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(100);
});
