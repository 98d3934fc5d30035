import { isInputObjectType } from "graphql";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aCity,
  aMilestone,
  anAction,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aStrategy,
  aTerm,
} from "../support/builders";
import { type Item, inputWith, type Leaf, leaves, mutations, schema } from "../support/edit-inputs";
import { startHub, type TestHub } from "../support/hub";
import { everyItem } from "../support/table-state";

/** Texts that name no record of the hub. Every other text is taken for a code and must be looked up. */
const texts: Readonly<Record<string, unknown>> = {
  // A value that no record may have; null for a text in any words.
  "AddressInput.country": null,
  "AddressInput.locality": null,
  "AddressInput.postalCode": null,
  "AddressInput.streetAddress": null,
  "CentreFields.activities": null,
  "CentreFields.alternateName": null,
  "CentreFields.closuresText": null,
  "CentreFields.name": " ",
  "CentreFields.notes": null,
  "CentreFields.openingHoursText": null,
  "ContactInput.email": "no address",
  "ContactInput.personName": null,
  "ExternalIdentifierInput.scheme": "No scheme!",
  "ExternalIdentifierInput.value": " ",
  "LocalizedTextInput.en": " ",
  "LocalizedTextInput.it": " ",
  "MoneyInput.currency": "euro",
  "OrganizationFields.alternateName": null,
  "OrganizationFields.email": "no address",
  "OrganizationFields.name": " ",
  "OrganizationFields.website": null,
  "PhoneInput.number": "no number",
  "ServiceAtLocationFields.closuresText": null,
  "ServiceAtLocationFields.openingHoursText": null,
  "ServiceFields.alternateName": null,
  "ServiceFields.openingHoursText": null,
  "ServiceFields.languages": "no language!",
  "ServiceFields.url": "no address",
};

const numbers: Readonly<Record<string, number>> = {
  "CapacityInput.available": -1,
  "CapacityInput.maximum": -1,
  "GeoPointInput.latitude": 99,
  "GeoPointInput.longitude": 999,
  "MoneyInput.cents": -1,
  "ServiceFields.maximumAge": -1,
  "ServiceFields.minimumAge": -1,
};

/** Types whose values GraphQL itself checks. */
const checkedByGraphQL = ["PartialDate", "Boolean"];

const isNewCode = ({ mutation, path }: Leaf): boolean =>
  mutation.startsWith("create") && path.join(".") === "input.code";

/** Wrong values of a leaf, with the code of the error. */
function faultsOf(leaf: Leaf): (readonly [unknown, string])[] {
  const { field, type, path } = leaf;
  const name = path.at(-1)!;
  if (/^(expectedV|fromV|intoV)ersion$/.test(name)) return [[7, "VERSION_CONFLICT"]];
  if (name === "reason")
    return [
      ["x".repeat(501), "BAD_USER_INPUT"],
      [" ", "BAD_USER_INPUT"],
    ];
  if (name === "requestKey") return [["short", "BAD_USER_INPUT"]];
  if (isNewCode(leaf))
    return [
      ["no code!", "INVALID_RECORD"],
      [Object.values(known[leaf.mutation.replace("create", "retire")]!)[0], "ALREADY_EXISTS"],
    ];
  if (type !== "String") return numbers[field] === undefined ? [] : [[numbers[field], "INVALID_RECORD"]];
  if (field in texts) return texts[field] === null ? [] : [[texts[field], "INVALID_RECORD"]];
  const isFact = path[1] === "fields";
  return [["no-such-code", "UNKNOWN_CODE"], ...(isFact ? [["no code!", "INVALID_RECORD"] as const] : [])];
}

/** Known codes of the records that the hub of this test holds. */
const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  createCentre: { fields: { name: "Casa" } },
  createMilestone: { fields: { name: { it: "Tappa" }, strategy: "strategy0", actualDate: "2024" } },
  createOrganization: { fields: { name: "Ente" } },
  createService: { fields: { name: { it: "Servizio" }, organization: "bureau" } },
  createServiceAtLocation: { fields: { service: "test:s1", centre: "test:1", openingHoursText: "lun 9-10" } },
  mergeCentres: { from: "test:1", fromVersion: 1, into: "test:2", intoVersion: 1 },
  mergeOrganizations: { from: "bureau", fromVersion: 1, into: "other", intoVersion: 1 },
  mergeServices: { from: "test:s1", fromVersion: 1, into: "test:s2", intoVersion: 1 },
  retireCentre: { code: "test:2", expectedVersion: 1 },
  retireMilestone: { code: "milestone", expectedVersion: 1 },
  retireOrganization: { code: "other", expectedVersion: 1 },
  retireService: { code: "test:s2", expectedVersion: 1 },
  retireServiceAtLocation: { code: "test:s1:1", expectedVersion: 1 },
  updateCentre: { code: "test:1", expectedVersion: 1, fields: {} },
  updateMilestone: { code: "milestone", expectedVersion: 1, fields: { actualDate: "2024" } },
  updateOrganization: { code: "bureau", expectedVersion: 1, fields: {} },
  updateService: { code: "test:s1", expectedVersion: 1, fields: {} },
  updateServiceAtLocation: {
    code: "test:s1:1",
    expectedVersion: 1,
    fields: { openingHoursText: "lun 9-10" },
  },
};

