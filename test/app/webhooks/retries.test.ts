import type { LogEntry } from "../../../src/app/log";
import type { Send } from "../../../src/app/webhooks/send";
import { waits } from "../../../src/domain/webhooks/progress";
import { rootKey } from "../../../src/storage/snapshots/root";
import type { TestHub } from "../../support/hub";
import { bodyOf, type Receiver, startReceiver } from "../../support/webhook-receiver";
import {
  type Clock,
  changeWebhook,
  clockAt,
  delivererOf,
  rename,
  startWebhookHub,
  verifiedWebhook,
  webhooksOf,
} from "../../support/webhooks";

const [minute, hour] = [60_000, 3_600_000];

let clock: Clock;
let hub: TestHub;
let receiver: Receiver;
let id: string;
beforeEach(async () => {
  clock = clockAt("2026-03-01T10:00:00.000Z");
  [hub, receiver] = await Promise.all([startWebhookHub(clock), startReceiver()]);
  const { webhook } = await verifiedWebhook(hub, receiver);
  id = webhook.id;
});
afterEach(() => receiver.close());

const ids = () => receiver.received.map(({ headers }) => headers["webhook-id"]);
const names = () =>
  receiver.received.map((each) =>
    bodyOf(each).data.changes!.map(({ code, version }) => `${code} ${version}`),
  );

test("a receiver that is down gets the same message again and again, later ones after it, and nothing is lost", async () => {
  receiver.answer = 503;
  await rename(hub, "a:1", 1, "One");
  expect((await delivererOf(hub)()).nextAt).toBe("2026-03-01T10:00:05.000Z");
  await rename(hub, "a:2", 1, "Two");
  // Not yet due.
  clock.forward(4_999);
  await delivererOf(hub)();
  expect(receiver.received).toHaveLength(1);
  for (const wait of waits.slice(1, 5)) {
    clock.forward(wait);
    // Each time another process.
    await delivererOf(hub)();
  }
  expect(await webhooksOf(hub)).toMatchObject([{ state: "FAILING", message: { attempts: 5 } }]);
  receiver.answer = 200;
  clock.forward(waits[5]!);
  await delivererOf(hub)();
  expect(ids()).toHaveLength(7);
  expect(new Set(ids().slice(0, 6)).size).toBe(1);
  expect(names()).toEqual([...Array.from({ length: 6 }, () => ["a:1 2"]), ["a:2 2"]]);
  expect(new Set(receiver.received.slice(0, 6).map(({ text }) => text)).size).toBe(1);
  // The time of the attempt is signed, so that receivers can reject old copies.
  const times = receiver.received.map(({ headers }) => Number(headers["webhook-timestamp"]));
  expect(times[1]! - times[0]!).toBe(9);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE", message: null }]);
});

test("a message that fails ten times is given up, the next one is sent, and a replay repeats it", async () => {
  receiver.answer = (response) => response.writeHead(ids().length > 10 ? 200 : 500).end();
  await rename(hub, "a:1", 1, "One");
  for (const wait of waits) {
    clock.forward(wait);
    await delivererOf(hub)();
  }
  await rename(hub, "a:2", 1, "Two");
  await delivererOf(hub)();
  const [{ deadLetters, state }] = (await webhooksOf(hub)) as [
    Awaited<ReturnType<typeof webhooksOf>>[number],
  ];
  expect(state).toBe("ACTIVE");
  expect(deadLetters).toMatchObject([
    { id: ids()[0], attempts: 10, changes: 1, outcome: "REJECTED", status: 500 },
  ]);
  await changeWebhook(hub, "replayWebhook", { id, after: deadLetters[0]!.after });
  await delivererOf(hub)();
  expect(names().slice(10)).toEqual([["a:2 2"], ["a:1 2", "a:2 2"]]);
  expect(new Set(ids()).size).toBe(3);
});

test("410 Gone disables at once; to enable it tries at once", async () => {
  receiver.answer = 410;
  await rename(hub, "a:1", 1, "One");
  await delivererOf(hub)();
  clock.forward(100 * hour);
  await delivererOf(hub)();
  expect(ids()).toHaveLength(1);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "DISABLED", disabledReason: "GONE" }]);
  receiver.answer = 200;
  await changeWebhook(hub, "updateWebhook", { id, enabled: true });
  await delivererOf(hub)();
  expect(names()).toEqual([["a:1 2"], ["a:1 2"]]);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE", disabledReason: null }]);
});

test("five days without a delivery disable, with the reason", async () => {
  receiver.answer = 500;
  await rename(hub, "a:1", 1, "One");
  await delivererOf(hub)();
  await rename(hub, "a:2", 1, "Two");
  for (let hours = 0; hours <= 6 * 24; hours += 4) {
    await delivererOf(hub)();
    clock.forward(4 * hour);
  }
  const [webhook] = await webhooksOf(hub);
  expect(webhook).toMatchObject({ state: "DISABLED", disabledReason: "FAILURES" });
  expect(webhook!.deadLetters).toHaveLength(1);
});

