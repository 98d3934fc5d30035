import { createCityCalendar } from "../../src/domain/places/city-calendar";
import { isPublished } from "../../src/storage/engine/unpublished";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre } from "../support/builders";
import type { TestHub } from "../support/hub";
import { askAs, type Role, startPartnersHub } from "../support/partners";
import { everyItem } from "../support/table-state";

const now = "2026-11-29T10:00:00.000Z";
let hub: TestHub;
beforeEach(async () => {
  hub = await startPartnersHub(() => now);
  const calendar = createCityCalendar({
    ...{ code: "comune:1", timezone: "Europe/Rome", country: "IT", sourceCodes: ["test"] },
    reviewedTypes: ["Service", "Centre"],
  });
  await saveAll(hub.table, codecs.cityCalendar, [calendar], { origin: "test", now });
});

interface Proposal {
  readonly id: string;
  readonly status: string;
  readonly version: number | null;
}
interface Payload {
  readonly proposal: Proposal | null;
  readonly version?: number | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly hint: { readonly en: string };
    readonly conflicts: readonly object[];
  }[];
}

const shown = "id status code version organizationCode decidedBy decisionReason visible: reason";
const errors = "userErrors { code field hint { en } conflicts { field base theirs yours } }";

async function send<P = Payload>(role: Role, name: string, input: object, answers = ""): Promise<P> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answers} ${errors} } }`;
  const answer = await askAs<Record<string, P>>(hub, role, query, { input: { reason: "Test", ...input } });
  expect(answer.errors).toBeUndefined();
  return answer.data![name]!;
}
const propose = (role: Role, input: object) => send(role, "proposeChange", input, `proposal { ${shown} }`);
const review = (decision: string, id: string, role: Role = "editor") =>
  send(role, "reviewChange", { id, decision, reason: "Checked" }, `version proposal { ${shown} }`);

const known = { code: "a:1", expectedVersion: 1 };
const merge = { type: "SERVICE", into: "a:2", intoVersion: 1 };
const change = { ...known, service: { alternateName: "new" } };
const serviceNow = async () =>
  (
    await hub.ask<{ service: object }>(
      `{ service(code: "a:1") { alternateName recordState { version changedBy history(first: 1) { nodes { changedBy reviewedBy credential reviewerCredential reason } } } } }`,
    )
  ).data!.service;

async function listed(role: Role, more = ""): Promise<readonly string[] | string> {
  const { data, errors } = await askAs<{ changeProposals: { nodes: Proposal[] } | null }>(
    hub,
    role,
    `{ changeProposals${more} { nodes { id } totalCount } }`,
  );
  return data?.changeProposals?.nodes.map(({ id }) => id) ?? String(errors?.[0]?.extensions?.code);
}

test("where the city reviews a type, a partner's direct change is rejected with what to send, and an editor's is made", async () => {
  const update = { code: "a:1", expectedVersion: 1, fields: { alternateName: "x" } };
  const { userErrors } = await send("owner", "updateService", update, "version");
  expect(userErrors).toMatchObject([
    { code: "FORBIDDEN", hint: { en: expect.stringContaining("proposeChange") } },
  ]);
  for (const [name, input] of [
    ["createService", { fields: { name: { it: "x" }, organization: "a", freeOfCharge: "YES" } }],
    ["retireService", { code: "a:3", expectedVersion: 1 }],
    ["mergeServices", { from: "a:3", fromVersion: 1, into: "a:2", intoVersion: 1 }],
  ] as const)
    expect((await send("owner", name, input, "version")).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
  // Types that it does not name are changed as before.
  const organization = { code: "a", expectedVersion: 1, fields: { alternateName: "x" } };
  expect((await send("owner", "updateOrganization", organization, "version")).userErrors).toEqual([]);
  expect((await send("editor", "updateService", update, "version")).userErrors).toEqual([]);
});

test("an accepted change is that of its author, names the reviewer, and is made once", async () => {
  const { proposal, userErrors } = await propose("owner", change);
  expect({ userErrors, proposal }).toMatchObject({
    userErrors: [],
    proposal: { status: "PENDING", code: "a:1", organizationCode: "a", decidedBy: null },
  });
  expect(await serviceNow()).toMatchObject({ alternateName: null, recordState: { version: 1 } });
  expect(await review("ACCEPT", proposal!.id)).toMatchObject({
    ...{ version: 2, userErrors: [] },
    proposal: { status: "ACCEPTED", version: 2, decisionReason: "Checked" },
  });
  expect(await serviceNow()).toEqual({
    alternateName: "new",
    recordState: {
      ...{ version: 2, changedBy: "a" },
      history: {
        nodes: [
          {
            ...{ changedBy: "a", reviewedBy: "city", reason: "Test" },
            ...{ credential: null, reviewerCredential: null },
          },
        ],
      },
    },
  });
  for (const decision of ["ACCEPT", "REJECT"])
    expect((await review(decision, proposal!.id)).userErrors).toMatchObject([
      { code: "BAD_USER_INPUT", field: ["input", "id"] },
    ]);
});

test("a rejected change leaves the record as it is", async () => {
  const { proposal } = await propose("owner", change);
  expect(await review("REJECT", proposal!.id)).toMatchObject({
    ...{ version: null, userErrors: [] },
    proposal: { status: "REJECTED", version: null },
  });
  expect(await serviceNow()).toMatchObject({ alternateName: null, recordState: { version: 1 } });
  expect(await listed("owner", "(status: REJECTED)")).toEqual([proposal!.id]);
  expect(await listed("owner")).toEqual([]);
});

test("a conflict is found when the change is accepted, field by field, and the proposal stays pending", async () => {
  const { proposal: same } = await propose("owner", change);
  const { proposal: other } = await propose("owner", { ...change, service: { fees: { it: "5 euro" } } });
  const edit = { code: "a:1", expectedVersion: 1, fields: { alternateName: "editor's" } };
  await send("editor", "updateService", edit, "version");
  const { userErrors } = await review("ACCEPT", same!.id);
  expect(userErrors).toMatchObject([
    {
      code: "VERSION_CONFLICT",
      conflicts: [{ field: "alternateName", base: null, theirs: "editor's", yours: "new" }],
    },
  ]);
  expect(await listed("owner")).toEqual(expect.arrayContaining([same!.id]));
  expect(await review("REJECT", same!.id)).toMatchObject({ userErrors: [] });
  expect(await review("ACCEPT", other!.id)).toMatchObject({ version: 3, userErrors: [] });
});

test("a partner proposes for the record of another, whose organisation sees it, and a new record", async () => {
  const { proposal } = await propose("otherPartner", change);
  expect(await listed("owner")).toEqual([proposal!.id]);
  expect(await listed("otherPartner")).toEqual([proposal!.id]);
  const fresh = { service: { name: { it: "Nuovo" }, organization: "a", freeOfCharge: "YES" } };
  const made = await propose("owner", { ...fresh, code: "a:new" });
  expect(await review("ACCEPT", made.proposal!.id)).toMatchObject({ version: 1, userErrors: [] });
  expect((await hub.ask(`{ service(code: "a:new") { name { it } } }`)).data).toEqual({
    service: { name: { it: "Nuovo" } },
  });
});

test("nobody else sees a proposal on any path, and nothing of it is published", async () => {
  const secret = "a text that nobody else may see";
  const { proposal } = await propose("owner", { ...change, service: { alternateName: secret } });
  expect(await listed("otherPartner")).toEqual([]);
  expect(await listed("otherPartner", '(organization: "a")')).toBe("FORBIDDEN");
  expect(await listed("anonymous")).toBe("UNAUTHENTICATED");
  expect(await listed("editor")).toEqual([proposal!.id]);
  expect(await listed("reader")).toEqual([proposal!.id]);
  const asked = `{ search(text: "nobody else") { totalCount } changes { nodes { code } } node(id: "${Buffer.from(`ChangeProposal:${proposal!.id}`).toString("base64url")}") { id } }`;
  expect(JSON.stringify(await askAs(hub, "otherPartner", asked))).not.toContain(secret);
  const items = (await everyItem(hub.table)).filter((item) => JSON.stringify(item).includes(secret));
  expect(items.map(({ pk }) => pk)).toEqual([`ChangeProposal#${proposal!.id}`]);
  expect(items.some(isPublished)).toBe(false);
});

