import fc from "fast-check";
import type { TestCaller } from "../support/callers";
import { drill } from "../support/drill";
import type { TestHub } from "../support/hub";
import { partnerCodes, startPartnersHub } from "../support/partners";
import { everyItem } from "../support/table-state";

/**
 * Random sequences of actions by three partners, an editor, an admin and an anonymous reader. After each action a model of its
 * own, which knows nothing of the code, says which records the actor may have changed.
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

/** What an actor did that it may not do. */
function faults(actor: string, before: State, after: State): string[] {
  const changed = [...after].filter(([name, item]) => before.get(name)?.version !== item.version);
  return changed.flatMap(([name, item]) => {
    if (actor === "anonymous") return [`anonymous changed ${name}`];
    const author = `${actors[actor]!.organization}/key:`;
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
  readonly verb: "create" | "merge" | "readKeys" | "retire" | "update";
  readonly type: Type;
  /** Choose records, fields and organisations. */
  readonly picks: readonly [number, number, number];
}

const action: fc.Arbitrary<Action> = fc.record({
  actor: fc.constantFrom(...Object.keys(actors)),
  verb: fc.constantFrom("create", "update", "update", "update", "retire", "merge", "readKeys"),
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

async function run(hub: TestHub, each: Action, state: State): Promise<void> {
  const { actor, verb, type, picks } = each;
  const caller = actors[actor]!;
  const ask = <Data>(query: string, variables: Record<string, unknown>) =>
    caller === null ? hub.ask<Data>(query, variables) : hub.askAs<Data>(caller, query, variables);
  if (verb === "readKeys") {
    const organization = at([...partnerCodes, undefined], picks[0]);
    const query =
      "query ($organization: String) { apiKeys(organization: $organization) { nodes { organizationCode } } }";
    const { data } = await ask<{ apiKeys: { nodes: { organizationCode: string }[] } | null }>(query, {
      organization,
    });
    const shown = new Set(data?.apiKeys?.nodes.map((key) => key.organizationCode));
    if (actor !== "admin") expect([...shown].filter((code) => code !== caller?.organization)).toEqual([]);
    return;
  }
  if (verb === "merge" && (type === "ServiceAtLocation" || type === "Milestone")) return;
  const name = `${verb}${type}${verb === "merge" ? "s" : ""}`;
  const Input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${Input}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await ask<Record<string, { userErrors: { code: string }[] }>>(query, {
    input: { reason: "Test", ...inputOf(each, state) },
  });
  const code = errors?.[0]?.extensions?.code ?? data![name]!.userErrors[0]?.code ?? "done";
  if (partnerCodes.includes(actor)) ends.set(`${verb} ${code}`, (ends.get(`${verb} ${code}`) ?? 0) + 1);
}

test("nobody ever changes what is not theirs, and nobody sees keys of others", async () => {
  const sequences = fc.array(action, { minLength: 5, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sequences, async (actions) => {
      const hub = await startPartnersHub();
      for (const each of actions) {
        const before = await stateOf(hub);
        await run(hub, each, before);
        expect({ each, faults: faults(each.actor, before, await stateOf(hub)) }).toEqual({
          each,
          faults: [],
        });
      }
    }),
    { ...drill(200, 20), endOnFailure: true },
  );
  // The model would find nothing if nothing were ever changed, or nothing ever rejected.
  for (const verb of ["create", "update", "retire"])
    for (const end of ["done", "FORBIDDEN"])
      expect([verb, end, ends.has(`${verb} ${end}`)]).toEqual([verb, end, true]);
});
