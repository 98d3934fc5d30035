import fc from "fast-check";
import type { TestCaller } from "../support/callers";
import { drill } from "../support/drill";
import type { TestHub } from "../support/hub";
import { partnerCodes, startPartnersHub } from "../support/partners";
import { everyItem } from "../support/table-state";

/**
 * Random sequences of actions by three partners, an editor, an admin and an anonymous reader. After each action a model of its
 * own, which knows nothing of the code, says which records the actor may have changed, and what it may have seen.
 */
const actors: Readonly<Record<string, TestCaller | null>> = {
  anonymous: null,
  ...Object.fromEntries(
    partnerCodes.map((organization) => [organization, { organization, scopes: ["WRITE_OWN"] }]),
  ),
  editor: { organization: "city", scopes: ["REVIEW"] },
  admin: { organization: "city", scopes: ["ADMIN"] },
};
const types = ["Centre", "Milestone", "Organization", "Service", "ServiceAtLocation"] as const;
type Type = (typeof types)[number];

interface Stored {
  readonly type: string;
  readonly code: string;
  readonly version: number;
  readonly changedBy: string;
  readonly record?: Readonly<Record<string, unknown>>;
}
type State = ReadonlyMap<string, Stored>;

/** The records as they are in the table. */
async function stateOf({ table }: TestHub): Promise<State> {
  const items = (await everyItem(table)) as unknown as (Stored & {
    readonly sk: string;
    readonly pk: string;
  })[];
  const records = items.filter(
    ({ pk, sk, type }) => sk === "RECORD" && [...types, "Action"].includes(type) && !pk.startsWith("History"),
  );
  return new Map(records.map((item) => [`${item.type} ${item.code}`, item]));
}

/** Who owns a record, as docs/identity.md says. */
function ownersIn(state: State, { type, code, record }: Stored): unknown[] {
  if (record === undefined) return [];
  if (type === "Organization") return [code, record.parentCode];
  if (type === "Centre") return [record.managerCode];
  if (type === "Service") return [record.organizationCode];
  if (type === "Milestone") return [state.get(`Action ${record.actionCode}`)?.record?.leadOrganizationCode];
  return [state.get(`Service ${record.serviceCode}`)?.record?.organizationCode];
}

/** Those who decide for the city. */
const isReviewer = (actor: string): boolean => actor === "editor" || actor === "admin";

/**
 * What an actor did that it may not do.
 * @param proposer the organisation whose proposal was decided, if one was.
 */
function faults(actor: string, before: State, after: State, proposer: string | null): string[] {
  const changed = [...after].filter(([name, item]) => before.get(name)?.version !== item.version);
  return changed.flatMap(([name, item]) => {
    if (actor === "anonymous") return [`anonymous changed ${name}`];
    if (proposer !== null && !isReviewer(actor)) return [`${actor} decided about ${name}`];
    const author = `${proposer ?? actors[actor]!.organization}/key:`;
    if (!item.changedBy.startsWith(author)) return [`${name} names ${item.changedBy} and not ${actor}`];
    if (!partnerCodes.includes(actor)) return [];
    const earlier = before.get(name);
    const owned = earlier === undefined ? null : ownersIn(before, earlier);
    if (owned !== null && !owned.includes(actor)) return [`${actor} changed ${name} of ${owned}`];
    if (item.record === undefined) return [];
    const owners = ownersIn(after, item).filter((owner) => owner !== null);
    if (!owners.includes(actor)) return [`${actor} gave ${name} to ${owners}`];
    const others = owners.filter((owner) => ![actor, item.code, ...(owned ?? [])].includes(owner));
    return others.map((owner) => `${actor} made ${owner} an owner of ${name}`);
  });
}

interface Action {
  readonly actor: string;
  readonly verb: "create" | "createWebhook" | "look" | "merge" | "propose" | "retire" | "review" | "update";
  readonly type: Type;
  /** Choose records, fields and organisations. */
  readonly picks: readonly [number, number, number];
}

const action: fc.Arbitrary<Action> = fc.record({
  actor: fc.constantFrom(...Object.keys(actors)),
  verb: fc.constantFrom(
    ...(["create", "update", "update", "update", "retire", "retire", "merge"] as const),
    ...(["propose", "propose", "review", "createWebhook", "look", "look"] as const),
  ),
  type: fc.constantFrom(...types),
  picks: fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)),
});

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

