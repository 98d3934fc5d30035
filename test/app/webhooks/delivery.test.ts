import { Webhook } from "standardwebhooks";
import type { Deliver } from "../../../src/app/webhooks/deliver";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre } from "../../support/builders";
import type { TestHub } from "../../support/hub";
import { bodyOf, type MessageBody, type Receiver, startReceiver } from "../../support/webhook-receiver";
import {
  changeWebhook,
  delivererOf,
  rename,
  startWebhookHub,
  verifiedWebhook,
  type WebhookAnswer,
  webhooksOf,
} from "../../support/webhooks";

let hub: TestHub;
let receiver: Receiver;
let deliver: Deliver;
beforeEach(async () => {
  [hub, receiver] = await Promise.all([startWebhookHub(), startReceiver()]);
  deliver = delivererOf(hub);
});
afterEach(() => receiver.close());

const created = (input: object = {}): Promise<WebhookAnswer> => verifiedWebhook(hub, receiver, input);
const bodies = (): MessageBody[] => receiver.received.map(bodyOf);

test("an edit arrives signed, with the change as the list of changes has it", async () => {
  const { webhook, secret } = await created();
  expect(await deliver()).toMatchObject({ live: 1, failed: 0 });
  expect(receiver.received).toEqual([]);
  await rename(hub, "a:1", 1, "Sportello");
  await deliver();
  const [{ headers, text }] = receiver.received as [(typeof receiver.received)[number]];
  expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual(bodies()[0]);
  expect(() => new Webhook(secret).verify(`${text} `, headers as Record<string, string>)).toThrow(
    "signature",
  );
  const { data } = await hub.ask<{ changes: { nodes: object[]; pageInfo: { endCursor: string } } }>(
    `query ($after: String) { changes(after: $after) { pageInfo { endCursor } nodes {
      action type code version updatedAt changedBy reason fields mergedInto publishedVersion } } }`,
    { after: webhook.cursor },
  );
  const { nodes, pageInfo } = data!.changes;
  expect(nodes).toMatchObject([{ type: "SERVICE", code: "a:1", changedBy: "a" }]);
  expect(bodies()).toEqual([
    {
      type: "changes",
      timestamp: expect.stringMatching(/^20\d\d-.*Z$/),
      data: { webhook: webhook.id, cursor: pageInfo.endCursor, changes: nodes },
    },
  ]);
  expect(await webhooksOf(hub)).toMatchObject([
    {
      ...{ state: "ACTIVE", cursor: pageInfo.endCursor, message: null, deadLetters: [] },
      latestAttempts: [
        { outcome: "DELIVERED", status: 204, messageId: headers["webhook-id"], attempt: 1, changes: 1 },
        { outcome: "DELIVERED", status: 204, attempt: 1, changes: null },
      ],
    },
  ]);
  await deliver();
  expect(receiver.received).toHaveLength(1);
});

test("only what meets the filter is sent, and the rest is passed", async () => {
  const { webhook } = await created({ filter: { types: ["CENTRE"] } });
  await rename(hub, "a:1", 1, "Sportello");
  await deliver();
  const [passed] = await webhooksOf(hub);
  expect(passed!.cursor).not.toBe(webhook.cursor);
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "a:1", name: "Casa", managerCode: "a" })], {
    origin: "test",
    now: hub.table.clock(),
  });
  await hub.ask("{ dataVersion { version } }");
  await deliver();
  expect(bodies().map(({ data }) => data.changes!.map(({ code, type }) => [type, code]))).toEqual([
    [["CENTRE", "a:1"]],
  ]);
  await changeWebhook(hub, "updateWebhook", { id: webhook.id, filter: {} });
  await rename(hub, "a:1", 2, "Sportello nuovo");
  await deliver();
  expect(bodies()[1]!.data.changes).toMatchObject([{ type: "SERVICE" }]);
});

test("many changes come in messages of at most 100, in their order", async () => {
  await created();
  const centres = Array.from({ length: 230 }, (_, i) => aCentre({ code: `x:${i}`, name: `x ${i}` }));
  await saveAll(hub.table, codecs.centre, centres, { origin: "test", now: hub.table.clock() });
  await hub.ask("{ dataVersion { version } }");
  await deliver();
  expect(bodies().map(({ data }) => data.changes!.length)).toEqual([100, 100, 30]);
  const { data } = await hub.ask<{ changes: { nodes: { code: string }[] } }>(
    `query ($after: String) { changes(first: 100, after: $after) { nodes { code } } }`,
    { after: bodies()[1]!.data.cursor },
  );
  expect(bodies()[2]!.data.changes!.map(({ code }) => code)).toEqual(
    data!.changes.nodes.map(({ code }) => code),
  );
  const all = bodies().flatMap(({ data }) => data.changes!.map(({ code }) => code));
  expect(new Set(all).size).toBe(230);
});

test("two processes that deliver at once send each message once", async () => {
  await created();
  await created({ label: "Second" });
  for (let i = 1; i <= 3; i++) {
    await rename(hub, "a:1", i, `Name ${i}`);
    await Promise.all([deliver(), delivererOf(hub)(), delivererOf(hub)()]);
    await deliver();
  }
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
});

