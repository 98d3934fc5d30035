import { operator } from "../../src/domain/identity/caller";
import { createKeyIssuer } from "../../src/editing/identity/key-issuer";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { anOrganization } from "../support/builders";
import { keyFor, type TestCaller } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";
import { everyItem } from "../support/table-state";

const admin: TestCaller = { organization: "city", scopes: ["ADMIN"] };
const editor: TestCaller = { organization: "city", scopes: ["REVIEW"] };
const partner: TestCaller = { organization: "o1", scopes: ["WRITE_OWN"] };
const reader: TestCaller = { organization: "o1", scopes: ["READ_PARTNER"] };
const other: TestCaller = { organization: "o2", scopes: ["WRITE_OWN"] };

let hub: TestHub;
let instant: string;
beforeEach(async () => {
  instant = "2026-02-01T10:00:00.000Z";
  hub = await startHub({ clock: () => instant });
  const organizations = ["o1", "o2"].map((code) => anOrganization({ code, name: code }));
  await saveAll(hub.table, codecs.organization, organizations, { origin: "ds1", now: instant });
});

const key = "id organizationCode scopes label state createdBy createdAt expiresAt revokedAt lastUsedOn";
const errors = "userErrors { code field }";
const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { ${key} } secret ${errors} } }`;
const rotate = `mutation ($id: String!) { rotateApiKey(input: { id: $id }) { apiKey { ${key} } secret ${errors} } }`;
const revoke = `mutation ($id: String!) { revokeApiKey(input: { id: $id }) { apiKey { ${key} } ${errors} } }`;
const list = `query ($organization: String) { apiKeys(organization: $organization) { totalCount nodes { ${key} } } }`;
const wish = { organization: "o1", scopes: ["WRITE_OWN"], label: "Programme" };

interface Issued {
  readonly apiKey: { readonly id: string } & Readonly<Record<string, unknown>>;
  readonly secret: string;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const created = async (input: object = wish): Promise<Issued> =>
  (await hub.askAs<{ createApiKey: Issued }>(admin, create, { input })).data!.createApiKey;

/** What a request with a key gets: its status, and the code of the error. */
async function withKey(authorization: string, path = "/graphql"): Promise<readonly unknown[]> {
  const response = await hub.request(`${path}?query=%7B__typename%7D`, { headers: { authorization } });
  const answer = await response.text();
  return [
    response.status,
    /"code":"(\w+)"/.exec(answer)?.[1] ?? null,
    response.headers.get("www-authenticate"),
  ];
}
const works = [200, null, null];
const rejected = [401, "UNAUTHENTICATED", 'Bearer realm="vicinato", error="invalid_token"'];

test("an admin creates a key, whose secret is in no other place than the answer", async () => {
  const { apiKey, secret, userErrors } = await created();
  expect(userErrors).toEqual([]);
  expect(apiKey).toEqual({
    ...{ id: secret.slice(9, 19), organizationCode: "o1", scopes: ["WRITE_OWN"], label: "Programme" },
    ...{ state: "LIVE", createdBy: expect.stringMatching(/^city\/key:\w{10}$/) },
    ...{ createdAt: "2026-02-01T10:00:00.000Z", expiresAt: "2027-02-01T10:00:00.000Z" },
    ...{ revokedAt: null, lastUsedOn: null },
  });
  expect(await withKey(`Bearer ${secret}`)).toEqual(works);
  const [inTable, inLogs] = [await everyItem(hub.table), hub.logs].map((all) => JSON.stringify(all));
  expect(inTable).toContain(apiKey.id);
  for (const text of [inTable, inLogs]) expect(text).not.toContain(secret.slice(19, 62));
});

test("no publication, list of changes, search or history of a record has a key: only itself and the audit trail", async () => {
  const { apiKey } = await created();
  await hub.ask("{ dataVersion { version } }");
  const items = await everyItem(hub.table);
  expect(
    items
      .filter((item) => JSON.stringify(item).includes(apiKey.id))
      .map(({ pk }) => pk)
      .sort(),
  ).toEqual([`ApiKey#${apiKey.id}`, `Audit#${apiKey.organizationCode}`]);
  expect((await hub.ask("{ changes { nodes { type } } }")).data).not.toMatchObject({
    changes: { nodes: expect.arrayContaining([{ type: "API_KEY" }]) },
  });
});

