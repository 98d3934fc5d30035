import { verify } from "../../src/projections/refresh";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre } from "../support/builders";
import { keyFor } from "../support/callers";
import type { TestHub } from "../support/hub";
import { askAs, type Role, roles, startPartnersHub } from "../support/partners";
import { everyItem } from "../support/table-state";

let hub: TestHub;
let instant: string;
beforeEach(async () => {
  instant = "2026-02-01T10:00:00.000Z";
  hub = await startPartnersHub(() => instant);
});

interface Trail {
  readonly auditTrail: { readonly totalCount: number; readonly nodes: readonly Record<string, unknown>[] };
}
const fields = "at action changedBy credential importRun type code version hash";
const trailOf = async (role: Role, args: string) =>
  (await askAs<Trail>(hub, role, `{ auditTrail(${args}) { totalCount nodes { ${fields} } } }`)).data!
    .auditTrail;

const update = (role: Role, code: string, notes: string, expectedVersion = 1) =>
  askAs(
    hub,
    role,
    "mutation ($input: UpdateCentreInput!) { updateCentre(input: $input) { version userErrors { code } } }",
    { input: { code, expectedVersion, fields: { notes }, reason: "r" } },
  );

const drifts = async () =>
  (await verify(hub.table)).drifts
    .filter(({ scope }) => scope === "history")
    .map(({ drift, document }) => `${drift} ${document}`);

test("a trail has what the organisation did, and what others did to its records and keys", async () => {
  await update("owner", "a:1", "one");
  instant = "2026-02-01T10:00:01.000Z";
  await update("editor", "a:1", "two", 2);
  await update("editor", "nobody:1", "three");
  instant = "2026-02-01T10:00:02.000Z";
  await update("otherPartner", "b:1", "four");
  const { nodes } = await trailOf("owner", 'since: "2026-02-01T10:00:00Z", first: 100');
  const ofCentres = nodes.filter(({ type, action }) => type === "Centre" && action === "UPDATE");
  expect(ofCentres).toMatchObject([
    { at: "2026-02-01T10:00:01.000Z", changedBy: "city", credential: null, code: "a:1", version: 3 },
    { changedBy: "a", credential: expect.stringMatching(/^key:/), code: "a:1", version: 2 },
  ]);
  expect(nodes.filter(({ type }) => type === "ApiKey")).toMatchObject([
    { action: "CREATE_KEY", changedBy: "operator", credential: null, version: null },
  ]);
  const seenByCity = await trailOf("editor", 'organization: "a", first: 1');
  expect(seenByCity.nodes).toMatchObject([{ changedBy: "city", credential: expect.stringMatching(/^key:/) }]);
  // Its own trail has what it did to records of nobody and of others.
  expect((await trailOf("editor", "first: 100")).nodes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["a:1", "nobody:1"]),
  );
  expect((await trailOf("owner", 'since: "2026-02-01T10:00:01Z"')).totalCount).toBe(1);
});

test("the hash of an entry is that of the version in the history", async () => {
  await update("owner", "a:1", "one");
  const { nodes } = await trailOf("owner", "first: 100");
  const stored = await hub.table.get({ pk: "Centre#a:1", sk: "RECORD" }, true);
  expect(nodes.find(({ code, version }) => code === "a:1" && version === 2)).toMatchObject({
    ...{ hash: stored!.hash, importRun: null },
  });
});

test("an import stands in the trails of the owners with its code", async () => {
  const centre = aCentre({ code: "a:1", name: "Other", managerCode: "a" });
  await saveAll(hub.table, codecs.centre, [centre], { origin: "ds1", now: instant, fence: 7 });
  const { nodes } = await trailOf("owner", "first: 100");
  expect(nodes.find(({ importRun }) => importRun === "ds1:7")).toMatchObject({
    code: "a:1",
    changedBy: "ds1",
  });
});

test("the work of a page of a trail does not grow with the trail", async () => {
  const work = async () => {
    await trailOf("owner", "first: 1");
    const before = { ...hub.table.meter.calls };
    await askAs(hub, "owner", "{ auditTrail(first: 2) { nodes { code } } }");
    const after = hub.table.meter.calls;
    const used = Object.entries(after).map(([verb, n]) => [verb, n - (before[verb] ?? 0)] as const);
    return used.filter(([, n]) => n > 0);
  };
  const few = await work();
  for (let version = 1; version < 30; version++) await update("owner", "a:1", `note ${version}`, version);
  expect(await work()).toEqual(few);
});