test.each<[string, object, string]>([
  ["a wrong value", { ...change, service: { url: "no address" } }, "INVALID_RECORD input service url"],
  [
    "an unknown code",
    { ...change, service: { organization: "zzz" } },
    "UNKNOWN_CODE input service organization",
  ],
  ["no change", { ...change, service: { alternateName: null } }, "BAD_USER_INPUT input service"],
  ["two types", { ...change, centre: {} }, "BAD_USER_INPUT input"],
  ["no type", { code: "a:1", expectedVersion: 1 }, "BAD_USER_INPUT input"],
  ["a record that does not exist", { ...change, code: "none" }, "UNKNOWN_CODE input code"],
  ["facts and a retirement", { ...change, retire: "SERVICE" }, "BAD_USER_INPUT input"],
  ["a retirement without a version", { code: "a:3", retire: "SERVICE" }, "BAD_USER_INPUT input"],
  ["a retirement of a record in use", { ...known, retire: "SERVICE" }, "STILL_IN_USE input code"],
  [
    "a retirement of another version",
    { code: "a:3", expectedVersion: 2, retire: "SERVICE" },
    "VERSION_CONFLICT input expectedVersion",
  ],
  [
    "a merge of what cannot be merged",
    { ...known, merge: { type: "MILESTONE", into: "a:2", intoVersion: 1 } },
    "BAD_USER_INPUT input merge type",
  ],
  ["a merge into itself", { ...known, merge: { ...merge, into: "a:1" } }, "BAD_USER_INPUT input merge into"],
  ["a merge into nothing", { ...known, merge: { ...merge, into: "none" } }, "UNKNOWN_CODE input merge into"],
  [
    "a merge into another version",
    { ...known, merge: { ...merge, intoVersion: 2 } },
    "VERSION_CONFLICT input merge intoVersion",
  ],
  ["a version of the future", { ...change, expectedVersion: 9 }, "VERSION_CONFLICT input expectedVersion"],
])("%s is rejected at its place when it is proposed", async (_, input, expected) => {
  const { proposal, userErrors } = await propose("owner", input);
  expect(proposal).toBeNull();
  expect(userErrors.map(({ code, field }) => [code, ...field].join(" "))).toEqual([expected]);
});

