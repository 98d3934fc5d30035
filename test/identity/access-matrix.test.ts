import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import { operator } from "../../src/domain/identity/caller";
import { createWebhookKeeper } from "../../src/editing/webhooks/webhook-keeper";
import { buildHubSchema } from "../../src/graphql/schema";
import { keyFor } from "../support/callers";
import type { TestHub } from "../support/hub";
import { askAs, type Role, roles, startPartnersHub } from "../support/partners";

/**
 * Who may read and change what. `access-matrix.json` has a decision for each field of each type and for each operation: a new
 * one fails here until somebody writes it down.
 */
interface Matrix {
  /** By type and audience: names of fields. PUBLIC is everybody, CALLER each caller for itself, KEYS those who may see a key or a webhook, PROPOSALS
   * those who may see a proposal, CHANGE who made the change, OWN the author's organisation and the city: null for others. */
  readonly fields: Readonly<
    Record<
      string,
      Readonly<Partial<Record<"CALLER" | "CHANGE" | "KEYS" | "OWN" | "PROPOSALS" | "PUBLIC", string>>>
    >
  >;
  /** What each role gets for the keys of the organisation `a`, and for changing what belongs to it. */
  readonly operations: Readonly<Record<string, Readonly<Record<Role, string>>>>;
}
const matrix = JSON.parse(readFileSync(path.join(__dirname, "access-matrix.json"), "utf8")) as Matrix;

const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__"),
);
const fieldsOf = (name: string): Readonly<Record<string, GraphQLField<unknown, unknown>>> => {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
};
const audienceOf = (type: string, field: string): string | undefined =>
  Object.entries(matrix.fields[type] ?? {}).find(([, names]) => names.split(" ").includes(field))?.[0];

test("every field of every type has a decision, and no decision is left over", () => {
  const inSchema = types.flatMap(({ name }) =>
    Object.keys(fieldsOf(name)).map((field) => `${name}.${field}`),
  );
  const decided = Object.entries(matrix.fields).flatMap(([type, audiences]) =>
    Object.values(audiences).flatMap((names) => names.split(" ").map((field) => `${type}.${field}`)),
  );
  expect(inSchema.length).toBeGreaterThan(1_000);
  expect(decided.sort()).toEqual(inSchema.sort());
});

test("no public field leads to a type with a field that is not public", () => {
  const leaks: string[] = [];
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [field, { type }] of Object.entries(fieldsOf(name))) {
      const audience = audienceOf(name, field);
      // The same field for all, with a value for some: a test below has the roles.
      if (audience === "OWN") continue;
      if (audience !== "PUBLIC") {
        if (name !== "Query") leaks.push(`${name}.${field}`);
        continue;
      }
      const target = getNamedType(type);
      walk(target.name);
      if (isAbstractType(target)) for (const each of schema.getPossibleTypes(target)) walk(each.name);
    }
  };
  walk("Query");
  expect(seen.size).toBeGreaterThan(150);
  expect(leaks).toEqual([]);
});

type Input = GraphQLArgument | GraphQLInputField;
const samples: Readonly<Record<string, string>> = {
  ...{
    Boolean: "true",
    DateTime: '"2026-11-22T10:00:00Z"',
    Float: "1",
    ID: '"x"',
    Int: "1",
    PartialDate: '"2024"',
  },
  String: '"no-such"',
};
function sampleOf({ type }: Input): string {
  const named = getNamedType(type);
  const value = isEnumType(named)
    ? named.getValues()[0]!.name
    : isInputObjectType(named)
      ? `{ ${Object.values(named.getFields()).filter(isRequiredInputField).map(given).join(", ")} }`
      : samples[named.name]!;
  return String(type).includes("[") ? `[${value}]` : value;
}
const given = (input: Input): string => `${input.name}: ${sampleOf(input)}`;
const asked = (field: GraphQLField<unknown, unknown>, more = ""): string => {
  const args = [...field.args.filter(isRequiredArgument).map(given), ...(more === "" ? [] : [more])].join(
    ", ",
  );
  const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return `{ ${field.name}${args === "" ? "" : `(${args})`}${selection} }`;
};

const queries = Object.values(fieldsOf("Query"));
let shared: TestHub;
beforeAll(async () => {
  shared = await startPartnersHub();
});

