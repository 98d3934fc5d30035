import { rm } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { operator } from "../../src/domain/identity/caller";
import type { ErasureReport } from "../../src/editing/identity/erase-pass";
import { erasePerson } from "../../src/editing/identity/erase-person";
import { createKeyIssuer } from "../../src/editing/identity/key-issuer";
import { runIngest } from "../../src/ingest/run/run";
import { verify } from "../../src/projections/refresh";
import type { Item } from "../../src/storage/engine/key";
import { keys } from "../../src/storage/records/keys";
import { sweepReplaced } from "../../src/storage/snapshots/retirement";
import { cityEditor, type TestCaller } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";
import { folderWith } from "../support/synthetic-city";
import { everyItem } from "../support/table-state";

/** SYNTHETIC, as everything here. */
const name = "Zelinda Quaresmini";
const email = "zelinda.quaresmini@example.org";
const phone = "+39 345 000 11 22";
const person = { names: [name], emails: [email], phones: [phone] };
const traces = /quaresmini|zelinda|345\D{0,2}000\D{0,2}11\D{0,2}22/i;

const mapping = `
source: { code: luoghi, title: Places, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: luoghi.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
organizations: [{ code: coop, name: Coop, kind: THIRD_SECTOR }]
records:
  - type: centre
    name: { column: nome }
    notes: { column: note }
    position: { longitude: { constant: 9.2 }, latitude: { constant: 45.5 } }
    areas: {}
  - type: service
    name: { it: "Prestito {nome}", en: null }
    organization: { constant: coop }
    phones: { column: tel }
    email: { constant: coop@example.org }
    contactPerson: { column: persona }
    legalBasis: CONSENT
`;
const rows = [
  `1;Casa Zelinda Quaresmini;Chiedere di QUARESMINI Zelinda;3450001122;Zelinda Quaresmini`,
  `2;Biblioteca;;Quaresmini Zelinda 02;`,
  `3;Ludoteca;Aperta;02 999999;`,
];

/** A trace with what stands around it. */
const context = new RegExp(`.{0,80}(?:${traces.source}).{0,80}`, "i");

let hub: TestHub;
/** Of the key whose label names her. */
let keyId: string;
let now = Date.parse("2026-02-01T00:00:00.000Z");
const instant = (): string => new Date(now).toISOString();
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function ingest() {
  const folder = await folderWith({
    "luoghi.mapping.yaml": mapping,
    "luoghi.csv": `id;nome;note;tel;persona\n${rows.join("\n")}\n`,
  });
  folders.push(folder);
  now += 3_600_000;
  const report = await runIngest({ table: hub.table, folder, now: instant(), only: ["luoghi"] });
  await hub.ask("{ __typename }");
  return report.sources[0]!;
}

interface Changed {
  readonly userErrors: readonly unknown[];
  readonly proposal?: { readonly id: string };
}