test("nothing but a test is sent until its receiver answers one, and then all that happened since", async () => {
  receiver.answer = 400;
  const { webhook, secret } = await changeWebhook(hub, "createWebhook", {
    url: receiver.url,
    label: "Mirror",
  });
  await rename(hub, "a:1", 1, "Sportello");
  expect(await deliver()).toMatchObject({ live: 1, nextAt: null });
  expect(await deliver()).toMatchObject({ live: 0, nextAt: null });
  await changeWebhook(hub, "replayWebhook", { id: webhook.id, after: webhook.cursor });
  await deliver();
  expect(bodies()).toMatchObject([{ type: "test" }]);
  const [{ text, headers }] = receiver.received as [(typeof receiver.received)[number]];
  expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toMatchObject({ type: "test" });
  expect(await webhooksOf(hub)).toMatchObject([{ state: "UNVERIFIED", verifiedAt: null }]);
  receiver.answer = 204;
  await changeWebhook(hub, "testWebhook", { id: webhook.id });
  await deliver();
  expect(bodies().map(({ type }) => type)).toEqual(["test", "test", "changes"]);
  expect(bodies()[2]!.data.changes).toMatchObject([{ code: "a:1" }]);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE", verifiedAt: expect.any(String) }]);

  // Whoever has the new address has not agreed.
  const other = await startReceiver();
  other.answer = 404;
  await changeWebhook(hub, "updateWebhook", { id: webhook.id, url: other.url });
  await rename(hub, "a:1", 2, "Sportello nuovo");
  await deliver();
  await deliver();
  expect(other.received.map((each) => bodyOf(each).type)).toEqual(["test"]);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "UNVERIFIED" }]);
  other.answer = 204;
  await changeWebhook(hub, "updateWebhook", { id: webhook.id, enabled: true });
  await deliver();
  expect(other.received.map((each) => bodyOf(each).type)).toEqual(["test", "test", "changes"]);
  await other.close();
});

test("a test of the former address does not verify another one", async () => {
  let finish: (() => void) | null = null;
  receiver.answer = (response) => {
    finish = () => response.writeHead(200).end();
  };
  const { webhook } = await changeWebhook(hub, "createWebhook", { url: receiver.url, label: "Mirror" });
  const delivering = deliver();
  while (finish === null) await new Promise((resolve) => setTimeout(resolve, 5));
  const url = "http://127.0.0.1:9/";
  await changeWebhook(hub, "updateWebhook", { id: webhook.id, url });
  (finish as () => void)();
  await delivering;
  expect(await webhooksOf(hub)).toMatchObject([{ state: "UNVERIFIED", url }]);
});

test("a webhook of an earlier release, which knew no test, gets changes", async () => {
  const { webhook } = await created();
  await hub.table.update({ pk: `Webhook#${webhook.id}`, sk: "WEBHOOK" }, { remove: ["verifiedAt"] });
  await rename(hub, "a:1", 1, "Sportello");
  await deliver();
  expect(bodies()).toMatchObject([{ type: "changes" }]);
  expect(await webhooksOf(hub)).toMatchObject([{ state: "ACTIVE", verifiedAt: expect.any(String) }]);
});

test("a test is sent once, also to a disabled webhook, and its result is shown", async () => {
  const { webhook, secret } = await created();
  await changeWebhook(hub, "updateWebhook", { id: webhook.id, enabled: false });
  receiver.answer = 500;
  await changeWebhook(hub, "testWebhook", { id: webhook.id });
  await deliver();
  await deliver();
  expect(bodies()).toMatchObject([{ type: "test", data: { webhook: webhook.id } }]);
  const [{ text, headers }] = receiver.received as [(typeof receiver.received)[number]];
  expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toMatchObject({ type: "test" });
  expect(await webhooksOf(hub)).toMatchObject([
    { state: "DISABLED", latestAttempts: [{ outcome: "REJECTED", status: 500, changes: null }, {}] },
  ]);
});

test("a new secret signs at once, and the old one beside it", async () => {
  const { webhook, secret } = await created();
  const rotated = await changeWebhook(hub, "rotateWebhookSecret", { id: webhook.id });
  expect(rotated.secret).not.toBe(secret);
  await rename(hub, "a:1", 1, "Sportello");
  await deliver();
  const [{ text, headers }] = receiver.received as [(typeof receiver.received)[number]];
  for (const each of [secret, rotated.secret])
    expect(new Webhook(each).verify(text, headers as Record<string, string>)).toMatchObject({
      type: "changes",
    });
});

test("a deleted webhook gets nothing more, and a disabled one goes on where it was", async () => {
  const [{ webhook: kept }, { webhook: deleted }] = [await created(), await created({ label: "Second" })];
  await changeWebhook(hub, "deleteWebhook", { id: deleted.id });
  await changeWebhook(hub, "updateWebhook", { id: kept.id, enabled: false });
  await rename(hub, "a:1", 1, "Sportello");
  expect(await deliver()).toMatchObject({ live: 0, nextAt: null });
  expect(receiver.received).toEqual([]);
  await changeWebhook(hub, "updateWebhook", { id: kept.id, enabled: true });
  await deliver();
  expect(bodies()).toMatchObject([{ data: { webhook: kept.id, changes: [{ code: "a:1" }] } }]);
});