test("a repeated proposal is one, and another under its key is rejected", async () => {
  const keyed = { ...change, requestKey: "key-000001" };
  const first = await propose("owner", keyed);
  expect(await propose("owner", keyed)).toEqual(first);
  expect(await listed("owner")).toHaveLength(1);
  const { userErrors } = await propose("owner", { ...keyed, service: { alternateName: "y" } });
  expect(userErrors).toMatchObject([{ code: "REQUEST_KEY_REUSED" }]);
});

test("a retirement is proposed, and made when a reviewer accepts it", async () => {
  const retirement = { code: "a:3", expectedVersion: 1, retire: "SERVICE", requestKey: "key-000001" };
  const { proposal } = await propose("owner", retirement);
  expect(await propose("owner", retirement)).toMatchObject({ proposal: { id: proposal!.id } });
  const fields = "action type fields mergeInto mergeIntoVersion";
  const { data } = await askAs(hub, "owner", `{ changeProposals { nodes { ${fields} } } }`);
  const deed = { action: "RETIRE", type: "Service", fields: {}, mergeInto: null, mergeIntoVersion: null };
  expect(data).toEqual({ changeProposals: { nodes: [deed] } });
  const asked = `{ service(code: "a:3") { code } }`;
  expect((await hub.ask(asked)).data).toEqual({ service: { code: "a:3" } });
  expect(await review("ACCEPT", proposal!.id)).toMatchObject({ version: 2, userErrors: [] });
  expect((await hub.ask(asked)).data).toEqual({ service: null });
  const stored = await hub.table.get({ pk: "Service#a:3", sk: "RECORD" }, true);
  expect(stored).toMatchObject({
    ...{ action: "RETIRE", reason: "Test" },
    ...{ changedBy: expect.stringMatching(/^a\/key:/), reviewedBy: expect.stringMatching(/^city\/key:/) },
  });
});

test("a retirement of a record that changed since stays pending", async () => {
  const { proposal } = await propose("owner", { code: "a:3", expectedVersion: 1, retire: "SERVICE" });
  await send("editor", "updateService", { code: "a:3", expectedVersion: 1, fields: { alternateName: "x" } });
  expect(await review("ACCEPT", proposal!.id)).toMatchObject({
    proposal: null,
    userErrors: [{ code: "VERSION_CONFLICT" }],
  });
  expect(await listed("owner")).toEqual([proposal!.id]);
});

test("a merge is proposed, visible to the owners of both records, and both codes lead to one when it is accepted", async () => {
  const merging = { ...known, merge: { ...merge, into: "b:3" } };
  const { proposal } = await propose("reader", merging);
  expect(await listed("otherPartner")).toEqual([proposal!.id]);
  const accepted = await review("ACCEPT", proposal!.id);
  expect(accepted).toMatchObject({
    version: 2,
    userErrors: [],
    proposal: { status: "ACCEPTED", code: "a:1" },
  });
  const { data } = await hub.ask(
    `{ one: service(code: "a:1") { code } other: service(code: "b:3") { code } }`,
  );
  expect(data).toEqual({ one: { code: "b:3" }, other: { code: "b:3" } });
});

test("a record of a city that reviews is not merged away into one of another city", async () => {
  const cityOf = (code: string, reviewedTypes: readonly "Centre"[]) =>
    createCityCalendar({
      ...{ code, timezone: "Europe/Rome", country: "IT", sourceCodes: ["test"] },
      reviewedTypes,
    });
  const cities = [cityOf("comune:1", ["Centre"]), cityOf("comune:2", [])];
  await saveAll(hub.table, codecs.cityCalendar, cities, { origin: "test", now });
  const centres = ["comune:1", "comune:2"].map((area) =>
    aCentre({ code: `of:${area}`, name: area, managerCode: "a", areaCodes: [area] }),
  );
  await saveAll(hub.table, codecs.centre, centres, { origin: "test", now });
  const both = { from: "of:comune:1", fromVersion: 1, into: "of:comune:2", intoVersion: 1 };
  const { userErrors } = await send("owner", "mergeCentres", both, "version");
  expect(userErrors).toMatchObject([{ code: "FORBIDDEN", hint: { en: expect.stringContaining("merge") } }]);
});

test("two reviewers at the same moment make one decision", async () => {
  const { proposal } = await propose("owner", change);
  const decided = await Promise.all([
    review("REJECT", proposal!.id),
    review("REJECT", proposal!.id, "admin"),
  ]);
  expect(decided.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
});
