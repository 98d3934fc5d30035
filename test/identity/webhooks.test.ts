import type { TestCaller } from "../support/callers";
import type { TestHub } from "../support/hub";
import { everyItem } from "../support/table-state";
import { changeWebhook, delivererOf, owner, shown, startWebhookHub, webhooksOf } from "../support/webhooks";

const reader: TestCaller = { organization: "a", scopes: ["READ_PARTNER"] };
const other: TestCaller = { organization: "b", scopes: ["WRITE_OWN"] };
const withoutScope: TestCaller = { organization: "a", scopes: ["EXPORT"] };
const admin: TestCaller = { organization: "city", scopes: ["ADMIN"] };
const url = "https://a.example.org/changes";

let hub: TestHub;
beforeEach(async () => {
  hub = await startWebhookHub();
});

const create = (input: object = {}, caller: TestCaller = owner) =>
  changeWebhook(hub, "createWebhook", { url, label: "Mirror", ...input }, caller);

test("an organisation keeps its webhooks, others do not see them, and an admin sees all", async () => {
  const { webhook } = await create({ filter: { types: ["SERVICE", "CENTRE", "SERVICE"] } }, reader);
  expect(webhook).toMatchObject({
    ...{
      id: expect.stringMatching(/^wh_\w{10}$/),
      organizationCode: "a",
      url,
      label: "Mirror",
      state: "UNVERIFIED",
    },
    ...{ types: ["CENTRE", "SERVICE"], areaCode: null, createdBy: expect.stringMatching(/^a\/key:/) },
    ...{ cursor: expect.any(String), message: null, latestAttempts: [], deadLetters: [] },
  });
  expect(await webhooksOf(hub, reader)).toEqual([webhook]);
  expect(await webhooksOf(hub, other)).toEqual([]);
  await create({ organization: "b" }, admin);
  expect((await webhooksOf(hub, admin)).map(({ id }) => id)).toHaveLength(2);
});

test.each([
  ["of another organisation", other, "FORBIDDEN"],
  ["without the scope", withoutScope, "FORBIDDEN"],
])("nobody %s changes a webhook, or learns of it", async (_, caller, code) => {
  const { webhook } = await create();
  for (const name of [
    "updateWebhook",
    "deleteWebhook",
    "rotateWebhookSecret",
    "testWebhook",
    "replayWebhook",
  ]) {
    const answer = await changeWebhook(hub, name, { id: webhook.id }, caller);
    expect([name, answer.webhook, answer.userErrors[0]!.code]).toEqual([name, null, code]);
  }
  expect((await create({ organization: "a" }, caller)).userErrors).toMatchObject([{ code }]);
  const { errors } = await hub.askAs(caller, '{ webhooks(organization: "a") { nodes { url } } }');
  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await webhooksOf(hub)).toEqual([webhook]);
});

test("the secret is in one answer, and in no publication, history or log", async () => {
  const { webhook, secret } = await create();
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const rotated = await changeWebhook(hub, "rotateWebhookSecret", { id: webhook.id });
  await changeWebhook(hub, "testWebhook", { id: webhook.id });
  await delivererOf(hub)();
  const { data } = await hub.ask("{ changes(first: 100) { nodes { code } } dataVersion { version } }");
  const answers = [data, await webhooksOf(hub), await webhooksOf(hub, admin), hub.logs];
  const items = await everyItem(hub.table);
  for (const each of [secret, rotated.secret]) {
    expect(items.filter((item) => JSON.stringify(item).includes(each)).map(({ pk }) => pk)).toEqual([
      `Webhook#${webhook.id}`,
    ]);
    expect(JSON.stringify(answers)).not.toContain(each);
  }
  expect(
    items.filter(({ pk }) => pk.startsWith("Page#")).some((item) => JSON.stringify(item).includes(url)),
  ).toBe(false);
});

test.each([
  ["a name without a scheme", "a.example.org"],
  ["http", "http://a.example.org/"],
  ["another scheme", "file:///etc/passwd"],
  ["a password", "https://user:secret@a.example.org/"],
  ["a fragment", "https://a.example.org/#x"],
  ["a private address", "https://10.0.0.1/"],
  ["the metadata of a cloud", "https://169.254.169.254/latest/"],
  ["the metadata of a cloud, in another form", "https://2852039166/latest/"],
  ["a mapped address", "https://[::ffff:10.0.0.1]/"],
  ["2,001 characters", `https://a.example.org/${"x".repeat(1_979)}`],
])("an address with %s is rejected", async (_, wrong) => {
  const rejected = [{ code: "BAD_USER_INPUT", field: ["input", "url"] }];
  expect((await create({ url: wrong })).userErrors).toEqual(rejected);
  const { webhook } = await create();
  const update = await changeWebhook(hub, "updateWebhook", { id: webhook.id, url: wrong });
  expect(update.userErrors).toEqual(rejected);
});

test("values that are not accepted are user errors at their place", async () => {
  expect((await create({ label: " " })).userErrors).toEqual([
    { code: "BAD_USER_INPUT", field: ["input", "label"] },
  ]);
  expect((await create({ label: "x\u202Ey" })).userErrors).toEqual([
    { code: "BAD_USER_INPUT", field: ["input", "label"] },
  ]);
  expect((await create({ filter: { area: "nil:none" } })).userErrors).toEqual([
    { code: "UNKNOWN_CODE", field: ["input", "filter", "area"] },
  ]);
  expect((await create({ organization: "nobody" }, admin)).userErrors).toEqual([
    { code: "UNKNOWN_CODE", field: ["input", "organization"] },
  ]);
  expect((await changeWebhook(hub, "testWebhook", { id: "wh_0000000000" })).userErrors).toEqual([
    { code: "UNKNOWN_CODE", field: ["input", "id"] },
  ]);
  expect(await webhooksOf(hub)).toEqual([]);
});

test("an organisation has at most five webhooks, and another one after a deletion", async () => {
  const [{ webhook }] = [await create(), await create(), await create(), await create(), await create()];
  expect((await create()).userErrors).toEqual([{ code: "LIMIT_EXCEEDED", field: ["input", "organization"] }]);
  expect((await create({}, other)).userErrors).toEqual([]);
  await changeWebhook(hub, "deleteWebhook", { id: webhook.id });
  expect((await create()).userErrors).toEqual([]);
});

test("what an update leaves out stays", async () => {
  const { webhook } = await create({ filter: { types: ["CENTRE"] } });
  const labelled = await changeWebhook(hub, "updateWebhook", { id: webhook.id, label: "New" });
  expect(labelled.webhook).toEqual({ ...webhook, label: "New" });
  const same = await changeWebhook(hub, "updateWebhook", { id: webhook.id });
  expect(same.webhook).toEqual(labelled.webhook);
  const off = await changeWebhook(hub, "updateWebhook", { id: webhook.id, enabled: false });
  expect(off.webhook).toMatchObject({ state: "DISABLED", disabledReason: "SWITCHED_OFF", label: "New" });
});

test("without a key nobody reads or changes webhooks", async () => {
  const { errors } = await hub.ask(`{ webhooks { nodes { ${shown} } } }`);
  expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  const mutation = `mutation { createWebhook(input: { url: "${url}", label: "x" }) { secret } }`;
  expect((await hub.ask(mutation)).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
});
