import { operator } from "../../../src/domain/identity/caller";
import { erasePerson } from "../../../src/editing/identity/erase-person";
import { sweepReplaced } from "../../../src/storage/snapshots/retirement";
import type { TestHub } from "../../support/hub";
import { bodyOf, type Receiver, startReceiver } from "../../support/webhook-receiver";
import {
  type Clock,
  changeWebhook,
  clockAt,
  delivererOf,
  owner,
  startWebhookHub,
  verifiedWebhook,
  webhooksOf,
} from "../../support/webhooks";

/** SYNTHETIC. */
const name = "Zelinda Quaresmini";
const traces = /zelinda|quaresmini/i;

let clock: Clock;
let hub: TestHub;
let receiver: Receiver;
beforeEach(async () => {
  clock = clockAt("2026-03-01T10:00:00.000Z");
  [hub, receiver] = await Promise.all([startWebhookHub(clock), startReceiver()]);
  await verifiedWebhook(hub, receiver);
});
afterEach(() => receiver.close());

async function edit(input: object): Promise<void> {
  const { data } = await hub.askAs<{ updateService: { version: number; userErrors: unknown[] } }>(
    owner,
    "mutation ($input: UpdateServiceInput!) { updateService(input: $input) { version userErrors { code } } }",
    { input },
  );
  expect(data!.updateService.userErrors).toEqual([]);
  await hub.ask("{ dataVersion { version } }");
}

async function erase(): Promise<void> {
  const person = { names: [name], emails: [], phones: [] };
  const order = {
    by: operator,
    reason: "Request 7",
    now: clock.now,
    dryRun: false,
    wait: async () => undefined,
  };
  expect(await erasePerson(hub.table, person, order)).toMatchObject({ logged: 1, left: [] });
  await sweepReplaced(hub.table, Date.parse(clock.now), Date.parse(clock.now) + 61_000);
}

test("a message that waits for its retry, a replay of it, and what follows are sent without an erased person", async () => {
  receiver.answer = 503;
  await edit({
    code: "a:1",
    expectedVersion: 1,
    reason: `Chiesto da ${name}`,
    fields: { alternateName: name },
  });
  await delivererOf(hub)();
  expect(receiver.received[0]!.text).toMatch(traces);
  const [{ message }] = (await webhooksOf(hub)) as [Awaited<ReturnType<typeof webhooksOf>>[number]];

  clock.forward(1_000);
  await erase();
  receiver.answer = 204;
  clock.forward(60_000);
  await delivererOf(hub)();
  const [first, retried, next, ...more] = receiver.received;
  expect(more).toEqual([]);
  // The same message, with the same changes, but for what was erased.
  expect(retried!.headers["webhook-id"]).toBe(message!.id);
  const { changes, ...data } = bodyOf(first!).data;
  expect(bodyOf(retried!)).toEqual({
    ...bodyOf(first!),
    data: { ...data, changes: changes!.map((change) => ({ ...change, reason: "Chiesto da […]" })) },
  });
  // The erasure is a change of its own, so that copies of receivers follow it.
  expect(bodyOf(next!).data.changes).toMatchObject([
    { code: "a:1", version: 3, changedBy: "operator", reason: "Request 7", fields: ["alternateName"] },
  ]);

  const [{ id }] = (await webhooksOf(hub)) as [Awaited<ReturnType<typeof webhooksOf>>[number]];
  await changeWebhook(hub, "replayWebhook", { id });
  await delivererOf(hub)();
  const after = receiver.received.slice(1).map(({ text }) => text);
  expect(after.length).toBeGreaterThan(2);
  expect(after.join("\n")).not.toMatch(traces);
  expect(after.join("\n")).toContain("Chiesto da […]");
});