test.each(
  queries
    .filter(({ name }) => audienceOf("Query", name) === "PUBLIC")
    .map((field) => [field.name, field] as const),
)("%s answers everybody alike, with a key or without", async (_, field) => {
  const answers = [];
  for (const role of Object.keys(roles) as Role[]) {
    const { data, errors } = await askAs(shared, role, asked(field));
    expect(String(errors?.[0]?.extensions?.code)).not.toMatch(/UNAUTHENTICATED|FORBIDDEN|GRAPHQL/);
    answers.push({ data, codes: errors?.map(({ extensions }) => extensions?.code) });
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

/** A change of what belongs to the organisation `a`, by mutation. */
const changes: Readonly<Record<string, (keyId: string, webhookId: string) => object>> = {
  createCentre: () => ({ fields: { name: "x", manager: "a" } }),
  createOrganization: () => ({ fields: { name: "x", parent: "a" } }),
  createService: () => ({ fields: { name: { it: "x" }, organization: "a", freeOfCharge: "YES" } }),
  createServiceAtLocation: () => ({ fields: { service: "a:1", centre: "nobody:1" } }),
  updateCentre: () => ({ code: "a:1", expectedVersion: 1, fields: { alternateName: "x" } }),
  updateOrganization: () => ({ code: "a", expectedVersion: 1, fields: { alternateName: "x" } }),
  updateService: () => ({ code: "a:1", expectedVersion: 1, fields: { alternateName: "x" } }),
  updateServiceAtLocation: () => ({ code: "a:1", expectedVersion: 1, fields: { description: { it: "x" } } }),
  createMilestone: () => ({ fields: { name: { it: "x" }, strategy: "strategy", action: "a:action" } }),
  updateMilestone: () => ({ code: "a:action:1", expectedVersion: 1, fields: { actualDate: "2026-01" } }),
  retireMilestone: () => ({ code: "a:action:2", expectedVersion: 1 }),
  retireCentre: () => ({ code: "a:3", expectedVersion: 1 }),
  retireOrganization: () => ({ code: "a:unit", expectedVersion: 1 }),
  retireService: () => ({ code: "a:3", expectedVersion: 1 }),
  retireServiceAtLocation: () => ({ code: "a:2", expectedVersion: 1 }),
  mergeCentres: () => ({ from: "a:3", fromVersion: 1, into: "a:2", intoVersion: 1 }),
  mergeOrganizations: () => ({ from: "a:office", fromVersion: 1, into: "a:unit", intoVersion: 1 }),
  mergeServices: () => ({ from: "a:3", fromVersion: 1, into: "a:2", intoVersion: 1 }),
  proposeChange: () => ({ code: "a:1", expectedVersion: 1, centre: { alternateName: "x" } }),
  reviewChange: (id) => ({ id, decision: "ACCEPT" }),
  createApiKey: () => ({ organization: "a", scopes: ["WRITE_OWN"], label: "new" }),
  rotateApiKey: (id) => ({ id }),
  revokeApiKey: (id) => ({ id }),
  createWebhook: () => ({ organization: "a", url: "https://a.example.org/", label: "new" }),
  updateWebhook: (_, id) => ({ id, label: "x" }),
  deleteWebhook: (_, id) => ({ id }),
  rotateWebhookSecret: (_, id) => ({ id }),
  testWebhook: (_, id) => ({ id }),
  replayWebhook: (_, id) => ({ id }),
};

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

/** A webhook of the organisation `a`. */
async function webhookOf({ table }: TestHub): Promise<string> {
  const keeper = createWebhookKeeper(table, { toLoopback: false, changed: () => undefined });
  const wish = {
    organizationCode: "a",
    url: "https://a.example.org/",
    label: "x",
    types: [],
    areaCode: null,
  };
  const { webhook } = await keeper.create(wish, { by: operator, now: table.clock() });
  return webhook.id;
}

/** The id of a proposal of the organisation `a`. */
async function proposalIn(hub: TestHub): Promise<string> {
  const input = { ...changes.proposeChange!("", ""), reason: "Test" };
  const { data } = await askAs<{ proposeChange: { proposal: { id: string } } }>(
    hub,
    "owner",
    "mutation ($input: ProposeChangeInput!) { proposeChange(input: $input) { proposal { id } } }",
    { input },
  );
  return data!.proposeChange.proposal.id;
}

async function outcomeOf(hub: TestHub, name: string, role: Role): Promise<string> {
  const closed = fieldsOf("Query")[name];
  if (closed !== undefined) {
    const { errors } = await askAs(hub, role, asked(closed, 'organization: "a"'));
    return String(errors?.[0]?.extensions?.code ?? "done");
  }
  const key = await keyFor(hub.table, { organization: "a", scopes: ["WRITE_OWN", "READ_PARTNER"] });
  const webhookId = name.includes("Webhook") ? await webhookOf(hub) : "";
  const id = name === "reviewChange" ? await proposalIn(hub) : key.slice(9, 19);
  // Changes of records have a reason.
  const isOfRecords = !/ApiKey$|Webhook/.test(name);
  const input = { ...(isOfRecords && { reason: "Test" }), ...changes[name]!(id, webhookId) };
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await askAs<Record<string, Payload>>(hub, role, query, { input });
  return String(errors?.[0]?.extensions?.code ?? data![name]!.userErrors[0]?.code ?? "done");
}

test("every operation that is not public has a decision for each role", () => {
  const mutations = Object.keys(fieldsOf("Mutation"));
  const closed = queries
    .map(({ name }) => name)
    .filter((name) => !["CALLER", "PUBLIC"].includes(audienceOf("Query", name)!));
  expect(Object.keys(matrix.operations).sort()).toEqual([...mutations, ...closed].sort());
  expect(Object.keys(changes).sort()).toEqual(mutations.sort());
  for (const decisions of Object.values(matrix.operations))
    expect(Object.keys(decisions).sort()).toEqual(Object.keys(roles).sort());
});

test.each(Object.entries(matrix.operations))("%s does what is decided: %j", async (name, decisions) => {
  const outcomes: Partial<Record<Role, string>> = {};
  let hub: TestHub | null = null;
  for (const role of Object.keys(roles) as Role[]) {
    hub ??= await startPartnersHub();
    outcomes[role] = await outcomeOf(hub, name, role);
    // The next role finds everything as it was.
    if (outcomes[role] === "done" && !(name in fieldsOf("Query"))) hub = null;
  }
  expect(outcomes).toEqual(decisions);
});

test("the key of an author is for its organisation and the city", async () => {
  const own = Object.entries(matrix.fields).flatMap(([type, { OWN = "" }]) =>
    OWN.split(" ").flatMap((field) => (field === "" ? [] : [`${type}.${field}`])),
  );
  expect(own).toEqual([
    "ChangeProposal.credential",
    "ChangeProposal.reviewerCredential",
    "RecordVersion.credential",
    "RecordVersion.reviewerCredential",
  ]);
  const hub = await startPartnersHub();
  const input = { code: "a:1", expectedVersion: 1, fields: { notes: "x" }, reason: "Test" };
  await askAs(
    hub,
    "owner",
    "mutation ($input: UpdateCentreInput!) { updateCentre(input: $input) { version } }",
    {
      input,
    },
  );
  const query = `{ centre(code: "a:1") { recordState { changedBy history { nodes { changedBy credential } } } } changes(filter: { types: [CENTRE] }, first: 1) { nodes { changedBy } } }`;
  for (const role of Object.keys(roles) as Role[]) {
    const { data } = await askAs<object>(hub, role, query);
    const isFor = ["reader", "owner", "editor", "admin"].includes(role);
    expect(JSON.stringify(data).match(/key:\w{10}/g)?.length ?? 0).toBe(isFor ? 1 : 0);
    expect(data).toMatchObject({
      centre: {
        recordState: { changedBy: "a", history: { nodes: [{ changedBy: "a" }, { credential: null }] } },
      },
    });
  }
});

test("of a proposed change everybody sees the organisations, and each organisation only keys of its own", async () => {
  const hub = await startPartnersHub();
  const decide = (id: string, decision: string) =>
    askAs(
      hub,
      "editor",
      "mutation ($input: ReviewChangeInput!) { reviewChange(input: $input) { version } }",
      {
        input: { id, decision, reason: "Checked" },
      },
    );
  await decide(await proposalIn(hub), "ACCEPT");
  const shown = `credential reviewerCredential`;
  const query = `{ centre(code: "a:1") { recordState { changedBy history(first: 1) { nodes { changedBy reviewedBy ${shown} } } } }
    changes(first: 100) { nodes { changedBy } } }`;
  const proposals = `{ changeProposals(status: ACCEPTED) { nodes { proposedBy decidedBy ${shown} } } }`;
  const key = expect.stringMatching(/^key:\w{10}$/);
  const keys: Partial<Record<Role, object>> = {
    ...{ editor: { credential: key, reviewerCredential: key } },
    ...{ admin: { credential: key, reviewerCredential: key } },
    ...{ reader: { credential: key }, owner: { credential: key } },
  };
  for (const role of Object.keys(roles) as Role[]) {
    const seen = { credential: null, reviewerCredential: null, ...keys[role] };
    const { data } = await askAs<object>(hub, role, query);
    expect(data).toMatchObject({
      centre: {
        recordState: {
          changedBy: "a",
          history: { nodes: [{ changedBy: "a", reviewedBy: "city", ...seen }] },
        },
      },
    });
    expect(JSON.stringify(data)).not.toMatch(/\/key:/);
    const listed = await askAs<{ changeProposals: { nodes: object[] } }>(hub, role, proposals);
    const nodes = listed.data?.changeProposals?.nodes ?? [];
    const isFor = ["reader", "owner", "editor", "admin"].includes(role);
    expect(nodes).toEqual(isFor ? [{ proposedBy: "a", decidedBy: "city", ...seen }] : []);
  }
});