let hub: TestHub;
let before: readonly object[];
/** Everything but what is published of it. */
const stored = async (table: TestHub["table"]) =>
  (await everyItem(table)).filter(({ pk }) => !/^(Page#|Snapshot$)/.test(pk));

beforeAll(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const { table } = hub;
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  const three = <T>(one: (n: number) => T): T[] => [0, 1, 2].map(one);
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(
    table,
    codecs.area,
    three((n) => aCity({ code: `comune:${n}` })),
    imported,
  );
  await saveAll(
    table,
    codecs.strategy,
    three((n) => aStrategy({ code: `strategy${n}` })),
    imported,
  );
  const terms = ["target-group", "topic"].flatMap((taxonomy) =>
    three((n) => aTerm({ code: `${taxonomy}:${n}`, taxonomy })),
  );
  await saveAll(table, codecs.taxonomyTerm, [aTerm(), ...terms], imported);
  await saveAll(table, codecs.organization, [anOrganization(), anOrganization({ code: "other" })], imported);
  await saveAll(
    table,
    codecs.centre,
    [aCentre({ kindHistory: earlierKinds, status: null }), aCentre({ code: "test:2" }), ...others],
    imported,
  );
  await saveAll(table, codecs.service, [aService({ status: null }), aService({ code: "test:s2" })], imported);
  await saveAll(table, codecs.serviceAtLocation, [aServiceAtLocation()], imported);
  await saveAll(table, codecs.action, [anAction({ strategyCode: "strategy0" })], imported);
  await saveAll(table, codecs.milestone, [aMilestone({ strategyCode: "strategy0" })], imported);
  // The first edit of a hub also writes the source of editors.
  expect(await send("createOrganization", { fields: { name: "First" } })).toEqual([]);
  await hub.hub.published.settled();
  before = await stored(table);
});

const others = [0, 1, 2].map((n) => aCentre({ code: `other:${n}` }));
const earlierKinds = ["2020", "2021"].map((assertedOn) => ({
  kindCode: "centre-kind:HUB",
  validFrom: null,
  validTo: null,
  assertedOn,
  sourceCode: "test",
}));

interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly hint: { readonly it: string; readonly en: string };
}

async function send(mutation: string, input: Readonly<Record<string, unknown>>): Promise<UserError[]> {
  const { type } = mutations.find(({ name }) => name === mutation)!.args[0]!;
  const { data, errors } = await hub.edit<Record<string, { readonly userErrors: UserError[] }>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { version userErrors { code field message { it en } hint { it en } } } }`,
    { input: { reason: "Test", ...input } },
  );
  expect(errors).toBeUndefined();
  return data![mutation]!.userErrors;
}

test("every mutation takes one input and answers a payload of its own", () => {
  expect(Object.keys(known).sort()).toEqual(mutations.map(({ name }) => name).sort());
  for (const { name, args, type } of mutations) {
    const capitalised = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capitalised}Input!`]);
    expect(String(type)).toBe(`${capitalised}Payload!`);
  }
});

test("every leaf of an input has a fault here, or is known to accept any value", () => {
  for (const field of [...Object.keys(texts), ...Object.keys(numbers)]) {
    const [type, name] = field.split(".");
    const input = schema.getType(type!);
    const found = isInputObjectType(input) ? input.getFields()[name!] : undefined;
    expect({ field, found: found !== undefined }).toEqual({ field, found: true });
    expect(found!.description).not.toMatch(/^Codes? of/);
  }
  const without = leaves.filter((leaf) => faultsOf(leaf).length === 0);
  const accepted = without.filter(({ field, type }) => {
    const isEnum = schema.getType(type)?.astNode?.kind === "EnumTypeDefinition";
    return !isEnum && !checkedByGraphQL.includes(type) && texts[field] !== null;
  });
  expect(accepted).toEqual([]);
  expect(leaves.length - without.length).toBeGreaterThan(120);
});

const items: readonly Item[] = [
  { index: 0, length: 1 },
  { index: 1, length: 3 },
  { index: 2, length: 3 },
];

const cases = leaves.flatMap((leaf) =>
  faultsOf(leaf).map(([value, code]) => [leaf.mutation, leaf.path.join("."), code, leaf, value] as const),
);

test.each(cases)(
  "%s: a fault at %s is a user error %s at that path",
  async (mutation, _, code, leaf, value) => {
    for (const item of leaf.path.includes("*") ? items : items.slice(0, 1)) {
      const { input, path } = inputWith(leaf, value, item, { reason: "Test", ...known[mutation] });
      const userErrors = await send(mutation, input);
      expect(userErrors.map(({ code, field }) => ({ code, field }))).toEqual([{ code, field: path }]);
      const query = /\{ .* \}/.exec(userErrors[0]!.hint.en)?.[0];
      if (query !== undefined) expect((await hub.ask(query)).errors).toBeUndefined();
    }
  },
);

const facts = leaves.filter(({ mutation, path }) => mutation.startsWith("update") && path[1] === "fields");
const fieldNames = new Map(facts.map((leaf) => [`${leaf.mutation} ${leaf.path[2]}`, leaf]));
// A service may have no organisation: null is a real change here, and would write a version.
fieldNames.delete("updateService organization");

test.each([...fieldNames])("%s: null is accepted, or rejected at its path", async (_, { mutation, path }) => {
  const base = known[mutation]!;
  const userErrors = await send(mutation, { ...base, fields: { [path[2]!]: null } });
  for (const { code, field } of userErrors)
    expect({ code, field }).toEqual({ code: "BAD_USER_INPUT", field: path.slice(0, 3) });
});

test.each(mutations.map(({ name, args }) => [name, args[0]!.type] as const))(
  "%s without a key learns nothing about its faults",
  async (name, type) => {
    const input = { ...known[name], requestKey: "short" };
    const { data, errors } = await hub.ask(
      `mutation ($input: ${type}) { ${name}(input: $input) { version } }`,
      { input: { reason: "Test", ...input } },
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  },
);

test("none of these faults wrote anything", async () => {
  expect(await stored(hub.table)).toEqual(before);
});