async function change(
  mutation: string,
  input: object,
  caller: TestCaller = cityEditor,
  answers = "version",
): Promise<Changed> {
  now += 1_000;
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answers} userErrors { code message { en } } } }`;
  const variables = { input: { ...(/Webhook/.test(mutation) ? {} : { reason: "Test" }), ...input } };
  const { data, errors } = await hub.askAs<Record<string, Changed>>(caller, query, variables);
  expect([errors, data?.[mutation]?.userErrors]).toEqual([undefined, []]);
  return data![mutation]!;
}

const partner: TestCaller = { organization: "z", scopes: ["WRITE_OWN"] };

/** What the partner proposes. @returns the id. */
async function propose(input: object, decision?: "ACCEPT" | "REJECT", reason = "Checked"): Promise<string> {
  const { proposal } = await change("proposeChange", input, partner, "proposal { id }");
  if (decision !== undefined) await change("reviewChange", { id: proposal!.id, decision, reason });
  return proposal!.id;
}

/** Ids of proposals by what they are. */
const proposed: Record<string, string> = {};

/** Proposals in every state, and webhooks, that name her in each of their texts. */
async function nameBeside(): Promise<void> {
  const service = { name: { it: `Con ${name}` }, organization: "z", freeOfCharge: "YES" };
  const contacts = [{ office: { it: "Sportello" }, email, personName: name, legalBasis: "CONSENT" }];
  const ofService = { code: "z:1", expectedVersion: 1 };
  proposed.facts = await propose({ ...ofService, service: { contacts, phones: [{ number: phone }] } });
  proposed.reason = await propose({
    ...{ ...ofService, service: { alternateName: "x" }, reason: `Da ${email}` },
    requestKey: "zelinda-quaresmini-2",
  });
  proposed.code = await propose({ code: "z:zelinda-quaresmini", service: { ...service, name: { it: "x" } } });
  proposed.accepted = await propose({ code: "z:2", service, reason: `Per ${name}` }, "ACCEPT", name);
  proposed.rejected = await propose(
    { ...ofService, service: { fees: { it: `A ${phone}` } } },
    "REJECT",
    email,
  );
  proposed.other = await propose({ ...ofService, service: { alternateName: "y" } });
  const url = "https://z.example.org/changes";
  await change("createWebhook", { url, label: `Per ${name}` }, partner, "webhook { id }");
  const naming = `${url}?to=zelinda.quaresmini%40example.org`;
  await change("createWebhook", { url: naming, label: "Posta" }, partner, "webhook { id }");
}

/** Everything in the table as text, compressed parts too. */
async function inTable(): Promise<string> {
  const items = await everyItem(hub.table);
  const blobs = new Map<string, Item[]>();
  for (const item of items)
    if (item.bytes !== undefined) {
      const id = `${item.pk} ${item.sk.split("#")[0]}`;
      blobs.set(
        id,
        [...(blobs.get(id) ?? []), item].sort((a, b) => (a.sk < b.sk ? -1 : 1)),
      );
    }
  const texts = [...blobs.values()].map((parts) =>
    gunzipSync(Buffer.concat(parts.map(({ bytes }) => bytes as Uint8Array))).toString(),
  );
  const lines = items.flatMap(({ lines }) => (lines ? gunzipSync(lines as Uint8Array).toString() : []));
  expect(texts.length).toBeGreaterThan(5);
  return [
    ...items.map((item) => JSON.stringify({ ...item, bytes: null, lines: null })),
    ...texts,
    ...lines,
  ].join("\n");
}

/** All that clients get, by every way. */
async function read(): Promise<string> {
  const { data } = await hub.ask(
    `{
      search(text: "Zelinda") { totalCount nodes { __typename } }
      centres(first: 50) { nodes { name notes recordState { history { nodes { reason fields { value previousValue } } } } } }
      services(first: 50) { nodes { name { it } contacts { personName email phone { number } } recordState { history { nodes { reason fields { value previousValue } } } } } }
      changes(first: 100) { nodes { code reason } }
      dataQualityIssues(first: 50) { nodes { message { it en } value } }
    }`,
  );
  const hsds = await Promise.all(
    ["services", "locations", "organizations"].map(async (list) =>
      (await hub.request(`/hsds/${list}`)).text(),
    ),
  );
  return [JSON.stringify(data), ...hsds].join("\n");
}

/** Nothing is under way: nobody has to wait. */
const wait = async (): Promise<void> => undefined;
const erase = (dryRun: boolean): Promise<ErasureReport> =>
  erasePerson(hub.table, person, { by: operator, reason: "Request 7", now: instant(), dryRun, wait });

const historyDrifts = async () =>
  (await verify(hub.table)).drifts.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`);

beforeAll(async () => {
  hub = await startHub({ clock: instant });
  await ingest();
  const contact = { office: { it: "Sportello" }, email, personName: name, legalBasis: "CONSENT" };
  await change("createOrganization", {
    code: "z",
    fields: { name: "Z", kind: "THIRD_SECTOR", email, description: { it: `Fondata da ${name}` } },
    reason: `Call with ${name}`,
    requestKey: "zelinda-quaresmini-1",
  });
  const service = { name: { it: "Ascolto" }, organization: "z", freeOfCharge: "YES" };
  await change("createService", {
    code: "z:1",
    fields: { ...service, contacts: [contact], phones: [{ number: phone }] },
  });
  await change("updateCentre", {
    code: "luoghi:3",
    expectedVersion: 1,
    fields: { notes: `Da ${name}`, alert: { it: `Chiamare ${phone}` } },
    reason: `Asked by ${email}`,
  });
  // Only its history still names her.
  await change("updateCentre", {
    code: "luoghi:3",
    expectedVersion: 2,
    fields: { notes: "Chiusa", alert: null },
  });
  await change("createCentre", { code: "z:gone", fields: { name: `Casa ${name}` } });
  await change("retireCentre", { code: "z:gone", expectedVersion: 1, reason: name });
  const key = {
    organizationCode: "city",
    scopes: ["REVIEW"],
    label: `Key of ${name}`,
    lifetimeDays: 10,
  } as const;
  keyId = (await createKeyIssuer(hub.table).create(key, { by: operator, now: instant() })).key.id;
  await nameBeside();
  await hub.ask("{ __typename }");
});

test("a dry run says where a person is named, and changes nothing", async () => {
  const before = await inTable();
  const [report, again] = [await erase(true), await erase(true)];
  expect((await inTable()) === before).toBe(true);
  expect(again).toEqual(report);
  const found = report.records.map(({ record, versions }) => `${record}: ${versions}`);
  expect(found).toEqual(
    expect.arrayContaining([
      "Centre luoghi:1: 1",
      "Centre luoghi:3: 1",
      "Centre z:gone: 2",
      "Organization z: 1",
      "Service z:1: 1",
      "Service z:2: 1",
    ]),
  );
  const ended = report.ended.map(({ what }) => what);
  expect(ended.sort()).toEqual([
    ...["facts", "reason", "code"].map((which) => `Proposal ${proposed[which]} of z`).sort(),
    expect.stringMatching(/^Webhook wh_\w+ of z$/),
  ]);
  expect(report.beside).toBeGreaterThanOrEqual(3 + 3 + 2);
  expect(found.some((record) => record.startsWith("DataQualityIssue luoghi:"))).toBe(true);
  expect(report.logged).toBeGreaterThan(0);
  expect(report.left).toEqual([]);
  expect(traces.test(await read())).toBe(true);
});

