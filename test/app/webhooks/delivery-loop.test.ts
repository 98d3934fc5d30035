import { type DeliveryLoop, deliveryLoop } from "../../../src/app/webhooks/delivery-loop";
import { snapshotsOf } from "../../../src/storage/snapshots/snapshot-store";
import { hubOver, type TestHub } from "../../support/hub";
import { savePartners } from "../../support/partners";
import { startTable } from "../../support/test-table";
import { bodyOf, type Receiver, startReceiver } from "../../support/webhook-receiver";
import { changeWebhook, delivererOf, rename, type WebhookAnswer, webhooksOf } from "../../support/webhooks";

let hub: TestHub;
let loop: DeliveryLoop;
let receiver: Receiver;

/** A hub that delivers by itself, as `npm start` does. */
beforeEach(async () => {
  const table = await startTable();
  await savePartners(table, table.clock());
  loop = deliveryLoop(delivererOf({ table }), () => undefined);
  hub = hubOver(table, { webhooks: { toLoopback: true, changed: () => loop.wake() } });
  snapshotsOf(table).followers.add(loop.wake);
  loop.wake();
  receiver = await startReceiver();
  await rename(hub, "a:3", 1, "Before");
});
afterEach(async () => {
  await loop.stop();
  await receiver.close();
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
/** A webhook whose receiver answered the test, which the loop sends by itself. */
async function created(): Promise<WebhookAnswer> {
  const made = await changeWebhook(hub, "createWebhook", { url: receiver.url, label: "Mirror" });
  while ((await webhooksOf(hub))[0]!.state !== "ACTIVE") await pause(10);
  receiver.received.splice(0);
  return made;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("an edit reaches a receiver by itself, and a failed attempt is repeated when it is due", async () => {
  await created();
  receiver.answer = (response) => response.writeHead(receiver.received.length > 1 ? 200 : 500).end();
  await rename(hub, "a:1", 1, "Sportello");
  await until(() => receiver.received.length === 2);
  const [first, second] = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(second).toBe(first);
  expect(receiver.received.map((each) => bodyOf(each).data.changes)).toMatchObject([
    [{ code: "a:1" }],
    [{ code: "a:1" }],
  ]);
});

test("a test is sent as soon as it is asked for", async () => {
  const { webhook } = await created();
  await changeWebhook(hub, "testWebhook", { id: webhook.id });
  await until(() => receiver.received.length === 1);
  expect(bodyOf(receiver.received[0]!)).toMatchObject({ type: "test", data: { webhook: webhook.id } });
});

test("what happens during a delivery is not forgotten", async () => {
  let finish: (() => void) | null = null;
  await created();
  receiver.answer = (response) => {
    finish = () => response.writeHead(200).end();
  };
  await rename(hub, "a:1", 1, "One");
  await until(() => finish !== null);
  receiver.answer = 200;
  await rename(hub, "a:2", 1, "Two");
  finish!();
  await until(() => receiver.received.length === 2);
});

test("while nothing happens the store is not read", async () => {
  await created();
  await rename(hub, "a:1", 1, "Sportello");
  await until(() => receiver.received.length === 1);
  await pause(500);
  const before = JSON.stringify(hub.table.meter);
  await pause(1_500);
  expect(JSON.stringify(hub.table.meter)).toBe(before);
});

test("a loop that is stopped waits for its attempt, and makes no other", async () => {
  let finish: (() => void) | null = null;
  await created();
  receiver.answer = (response) => {
    finish = () => response.writeHead(200).end();
  };
  await rename(hub, "a:1", 1, "One");
  await until(() => finish !== null);
  const stopped = loop.stop();
  finish!();
  await stopped;
  expect(await webhooksOf(hub)).toMatchObject([
    { message: null, latestAttempts: [{ outcome: "DELIVERED" }, { changes: null }] },
  ]);
  await rename(hub, "a:2", 1, "Two");
  await pause(400);
  expect(receiver.received).toHaveLength(1);
});