test("after the process of a delivery is killed, another one sends the same message", async () => {
  const sentByKilled: string[] = [];
  const never: Send = ({ headers }) => {
    sentByKilled.push(headers["webhook-id"]!);
    return new Promise(() => undefined);
  };
  await rename(hub, "a:1", 1, "One");
  void delivererOf(hub, { send: never })();
  await until(() => sentByKilled.length === 1);
  // It may still be at work.
  expect((await delivererOf(hub)()).nextAt).toBe("2026-03-01T10:00:30.000Z");
  expect(receiver.received).toEqual([]);
  clock.forward(minute);
  await delivererOf(hub)();
  expect(ids()).toEqual(sentByKilled);
  expect(await webhooksOf(hub)).toMatchObject([
    { message: null, latestAttempts: [{ attempt: 2 }, { changes: null }] },
  ]);
});

test("what the caller does meanwhile stays: a replay, another address, a deletion", async () => {
  let finish: (() => void) | null = null;
  receiver.answer = (response) => {
    finish = () => response.writeHead(200).end();
  };
  await rename(hub, "a:1", 1, "One");
  const [before] = await webhooksOf(hub);
  const delivering = delivererOf(hub)();
  await until(() => finish !== null);
  await changeWebhook(hub, "replayWebhook", { id, after: before!.cursor });
  const other = await startReceiver();
  await changeWebhook(hub, "updateWebhook", { id, url: other.url });
  finish!();
  await delivering;
  expect(await webhooksOf(hub)).toMatchObject([{ cursor: before!.cursor, url: other.url }]);
  await delivererOf(hub)();
  expect(other.received.map((each) => bodyOf(each).type)).toEqual(["test", "changes"]);
  expect(bodyOf(other.received[1]!).data.changes).toMatchObject([{ code: "a:1" }]);
  await other.close();
  await changeWebhook(hub, "deleteWebhook", { id });
  expect(await webhooksOf(hub)).toEqual([]);
});

test("a message that waits for its next attempt is tried at another address as soon as it answers a test", async () => {
  receiver.answer = 500;
  await rename(hub, "a:1", 1, "One");
  await delivererOf(hub)();
  const other = await startReceiver();
  await changeWebhook(hub, "updateWebhook", { id, url: other.url });
  await delivererOf(hub)();
  expect(other.received.map((each) => bodyOf(each).type)).toEqual(["test", "changes"]);
  expect(other.received[1]!.headers["webhook-id"]).toBe(ids()[0]);
  await other.close();
});

test("a pass with nothing to do reads the list, and of each webhook itself and the version", async () => {
  await verifiedWebhook(hub, receiver, { label: "Second" });
  await rename(hub, "a:1", 1, "One");
  await delivererOf(hub)();
  const counts = () => ({ ...hub.table.meter.calls });
  const before = counts();
  await delivererOf(hub)();
  const after = counts();
  const more = Object.entries(after).map(([verb, calls]) => [verb, calls - (before[verb] ?? 0)] as const);
  const { Get, ...others } = Object.fromEntries(more.filter(([, calls]) => calls > 0));
  expect(others).toEqual({ Query: 1 });
  // Two webhooks that are served at the same moment may share their look at the version.
  expect(Get).toBeLessThanOrEqual(4);
});

test("a slow receiver delays no other one", async () => {
  const other = await startReceiver();
  await verifiedWebhook(hub, other);
  let finish: (() => void) | null = null;
  receiver.answer = (response) => {
    finish = () => response.writeHead(200).end();
  };
  await rename(hub, "a:1", 1, "One");
  const delivering = delivererOf(hub)();
  await until(() => finish !== null && other.received.length === 1);
  finish!();
  await delivering;
  await other.close();
});

test("a place that the list of changes no longer has disables, and a replay begins again", async () => {
  await rename(hub, "a:1", 1, "One");
  await delivererOf(hub)();
  const [{ cursor }] = (await webhooksOf(hub)) as [Awaited<ReturnType<typeof webhooksOf>>[number]];
  // A cursor of a hub that was restored to an earlier day.
  const [, ...rest] = JSON.parse(Buffer.from(cursor, "base64url").toString())[0] as unknown[];
  const lost = Buffer.from(JSON.stringify({ 0: [999, ...rest] })).toString("base64url");
  await hub.table.update({ pk: `Webhook#${id}`, sk: "WEBHOOK" }, { set: { cursor: lost } });
  await delivererOf(hub)();
  expect(await webhooksOf(hub)).toMatchObject([{ state: "DISABLED", disabledReason: "CURSOR_EXPIRED" }]);
  await expect(changeWebhook(hub, "replayWebhook", { id, after: lost })).rejects.toThrow("INVALID_CURSOR");
  await changeWebhook(hub, "replayWebhook", { id });
  await delivererOf(hub)();
  expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE" }]);
  expect(names().length).toBeGreaterThan(1);
});

test("a store that fails is logged, and fails the run", async () => {
  await rename(hub, "a:1", 1, "One");
  const get = jest.spyOn(hub.table, "get").mockImplementation(async ({ pk }) => {
    if (pk !== rootKey.pk) throw new Error("The store is away.");
    return null;
  });
  const logs: LogEntry[] = [];
  const log = (entry: LogEntry) => logs.push(entry);
  expect(await delivererOf(hub, { log })()).toMatchObject({ live: 1, failed: 1 });
  get.mockRestore();
  expect(logs.at(-1)).toMatchObject({ level: "error", message: `The webhook ${id} was not served.` });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
