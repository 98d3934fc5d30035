import { operator } from "../../../src/domain/identity/caller";
import type { WebhookMessage } from "../../../src/domain/webhooks/webhook";
import { createWebhookKeeper } from "../../../src/editing/webhooks/webhook-keeper";
import type { Table } from "../../../src/storage/engine/table";
import { checkDeedChains } from "../../../src/storage/identity/check-deed-chains";
import { type Webhook, webhookRepository } from "../../../src/storage/webhooks/webhook.repository";
import { everyItem } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-02-01T10:00:00.000Z";
const id = "wh_0000000001";
const created: Webhook = {
  ...{ id, organizationCode: "a", url: "https://a.example.org/", label: "x", types: [], areaCode: null },
  ...{ createdAt: now, createdBy: "a/key:1", previousSecretUntil: null, cursor: null, message: null },
  ...{ verifiedAt: now, failingSince: null, disabledAt: null, disabledReason: null },
  ...{ latestAttempts: [], deadLetters: [] },
};
const message = (of: string, attempts: number): WebhookMessage => ({
  ...{ id: of, createdAt: now, nextAttemptAt: now, attempts, after: null, cursor: of, changes: 1 },
});
const order = { by: operator, now };

let table: Table;
let webhooks: ReturnType<typeof webhookRepository>;
let keeper: ReturnType<typeof createWebhookKeeper>;
beforeEach(async () => {
  table = await startTable();
  webhooks = webhookRepository(table);
  keeper = createWebhookKeeper(table, { toLoopback: false, changed: () => undefined });
  await webhooks.add(created, "whsec_1", "msg_test");
});

/** Does something after the next change was read, and before it is written. */
function meanwhile(work: () => Promise<unknown>): void {
  const transact = table.transact.bind(table);
  table.transact = async (transaction) => {
    table.transact = transact;
    await work();
    return transact(transaction);
  };
}

const actions = async (): Promise<unknown[]> => {
  expect(await checkDeedChains(table)).toEqual([]);
  return (await everyItem(table))
    .filter(({ type }) => type === "Webhook")
    .map(({ action }) => action)
    .sort();
};
const update = (change: object) => keeper.update(id, change, order);

test("of two changes at one moment none is lost, and both are in one chain", async () => {
  meanwhile(() => update({ label: "other" }));
  await update({ url: "https://b.example.org/" });
  expect(await webhooks.byId(id)).toMatchObject({ label: "other", url: "https://b.example.org/" });
  expect(await actions()).toEqual(["CREATE_WEBHOOK", "UPDATE_WEBHOOK", "UPDATE_WEBHOOK"]);
  const secrets: string[] = [];
  meanwhile(async () => secrets.push((await keeper.rotate(id, order)).secret));
  secrets.push((await keeper.rotate(id, order)).secret);
  expect(await webhooks.toDeliver(id)).toMatchObject({ previousSecret: secrets[0], secret: secrets[1] });
});

test("a change of the label leaves a delivery that began meanwhile as it is", async () => {
  const before = (await webhooks.toDeliver(id))!;
  let claimed = before;
  meanwhile(async () => {
    claimed = (await webhooks.progress(before, { message: message("m1", 1) }, now))!;
  });
  await update({ label: "other" });
  const done = await webhooks.progress(claimed, { message: null, cursor: "m1" }, null);
  expect(done).toMatchObject({ label: "other", message: null, cursor: "m1" });
  expect(await actions()).toEqual(["CREATE_WEBHOOK", "UPDATE_WEBHOOK"]);
});

test("to enable a webhook goes on from what a delivery noted meanwhile, and its own result is not noted later", async () => {
  const begun = (await webhooks.progress(
    (await webhooks.toDeliver(id))!,
    { message: message("m1", 3) },
    null,
  ))!;
  let next = begun;
  meanwhile(async () => {
    next = (await webhooks.progress(begun, { message: message("m2", 1), cursor: "m1" }, now))!;
  });
  await update({ enabled: true });
  expect(await webhooks.byId(id)).toMatchObject({ message: { id: "m2", attempts: 0 }, cursor: "m1" });
  expect(await webhooks.progress(next, { message: null, cursor: "m2" }, null)).toBeNull();
  expect(await actions()).toEqual(["CREATE_WEBHOOK", "UPDATE_WEBHOOK"]);
});

test("a test that is ordered while another one is sent is sent too", async () => {
  const sending = (await webhooks.progress((await webhooks.toDeliver(id))!, {}, now))!;
  expect(sending.testId).toBe("msg_test");
  await keeper.test(id, order);
  const { testId } = (await webhooks.toDeliver(id))!;
  const tested = await webhooks.progress(sending, { testId: null, verifiedAt: now }, null);
  expect(tested).toMatchObject({ testId, verifiedAt: now, claimedUntil: null });
  expect(await webhooks.progress(tested!, { testId: null }, null)).toMatchObject({ testId: null });
  expect(await webhooks.progress(sending, { testId: null }, null)).toBeNull();
});

test("a deletion ends the chain after a change that was faster, and nothing changes what is deleted", async () => {
  meanwhile(() => update({ label: "other" }));
  await keeper.remove(id, order);
  const all = ["CREATE_WEBHOOK", "DELETE_WEBHOOK", "UPDATE_WEBHOOK"];
  expect(await actions()).toEqual(all);
  const other = { ...created, id: "wh_0000000002" };
  await webhooks.add(other, "whsec_2", "msg_test");
  meanwhile(() => keeper.remove(other.id, order));
  await expect(keeper.update(other.id, { label: "late" }, order)).rejects.toMatchObject({
    code: "UNKNOWN_CODE",
  });
  expect(await actions()).toEqual([...all, "CREATE_WEBHOOK", "DELETE_WEBHOOK"].sort());
});

test("the chain of what an earlier release made begins with the first change", async () => {
  const item = (await table.get({ pk: `Webhook#${id}`, sk: "WEBHOOK" }, true))!;
  const { entryHash: _, ...earlier } = item;
  await table.batchWrite({ deletes: (await everyItem(table)).filter(({ type }) => type === "Webhook") });
  await table.put(earlier as typeof item);
  await Promise.all([update({ label: "one" }), update({ label: "two" })]);
  await keeper.remove(id, order);
  expect(await actions()).toEqual(["DELETE_WEBHOOK", "UPDATE_WEBHOOK", "UPDATE_WEBHOOK"]);
});

test("an erasure changes the label alone, and is no deed", async () => {
  await webhooks.setLabel({ id, label: "x" }, "[…]");
  await expect(webhooks.setLabel({ id, label: "x" }, "late")).rejects.toMatchObject({
    name: "ConditionalCheckFailedException",
  });
  expect(await webhooks.byId(id)).toEqual({ ...created, label: "[…]" });
  expect(await actions()).toEqual(["CREATE_WEBHOOK"]);
});