test.each([
  [{ ...person, names: ["Zelinda"] }, "personName"],
  [{ names: [], emails: [], phones: [] }, "noPerson"],
  [{ ...person, emails: ["none"] }, "personEmail"],
  [{ ...person, phones: ["12"] }, "personPhone"],
])("what names nobody exactly is rejected: %j", async (given) => {
  const order = { by: operator, reason: "x", now: instant(), dryRun: false, wait };
  await expect(erasePerson(hub.table, given, order)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
});

test("an erased person is found nowhere, the chains are valid, and no import brings her back", async () => {
  const order = { by: operator, now: instant(), dryRun: false, wait };
  await expect(erasePerson(hub.table, person, { ...order, reason: `For ${name}` })).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
  });
  const key = await hub.table.get(keys.apiKey(keyId));
  expect((await erase(false)).left).toEqual([]);
  expect(await hub.table.get(keys.apiKey(keyId))).toEqual({ ...key, label: "Key of […]" });
  expect((await read()).match(context)?.[0]).toBe(undefined);
  // The pages before the erasure are still there for readers that began before it.
  expect(traces.test(await inTable())).toBe(true);
  const published = now;
  expect(await sweepReplaced(hub.table, published, now)).toBeGreaterThan(0);
  now += 61_000;
  expect(await sweepReplaced(hub.table, published, now)).toBe(0);
  expect((await inTable()).match(context)?.[0]).toBe(undefined);
  expect(await historyDrifts()).toEqual([]);

  const { problems, records } = await ingest();
  expect(problems.filter(({ severity }) => severity === "WARNING")).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        rule: "NOT_HELD",
        line: 2,
        about: { type: "Centre", code: "luoghi:1" },
        value: null,
      }),
    ]),
  );
  expect(JSON.stringify(problems)).not.toMatch(traces);
  expect(records.created).toBe(0);
  now += 61_000;
  await sweepReplaced(hub.table, now, now);
  expect((await inTable()).match(context)?.[0]).toBe(undefined);
  expect((await read()).match(context)?.[0]).toBe(undefined);
  expect(await historyDrifts()).toEqual([]);

  const { data } = await hub.askAs<{ centre: { recordState: { history: { nodes: unknown[] } } } }>(
    { organization: "city", scopes: ["REVIEW"] },
    `{ centre(code: "luoghi:3") { notes recordState { changedBy history { nodes { version changedBy reason isErased } } } }
       auditTrail(organization: "coop", first: 20) { nodes { action changedBy code } } }`,
  );
  expect(data).toMatchObject({
    centre: {
      notes: "Chiusa",
      recordState: {
        changedBy: "operator",
        history: {
          nodes: expect.arrayContaining([
            { version: 4, changedBy: "operator", reason: "Request 7", isErased: false },
            { version: 2, changedBy: "city", reason: "Asked by […]", isErased: true },
          ]),
        },
      },
    },
    auditTrail: {
      nodes: expect.arrayContaining([{ action: "ERASE", changedBy: "operator", code: "luoghi:1" }]),
    },
  });
});

test("a proposal that named her says so, a pending one is rejected, and of webhooks one with her address is gone", async () => {
  const shown = "{ nodes { id status isErased decidedBy reason decisionReason code fields } }";
  const { data } = await hub.askAs<Record<string, { nodes: { id: string }[] }>>(
    partner,
    `{ accepted: changeProposals(status: ACCEPTED) ${shown} pending: changeProposals ${shown}
       rejected: changeProposals(status: REJECTED) ${shown} webhooks { nodes { label url } } }`,
  );
  const { webhooks, ...lists } = data!;
  const all = new Map(Object.values(lists).flatMap(({ nodes }) => nodes.map((node) => [node.id, node])));
  expect(
    Object.fromEntries(Object.entries(proposed).map(([which, id]) => [which, all.get(id)])),
  ).toMatchObject({
    facts: {
      ...{ status: "REJECTED", isErased: true, decidedBy: "operator", decisionReason: "Request 7" },
      fields: { contacts: [], phones: [] },
    },
    reason: { status: "REJECTED", isErased: true, reason: "Da […]", fields: { alternateName: "x" } },
    code: { status: "REJECTED", isErased: true, code: "z:[…]" },
    accepted: {
      ...{ status: "ACCEPTED", isErased: true, decidedBy: "city", decisionReason: "[…]", reason: "Per […]" },
      ...{ code: "z:2", fields: { name: { it: "Con […]" } } },
    },
    rejected: {
      status: "REJECTED",
      isErased: true,
      decisionReason: "[…]",
      fields: { fees: { it: "A […]" } },
    },
    other: { status: "PENDING", isErased: false, decidedBy: null, fields: { alternateName: "y" } },
  });
  expect(webhooks!.nodes).toEqual([{ label: "Per […]", url: "https://z.example.org/changes" }]);
});
