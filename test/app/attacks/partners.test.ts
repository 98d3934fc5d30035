import { FairUse } from "../../../src/app/fair-use/fair-use";
import { usualPolicies } from "../../../src/domain/identity/allowance";
import { bearing } from "../../support/callers";
import { hubOver, type TestHub } from "../../support/hub";
import { askAs, type Role, roles, startPartnersHub } from "../../support/partners";

let hub: TestHub;
beforeAll(async () => {
  hub = await startPartnersHub();
});

test("by id a partner gets what everybody gets, of its own records and of others", async () => {
  const listed =
    "{ centres(first: 50) { nodes { id } } services(first: 50) { nodes { id } } organizations(first: 50) { nodes { id } } }";
  const { data } = await hub.ask<Record<string, { nodes: { id: string }[] }>>(listed);
  const ids = Object.values(data!).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  expect(ids.length).toBeGreaterThanOrEqual(20);
  const query =
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Centre { code name notes } ... on Organization { code name } ... on Service { code title: name { it } } } }";
  const answers = [];
  for (const role of Object.keys(roles) as Role[]) answers.push(await askAs(hub, role, query, { ids }));
  expect(answers[0]!.errors).toBeUndefined();
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("keys of others are no nodes, and no list of others has them", async () => {
  for (const role of ["owner", "otherPartner"] as const) await askAs(hub, role, "{ __typename }");
  const { data } = await askAs<{ apiKeys: { nodes: { id: string; organizationCode: string }[] } }>(
    hub,
    "admin",
    "{ apiKeys(first: 50) { nodes { id organizationCode } } }",
  );
  const other = data!.apiKeys.nodes.find(({ organizationCode }) => organizationCode === "b")!;
  for (const id of [other.id, `ApiKey:${other.id}`, Buffer.from(`ApiKey:${other.id}`).toString("base64")]) {
    const { errors } = await askAs(hub, "owner", "query ($id: ID!) { node(id: $id) { id } }", { id });
    expect(errors?.[0]?.extensions?.code).toBe("INVALID_ID");
  }
  const own = await askAs<typeof data & object>(
    hub,
    "owner",
    "{ apiKeys(first: 50) { nodes { organizationCode } } }",
  );
  expect(new Set(own.data!.apiKeys.nodes.map(({ organizationCode }) => organizationCode))).toEqual(
    new Set(["a"]),
  );
});

test("a partner's key has a bounded allowance, and its organisation's other key another", async () => {
  const policies = { ...usualPolicies, PARTNER: { burst: 310_000, perSecond: 10 } };
  const alone = { policies, addressHeader: null, table: null, log: () => undefined };
  const limited = hubOver(hub.table, { fairUse: new FairUse(alone) });
  let n = 0;
  const read = async (role: "owner" | "otherPartner" | "reader"): Promise<Response> =>
    limited.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...(await bearing(hub.table, roles[role])) },
      body: JSON.stringify({ query: `{ a${n++}: centres(first: 100) { nodes { code name notes } } }` }),
    });
  let pages = 0;
  let last = await read("owner");
  for (; last.status === 200 && pages < 100; pages += 1) last = await read("owner");
  expect([last.status, pages > 5]).toEqual([429, true]);
  expect(last.headers.get("ratelimit-policy")).toMatch(/^"partner";q=310000;/);
  expect(last.headers.get("retry-after")).toMatch(/^\d+$/);
  expect([(await read("otherPartner")).status, (await read("reader")).status]).toEqual([200, 200]);
});
