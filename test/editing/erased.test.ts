import { emailTerm, nameTerm, phoneTerms } from "../../src/domain/identity/person-terms";
import { rememberErased } from "../../src/storage/identity/erased-persons";
import type { TestHub } from "../support/hub";
import { askAs, startPartnersHub } from "../support/partners";
import { everyItem } from "../support/table-state";

/** SYNTHETIC. */
const traces = /quaresmini|zelinda|345\D{0,2}000\D{0,2}11\D{0,2}22/i;
const now = "2026-11-29T10:00:00.000Z";
let hub: TestHub;
beforeAll(async () => {
  hub = await startPartnersHub(() => now);
  await rememberErased(hub.table, [
    nameTerm(["Zelinda", "Quaresmini"]),
    emailTerm("zelinda.quaresmini@example.org"),
    ...phoneTerms("+39 345 000 11 22"),
  ]);
});

async function errorsOf(name: string, input: object) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message { it en } } } }`;
  const { data, errors } = await askAs<
    Record<string, { userErrors: { code: string; field: string[]; message: object }[] }>
  >(hub, "admin", query, { input });
  expect(errors).toBeUndefined();
  return data![name]!.userErrors;
}

const contact = { office: { it: "Sportello" }, email: "sportello@example.org" };
const known = { code: "a:1", expectedVersion: 1, reason: "r", requestKey: "key-000001" };
const service = { name: { it: "x" }, organization: "a", freeOfCharge: "YES" };
const webhook = { url: "https://a.example.org/", label: "x", organization: "a" };

test.each<[string, object, string]>([
  [
    "updateService",
    {
      ...known,
      fields: {
        contacts: [contact, { ...contact, personName: "Quaresmini Zelinda", legalBasis: "CONSENT" }],
      },
    },
    "fields.contacts.1.personName",
  ],
  ["updateService", { ...known, fields: { phones: [{ number: "345 0001122" }] } }, "fields.phones.0.number"],
  ["updateCentre", { ...known, fields: { notes: "Ask zelinda.quaresmini@example.org" } }, "fields.notes"],
  ["updateCentre", { ...known, fields: { notes: "x" }, reason: "By Zelinda QUARESMINI" }, "reason"],
  ["createService", { code: "a:zelinda-quaresmini", fields: service, reason: "r" }, "code"],
  ["retireCentre", { ...known, code: "a:3", reason: "Zelinda Quaresmini" }, "reason"],
  [
    "mergeCentres",
    { from: "a:3", fromVersion: 1, into: "a:2", intoVersion: 1, reason: "Zelinda Quaresmini" },
    "reason",
  ],
  ["proposeChange", { ...known, centre: { notes: "Zelinda Quaresmini" } }, "centre.notes"],
  ["reviewChange", { id: "x", decision: "REJECT", reason: "Zelinda Quaresmini" }, "reason"],
  ["createApiKey", { organization: "a", scopes: ["WRITE_OWN"], label: "Zelinda Quaresmini" }, "label"],
  ["createWebhook", { ...webhook, label: "Zelinda Quaresmini" }, "label"],
  [
    "createWebhook",
    { ...webhook, url: "https://a.example.org/?to=zelinda%2Equaresmini%40example.org" },
    "url",
  ],
])("%s stores nothing that names a person who was erased: %j", async (name, input, place) => {
  const errors = await errorsOf(name, input);
  expect(errors.map(({ code, field }) => [code, field])).toEqual([
    ["BAD_USER_INPUT", ["input", ...place.split(".")]],
  ]);
  expect(JSON.stringify(errors)).not.toMatch(traces);
  const items = await everyItem(hub.table);
  expect(items.filter((item) => traces.test(JSON.stringify(item)))).toEqual([]);
  // The hash of a request would say something of its content.
  expect(items.filter(({ pk }) => pk.startsWith("EditRequest#"))).toEqual([]);
});

test("namesakes of a part of the name, and everybody else, can be named", async () => {
  const contacts = [{ ...contact, personName: "Zelinda Rossi", legalBasis: "CONSENT" }];
  expect(await errorsOf("updateService", { ...known, fields: { contacts } })).toEqual([]);
});