/** Facts that touch owners more often than people do. */
function fieldsFor({ actor, verb, type, picks }: Action, state: State): object {
  const [two, three] = [picks[1], picks[2]];
  // A new record needs all of them.
  const one = verb === "create" ? 1 : picks[0];
  const own = actors[actor]?.organization ?? "a";
  const organization = at([own, own, own, ...partnerCodes, "a:unit", "city", null], two);
  const codes = (of: Type) =>
    [...state.values()].filter(({ type: each }) => each === of).map(({ code }) => code);
  const plain = { alternateName: `x${three}` };
  if (type === "Organization") return at([plain, { name: `n${three}`, parent: organization }], one);
  if (type === "Centre") return at([plain, { name: `n${three}`, manager: organization }], one);
  if (type === "Service")
    return at([plain, { name: { it: "n" }, organization: organization ?? "a", freeOfCharge: "YES" }], one);
  const action = at([`${own}:action`, ...partnerCodes.map((code) => `${code}:action`), null], two);
  if (type === "Milestone")
    return at(
      [{ actualDate: `20${10 + (three % 20)}` }, { name: { it: "n" }, strategy: "strategy", action }],
      one,
    );
  const moved = { service: at(codes("Service"), two), centre: at(codes("Centre"), three) };
  return at([{ openingHoursText: `lun ${three % 12}-13` }, moved], one);
}

function inputOf(action: Action, state: State): object {
  const { verb, type, picks } = action;
  const fields = fieldsFor(action, state);
  if (verb === "create") return { fields };
  const all = [...state.values()].filter((item) => item.type === type && item.record !== undefined);
  const [first, second] = [at(all, picks[0]), at(all, picks[1])];
  if (verb === "merge")
    return { from: first.code, fromVersion: first.version, into: second.code, intoVersion: second.version };
  const seen = { code: first.code, expectedVersion: first.version };
  return verb === "retire" ? seen : { ...seen, fields };
}

/** How actions of partners ended. */
const ends = new Map<string, number>();
const ended = (what: string): unknown => ends.set(what, (ends.get(what) ?? 0) + 1);

/** A proposal, by what the model remembers of the moment when it was made. */
interface Proposed {
  readonly by: string;
  readonly readers: readonly unknown[];
}

/** A hub, and what the model knows of it that no record says. */
interface World {
  readonly hub: TestHub;
  readonly proposals: Map<string, Proposed>;
}

type Ask = <Data>(
  query: string,
  variables: Record<string, unknown>,
) => ReturnType<TestHub["ask"]> & Promise<{ data?: Data | null }>;

const lists = {
  apiKeys: "organizationCode",
  auditTrail: "code",
  changeProposals: "id",
  webhooks: "organizationCode",
} as const;

/** Asks for what is private, of one organisation or of all. */
async function look({ actor, picks }: Action, ask: Ask, { proposals }: World): Promise<void> {
  // Proposals are the fewest.
  const list = at([...(Object.keys(lists) as (keyof typeof lists)[]), "changeProposals" as const], picks[1]);
  const organization = at([...partnerCodes, undefined], picks[0]);
  const field = lists[list];
  const { data } = await ask<Record<string, { nodes: Record<string, string>[] } | null>>(
    `query ($organization: String) { ${list}(organization: $organization) { nodes { ${field} } } }`,
    { organization },
  );
  const shown = data?.[list]?.nodes.map((node) => node[field]!) ?? null;
  if (shown !== null && shown.length > 0) ended(`look ${list}`);
  if (shown === null || actor === "admin") return;
  const own = actors[actor]?.organization ?? null;
  const seesAll = actor === "editor" && (list === "auditTrail" || list === "changeProposals");
  const mayAsk = own !== null && [own, undefined].includes(organization);
  expect([actor, list, seesAll || mayAsk]).toEqual([actor, list, true]);
  if (seesAll || list === "auditTrail") return;
  const isOwn = (what: string): boolean =>
    list === "changeProposals" ? proposals.get(what)!.readers.includes(own) : what === own;
  expect([actor, list, shown.filter((what) => !isOwn(what))]).toEqual([actor, list, []]);
}