test.each(["/graphql", "/hsds/services", "/status", "/exports/"])(
  "%s rejects a wrong key instead of answering as to nobody",
  async (path) => {
    const { secret } = await created();
    const last = secret.at(-1) === "0" ? "1" : "0";
    for (const wrong of [
      `Bearer ${secret.slice(0, -1)}${last}`,
      `Bearer ${await keyFor((await startHub()).table, admin)}`,
      "Bearer x.y.z",
      "Bearer",
      "Basic YTpi",
      secret,
    ])
      expect([wrong, ...(await withKey(wrong, path))]).toEqual([wrong, ...rejected]);
  },
);

test("a revoked key ends with its next request, and stays in the list", async () => {
  const { apiKey, secret } = await created();
  expect(await withKey(`Bearer ${secret}`)).toEqual(works);
  instant = "2026-02-02T10:00:00.000Z";
  const { data } = await hub.askAs<{ revokeApiKey: Issued }>(admin, revoke, { id: apiKey.id });
  expect(data!.revokeApiKey.apiKey).toMatchObject({ state: "REVOKED", revokedAt: instant });
  expect(await withKey(`Bearer ${secret}`)).toEqual(rejected);
  const again = await hub.askAs<{ revokeApiKey: Issued }>(admin, revoke, { id: apiKey.id });
  expect(again.data!.revokeApiKey.apiKey).toMatchObject({ revokedAt: instant });
});

test("a rotated key works without a gap: the old one ends seven days later", async () => {
  const { apiKey, secret } = await created({ ...wish, lifetimeDays: 90 });
  instant = "2026-03-01T10:00:00.000Z";
  const { data } = await hub.askAs<{ rotateApiKey: Issued }>(admin, rotate, { id: apiKey.id });
  const { apiKey: next, secret: nextSecret } = data!.rotateApiKey;
  expect(next).toMatchObject({
    label: "Programme",
    scopes: ["WRITE_OWN"],
    expiresAt: "2026-05-30T10:00:00.000Z",
  });
  for (const [at, ofOld] of [
    ["2026-03-01T10:00:01.000Z", works],
    ["2026-03-08T09:59:59.000Z", works],
    ["2026-03-08T10:00:00.000Z", rejected],
  ] as const) {
    instant = at;
    expect([await withKey(`Bearer ${secret}`), await withKey(`Bearer ${nextSecret}`)]).toEqual([
      ofOld,
      works,
    ]);
  }
});

test("two keys of a label work at a time, and a third is rejected", async () => {
  const first = await created();
  await created();
  expect((await created()).userErrors).toEqual([{ code: "LIMIT_EXCEEDED", field: ["input", "label"] }]);
  expect((await created({ ...wish, label: "Another" })).userErrors).toEqual([]);
  await hub.askAs(admin, revoke, { id: first.apiKey.id });
  expect((await created()).userErrors).toEqual([]);
});

test.each([
  [{ ...wish, organization: "nobody" }, "UNKNOWN_CODE", "organization"],
  [{ ...wish, scopes: [] }, "BAD_USER_INPUT", "scopes"],
  [{ ...wish, label: "  " }, "BAD_USER_INPUT", "label"],
  [{ ...wish, label: "x".repeat(101) }, "BAD_USER_INPUT", "label"],
  [{ ...wish, lifetimeDays: 0 }, "BAD_USER_INPUT", "lifetimeDays"],
  [{ ...wish, lifetimeDays: 731 }, "BAD_USER_INPUT", "lifetimeDays"],
])("%j is rejected: %s", async (input, code, field) => {
  const { apiKey, secret, userErrors } = await created(input);
  expect({ apiKey, secret, userErrors }).toEqual({
    apiKey: null,
    secret: null,
    userErrors: [{ code, field: ["input", field] }],
  });
});