test("creation, rotation and revocation of a key are a chain, and tampering with it shows", async () => {
  const key = await keyFor(hub.table, { organization: "a", scopes: ["WRITE_OWN"] });
  const id = key.slice(9, 19);
  const run = (mutation: string) =>
    askAs(hub, "admin", `mutation { ${mutation}(input: { id: "${id}" }) { userErrors { code } } }`);
  instant = "2026-02-01T10:00:01.000Z";
  await run("rotateApiKey");
  instant = "2026-02-01T10:00:02.000Z";
  await run("revokeApiKey");
  const { nodes } = await trailOf("admin", 'organization: "a", first: 100');
  const ofKey = nodes.filter(({ code }) => code === id);
  expect(ofKey.map(({ action }) => action)).toEqual(["REVOKE_KEY", "ROTATE_KEY", "CREATE_KEY"]);
  expect(await drifts()).toEqual([]);

  const items = (await everyItem(hub.table)).filter(({ type, code }) => type === "ApiKey" && code === id);
  const rotation = items.find(({ action }) => action === "ROTATE_KEY")!;
  const revocation = items.find(({ action }) => action === "REVOKE_KEY")!;
  await hub.table.put({ ...rotation, changedBy: "a/key:x" });
  expect(await drifts()).toEqual([`DIFFERS ${rotation.pk} ${rotation.sk}`]);
  await hub.table.batchWrite({ deletes: [rotation] });
  expect(await drifts()).toContain(`MISSING ${revocation.pk} ${revocation.sk}`);
});

/** The answer of a mutation, which has no errors. */
async function change<P>(role: Role, name: string, input: object, answers: string): Promise<P> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answers} userErrors { code } } }`;
  const { data } = await askAs<Record<string, P & { readonly userErrors: unknown }>>(hub, role, query, {
    input,
  });
  expect(data![name]!.userErrors).toEqual([]);
  return data![name]!;
}
const deedsOf = async (role: Role, type: string) =>
  (await trailOf(role, "first: 100")).nodes
    .filter((node) => node.type === type)
    .map(({ action, changedBy, code, credential }) => [action, changedBy, code, credential]);
const aKey = expect.stringMatching(/^key:/);

test("proposed changes and decisions are in the trails of their author, the owner and the reviewer, as a chain", async () => {
  const facts = { code: "a:1", expectedVersion: 1, centre: { notes: "x" }, reason: "r" };
  const proposed = () =>
    change<{ proposal: { id: string } }>("otherPartner", "proposeChange", facts, "proposal { id }");
  const { id } = (await proposed()).proposal;
  const { id: other } = (await proposed()).proposal;
  instant = "2026-02-01T10:00:01.000Z";
  await change("editor", "reviewChange", { id, decision: "ACCEPT", reason: "r" }, "version");
  instant = "2026-02-01T10:00:02.000Z";
  await change("editor", "reviewChange", { id: other, decision: "REJECT", reason: "r" }, "version");

  const decided = (key: unknown) => [
    ["REJECT_CHANGE", "city", other, key],
    ["ACCEPT_CHANGE", "city", id, key],
  ];
  const begun = (key: unknown) =>
    expect.arrayContaining([id, other].map((code) => ["PROPOSE_CHANGE", "b", code, key]));
  for (const [role, key] of [
    ["owner", null],
    ["otherPartner", aKey],
  ] as const) {
    const deeds = await deedsOf(role, "ChangeProposal");
    expect([deeds.slice(0, 2), deeds.slice(2)]).toEqual([decided(null), begun(key)]);
  }
  expect(await deedsOf("editor", "ChangeProposal")).toEqual(decided(aKey));
  expect(await drifts()).toEqual([]);

  const items = (await everyItem(hub.table)).filter(({ pk, code }) => pk === "Audit#a" && code === id);
  const acceptance = items.find(({ action }) => action === "ACCEPT_CHANGE")!;
  await hub.table.put({ ...acceptance, changedBy: "a/key:x" });
  expect(await drifts()).toEqual([`DIFFERS ${acceptance.pk} ${acceptance.sk}`]);
  await hub.table.batchWrite({ deletes: [acceptance] });
  expect(await drifts()).toEqual([`MISSING ChangeProposal#${id} PROPOSAL`]);
});