async function propose(each: Action, ask: Ask, state: State, { proposals }: World): Promise<void> {
  const { type, actor } = each;
  const { fields, ...seen } = inputOf({ ...each, verb: "update" }, state) as Record<"fields", object>;
  const input = { ...seen, reason: "Test", [`${type[0]!.toLowerCase()}${type.slice(1)}`]: fields };
  const { data } = await ask<{ proposeChange: { proposal: { id: string; code: string } | null } }>(
    "mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id code } } }",
    { input },
  );
  const proposal = data?.proposeChange?.proposal;
  if (!proposal) return;
  expect(actor).not.toBe("anonymous");
  const by = actors[actor]!.organization;
  const readers = [by, ...ownersIn(state, state.get(`${type} ${proposal.code}`)!)];
  proposals.set(proposal.id, { by, readers });
  ended("propose done");
}

/** @returns the organisation in whose name something may have changed. */
async function review({ picks }: Action, ask: Ask, { proposals }: World): Promise<string | null> {
  if (proposals.size === 0) return null;
  const [id, { by }] = at([...proposals], picks[0]);
  const input = { id, decision: at(["ACCEPT", "ACCEPT", "REJECT"], picks[1]), reason: "Test" };
  const { data } = await ask<{ reviewChange: { userErrors: unknown[] } }>(
    "mutation ($input: ReviewChangeInput!) { reviewChange(input: $input) { userErrors { code } } }",
    { input },
  );
  if (data?.reviewChange?.userErrors.length === 0) ended(`review ${input.decision}`);
  return by;
}

async function createWebhook({ actor, picks }: Action, ask: Ask): Promise<void> {
  const organization = at([...partnerCodes, undefined], picks[0]);
  const input = { url: "https://a.example.org/", label: "x", organization };
  const { data } = await ask<{ createWebhook: { webhook: { organizationCode: string } | null } }>(
    "mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { organizationCode } } }",
    { input },
  );
  const made = data?.createWebhook?.webhook?.organizationCode;
  if (made !== undefined && actor !== "admin")
    expect([actor, made]).toEqual([actor, actors[actor]?.organization]);
}

/** @returns the organisation whose proposal was decided, if one was. */
async function run(world: World, each: Action, state: State): Promise<string | null> {
  const { actor, verb, type } = each;
  const caller = actors[actor]!;
  const ask = ((query: string, variables: Record<string, unknown>) =>
    caller === null ? world.hub.ask(query, variables) : world.hub.askAs(caller, query, variables)) as Ask;
  if (verb === "look") await look(each, ask, world);
  if (verb === "propose") await propose(each, ask, state, world);
  if (verb === "createWebhook") await createWebhook(each, ask);
  if (verb === "review") return review(each, ask, world);
  if (["createWebhook", "look", "propose"].includes(verb)) return null;
  if (verb === "merge" && (type === "ServiceAtLocation" || type === "Milestone")) return null;
  const name = `${verb}${type}${verb === "merge" ? "s" : ""}`;
  const Input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${Input}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await ask<Record<string, { userErrors: { code: string }[] }>>(query, {
    input: { reason: "Test", ...inputOf(each, state) },
  });
  const code = errors?.[0]?.extensions?.code ?? data![name]!.userErrors[0]?.code ?? "done";
  if (partnerCodes.includes(actor)) ended(`${verb} ${code}`);
  return null;
}

test("nobody ever changes or sees what is not theirs", async () => {
  const sequences = fc.array(action, { minLength: 5, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sequences, async (actions) => {
      const world: World = { hub: await startPartnersHub(), proposals: new Map() };
      for (const each of actions) {
        const before = await stateOf(world.hub);
        const proposer = await run(world, each, before);
        expect({ each, faults: faults(each.actor, before, await stateOf(world.hub), proposer) }).toEqual({
          each,
          faults: [],
        });
      }
    }),
    { ...drill(200, 16), endOnFailure: true },
  );
  // The model would find nothing if nothing were ever changed, rejected, proposed or shown.
  for (const verb of ["create", "update", "retire"])
    for (const end of ["done", "FORBIDDEN"])
      expect([verb, end, ends.has(`${verb} ${end}`)]).toEqual([verb, end, true]);
  for (const end of ["propose done", "look changeProposals", "review ACCEPT"])
    expect([end, ends.has(end)]).toEqual([end, true]);
});