test("the day of the last use is noted once a day", async () => {
  const { apiKey, secret } = await created();
  const written = () => hub.table.meter.calls.Update ?? 0;
  for (const [at, writes] of [
    ["2026-02-03T08:00:00.000Z", 1],
    ["2026-02-03T23:00:00.000Z", 0],
    ["2026-02-04T00:00:00.000Z", 1],
  ] as const) {
    instant = at;
    const before = written();
    await withKey(`Bearer ${secret}`);
    expect(written() - before).toBe(writes);
    const [found] = (await createKeyIssuer(hub.table).page("o1", operator, { first: 1 })).edges;
    expect(found!.node).toMatchObject({ id: apiKey.id, lastUsedOn: at.slice(0, 10) });
  }
});

test("a request without the header costs no read for it", async () => {
  await hub.ask("{ __typename }");
  const before = JSON.stringify(hub.table.meter);
  await hub.hub.http.request("/graphql?query=%7B__typename%7D");
  expect(JSON.stringify(hub.table.meter)).toBe(before);
});

describe("who may see and end which keys", () => {
  const codesOf = async (caller: TestCaller, query: string, variables: object) => {
    const { data, errors } = await hub.askAs<Record<string, Partial<Issued>>>(caller, query, {
      ...variables,
    });
    const payload = Object.values(data ?? {})[0];
    return errors?.[0]?.extensions?.code ?? payload?.userErrors?.[0]?.code ?? "done";
  };

  test.each([
    [admin, "done"],
    [editor, "FORBIDDEN"],
    [partner, "FORBIDDEN"],
  ])("%j creating one: %s", async (caller, expected) => {
    expect(await codesOf(caller, create, { input: wish })).toBe(expected);
  });

  test.each([
    [admin, undefined, "done"],
    [admin, "o2", "done"],
    [editor, "o1", "FORBIDDEN"],
    [partner, undefined, "done"],
    [partner, "o1", "done"],
    [partner, "o2", "FORBIDDEN"],
    [reader, undefined, "done"],
  ])("%j listing those of %s: %s", async (caller, organization, expected) => {
    await created({ ...wish, organization: "o2" });
    expect(await codesOf(caller, list, { organization })).toBe(expected);
    if (expected !== "done" || caller.organization !== "o1") return;
    const { data } = await hub.askAs<{ apiKeys: { nodes: Issued["apiKey"][] } }>(caller, list, {
      organization,
    });
    expect(new Set(data!.apiKeys.nodes.map((node) => node.organizationCode))).toEqual(new Set(["o1"]));
  });

  test.each([
    [admin, "done"],
    [editor, "FORBIDDEN"],
    [partner, "done"],
    // It would get at the rights of a stronger key.
    [reader, "FORBIDDEN"],
    [other, "FORBIDDEN"],
  ])("%j replacing and ending a key of o1: %s", async (caller, expected) => {
    const { apiKey, secret } = await created();
    expect(await codesOf(caller, rotate, { id: apiKey.id })).toBe(expected);
    expect(await codesOf(caller, revoke, { id: apiKey.id })).toBe(expected);
    expect(await withKey(`Bearer ${secret}`)).toEqual(expected === "done" ? rejected : works);
  });

  test("without a key nobody sees or changes any", async () => {
    const { apiKey } = await created();
    for (const [query, variables] of [
      [create, { input: wish }],
      [rotate, { id: apiKey.id }],
      [revoke, { id: apiKey.id }],
      [list, {}],
    ] as const)
      expect((await hub.ask(query, variables)).errors).toMatchObject([
        { extensions: { code: "UNAUTHENTICATED" } },
      ]);
  });
});