test("all that people do to a webhook is a chain that stays complete without the webhook, and tampering shows", async () => {
  const input = { url: "https://a.example.org/", label: "x", organization: "a" };
  const { webhook } = await change<{ webhook: { id: string } }>(
    "admin",
    "createWebhook",
    input,
    "webhook { id }",
  );
  const { id } = webhook;
  const steps: readonly (readonly [string, string, object])[] = [
    ["updateWebhook", "UPDATE_WEBHOOK", { url: "https://b.example.org/" }],
    ["updateWebhook", "UPDATE_WEBHOOK", { label: "y" }],
    ["rotateWebhookSecret", "ROTATE_WEBHOOK_SECRET", {}],
    ["testWebhook", "TEST_WEBHOOK", {}],
    ["updateWebhook", "UPDATE_WEBHOOK", { filter: { types: ["CENTRE"] } }],
    ["updateWebhook", "UPDATE_WEBHOOK", { enabled: false }],
    ["replayWebhook", "REPLAY_WEBHOOK", {}],
  ];
  for (const [i, [mutation, , given]] of steps.entries()) {
    // The first two at one moment.
    instant = `2026-02-01T10:00:0${Math.max(i, 1)}.000Z`;
    await change("owner", mutation, { id, ...given }, "webhook { id }");
  }
  // Two more: what changes nothing is no deed.
  for (const given of [{ enabled: true }, {}, { enabled: false }, { enabled: false }])
    await change("owner", "updateWebhook", { id, ...given }, "webhook { id }");
  expect(await drifts()).toEqual([]);
  instant = "2026-02-01T10:00:09.000Z";
  await Promise.all([
    change("owner", "deleteWebhook", { id }, "webhook { id }"),
    change("owner", "deleteWebhook", { id }, "webhook { id }").catch(() => null),
  ]);
  const updates = ["UPDATE_WEBHOOK", "UPDATE_WEBHOOK"];
  expect(await deedsOf("owner", "Webhook")).toEqual([
    ["DELETE_WEBHOOK", "a", id, aKey],
    ...[...steps.map(([, action]) => action), ...updates].reverse().map((action) => [action, "a", id, aKey]),
    ["CREATE_WEBHOOK", "city", id, null],
  ]);
  expect(await deedsOf("admin", "Webhook")).toEqual([["CREATE_WEBHOOK", "city", id, aKey]]);
  expect(await drifts()).toEqual([]);
  const items = (await everyItem(hub.table)).filter(({ pk, code }) => pk === "Audit#a" && code === id);
  const [creation, rotation, replay, deletion] = ["CREATE", "ROTATE", "REPLAY", "DELETE"].map(
    (begin) => items.find(({ action }) => String(action).startsWith(begin))!,
  );
  await hub.table.put({ ...rotation!, changedBy: "b/key:x" });
  expect(await drifts()).toEqual([`DIFFERS Audit#a ${rotation!.sk}`]);
  await hub.table.put(rotation!);
  await hub.table.batchWrite({ deletes: [replay!] });
  expect(await drifts()).toEqual([expect.stringMatching(/^MISSING Audit#a .*#UPDATE_WEBHOOK#/)]);
  await hub.table.put(replay!);
  expect(await drifts()).toEqual([]);
  await hub.table.batchWrite({ deletes: [deletion!] });
  expect(await drifts()).toEqual([expect.stringMatching(`^MISSING Audit#(a|city) ${creation!.sk}$`)]);
});

test("nobody sees the trail of another organisation but the city", async () => {
  for (const role of Object.keys(roles) as Role[]) {
    const { errors } = await askAs(hub, role, '{ auditTrail(organization: "a") { totalCount } }');
    const expected = { anonymous: "UNAUTHENTICATED", otherPartner: "FORBIDDEN" } as Partial<
      Record<Role, string>
    >;
    expect(errors?.[0]?.extensions?.code).toBe(expected[role]);
  }
});
