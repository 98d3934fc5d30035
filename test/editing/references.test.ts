import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aCity,
  aMember,
  anAction,
  anOrganization,
  aPartnership,
  aService,
  aSource,
  aStrategy,
  aTerm,
} from "../support/builders";
import { startHub, type TestHub } from "../support/hub";

const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
const payload = "version userErrors { code field message { it en } hint { it en } }";

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const { table } = hub;
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(table, codecs.area, [aCity()], imported);
  await saveAll(table, codecs.strategy, [aStrategy()], imported);
  const terms = [
    aTerm(),
    aTerm({ code: "target-group:ELDERLY", taxonomy: "target-group" }),
    aTerm({ code: "topic:CARE", taxonomy: "topic" }),
  ];
  await saveAll(table, codecs.taxonomyTerm, terms, imported);
  await saveAll(table, codecs.organization, [anOrganization(), anOrganization({ code: "other" })], imported);
});

const save = (...centres: Parameters<typeof aCentre>[0][]) =>
  saveAll(hub.table, codecs.centre, centres.map(aCentre), imported);

test("known codes of every type are accepted", async () => {
  const centre = await hub.edit(
    `mutation { createCentre(input: { reason: "Test", code: "c1", fields: { name: "Casa", kind: { kind: "centre-kind:HUB" }, declaredArea: "comune:1", manager: "bureau", owner: "other", strategies: ["strategy"] } }) { ${payload} } }`,
  );
  expect(centre.data).toEqual({ createCentre: { version: 1, userErrors: [] } });
  const service = await hub.edit(
    `mutation { createService(input: { reason: "Test", code: "s1", fields: { name: { it: "Servizio" }, organization: "bureau", serviceAreas: ["comune:1"], serviceTypes: ["topic:CARE"], targetGroups: ["target-group:ELDERLY"] } }) { ${payload} } }`,
  );
  expect(service.data).toEqual({ createService: { version: 1, userErrors: [] } });
  const location = await hub.edit(
    `mutation { createServiceAtLocation(input: { reason: "Test", code: "s1:c1", fields: { service: "s1", centre: "c1" } }) { ${payload} } }`,
  );
  expect(location.data).toEqual({ createServiceAtLocation: { version: 1, userErrors: [] } });
});

test("the error names the item of the list, in both languages, and the query that lists codes", async () => {
  await save({});
  const { data } = await hub.edit(
    `mutation { updateCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1, fields: { strategies: ["strategy", "nowhere"] } }) { ${payload} } }`,
  );
  expect(data).toEqual({
    updateCentre: {
      version: null,
      userErrors: [
        {
          code: "UNKNOWN_CODE",
          field: ["input", "fields", "strategies", "1"],
          message: {
            it: 'Nessuna strategia ha il codice "nowhere".',
            en: 'No strategy has the code "nowhere".',
          },
          hint: {
            it: "Cercare il codice con { strategies { nodes { code name { it } } } }.",
            en: "Look the code up with { strategies { nodes { code name { it } } } }.",
          },
        },
      ],
    },
  });
});

test.each([
  ["createCentre", `name: "Casa", kind: { kind: "target-group:ELDERLY" }`, ["kind", "kind"], "centre-kind"],
  [
    "createService",
    `name: { it: "S" }, organization: "bureau", targetGroups: ["topic:CARE"]`,
    ["targetGroups", "0"],
    "target-group",
  ],
])("%s rejects a term of another taxonomy", async (mutation, fields, path, taxonomy) => {
  const { data } = await hub.edit(
    `mutation { ${mutation}(input: { reason: "Test", fields: { ${fields} } }) { ${payload} } }`,
  );
  expect(data).toMatchObject({
    [mutation]: {
      userErrors: [
        {
          code: "UNKNOWN_CODE",
          field: ["input", "fields", ...path],
          message: { en: expect.stringContaining(taxonomy) },
        },
      ],
    },
  });
});

test("a problem of a record names the field of the input", async () => {
  const { data } = await hub.edit(
    `mutation { createCentre(input: { reason: "Test", fields: { name: "Casa", kind: { kind: "centre-kind:HUB", validFrom: "2024" }, manager: "no code" } }) { ${payload} } }`,
  );
  expect(data).toMatchObject({
    createCentre: { userErrors: [{ code: "INVALID_RECORD", field: ["input", "fields", "manager"] }] },
  });
});

test("an unknown code from an import does not prevent an edit of another field", async () => {
  await save({ strategyCodes: ["of-another-file"] });
  const update = (strategies: string, version: number) =>
    hub.edit(
      `mutation { updateCentre(input: { reason: "Test", code: "test:1", expectedVersion: ${version}, fields: { strategies: [${strategies}] } }) { ${payload} } }`,
    );
  expect((await update(`"strategy", "of-another-file"`, 1)).data).toMatchObject({
    updateCentre: { version: 2, userErrors: [] },
  });
});

test("a record cannot be referred to by its code from before a merge", async () => {
  await save({}, { code: "test:2" });
  await saveAll(hub.table, codecs.service, [aService({ code: "s1" })], imported);
  await hub.edit(
    `mutation { mergeCentres(input: { reason: "Test", from: "test:1", fromVersion: 1, into: "test:2", intoVersion: 1 }) { version } }`,
  );
  const { data } = await hub.edit(
    `mutation { createServiceAtLocation(input: { reason: "Test", fields: { service: "s1", centre: "test:1" } }) { ${payload} } }`,
  );
  expect(data).toMatchObject({
    createServiceAtLocation: {
      userErrors: [
        {
          code: "UNKNOWN_CODE",
          field: ["input", "fields", "centre"],
          hint: { en: 'Give the code "test:2".' },
        },
      ],
    },
  });
});

const retired = async (type: string, code: string) => {
  const { data } = await hub.edit<Record<string, { version: number | null; userErrors: object[] }>>(
    `mutation { retire${type}(input: { reason: "Test", code: "${code}", expectedVersion: 1 }) { ${payload} } }`,
  );
  return data![`retire${type}`]!;
};

test.each([
  ["a centre that it manages", () => save({ managerCode: "bureau" })],
  ["a centre that it owns", () => save({ ownerCode: "bureau" })],
  [
    "a partnership",
    () =>
      saveAll(
        hub.table,
        codecs.partnership,
        [
          aPartnership({
            members: [aMember("bureau")],
          }),
        ],
        imported,
      ),
  ],
  [
    "an action that it leads",
    () => saveAll(hub.table, codecs.action, [anAction({ leadOrganizationCode: "bureau" })], imported),
  ],
])("an organisation is not retired while %s refers to it", async (_, write) => {
  await write();
  expect(await retired("Organization", "bureau")).toMatchObject({
    version: null,
    userErrors: [{ code: "STILL_IN_USE", field: ["input", "code"] }],
  });
  expect(await retired("Organization", "other")).toMatchObject({ userErrors: [] });
});

test("a centre is not retired while an action takes place there", async () => {
  await save({}, { code: "test:2" });
  await saveAll(hub.table, codecs.action, [anAction({ centreCodes: ["test:1"] })], imported);
  expect(await retired("Centre", "test:1")).toMatchObject({ userErrors: [{ code: "STILL_IN_USE" }] });
  expect(await retired("Centre", "test:2")).toMatchObject({ userErrors: [] });
});

test("the centres of a merged organisation get the remaining one", async () => {
  await save({ managerCode: "bureau", ownerCode: "bureau" }, { code: "test:2", ownerCode: "other" });
  await hub.edit(
    `mutation { mergeOrganizations(input: { reason: "Test", from: "bureau", fromVersion: 1, into: "other", intoVersion: 1 }) { version } }`,
  );
  const records = await hub.ask(`{ centres { nodes { code manager { code } owner { code } } } }`);
  expect(records.data).toEqual({
    centres: {
      nodes: [
        { code: "test:1", manager: { code: "other" }, owner: { code: "other" } },
        { code: "test:2", manager: null, owner: { code: "other" } },
      ],
    },
  });
});

test("a merged organisation is not a unit of itself", async () => {
  const { table } = hub;
  const unit = anOrganization({ code: "unit", parentCode: "bureau" });
  await saveAll(table, codecs.organization, [unit], imported);
  const { data } = await hub.edit(
    `mutation { mergeOrganizations(input: { reason: "Test", from: "bureau", fromVersion: 1, into: "unit", intoVersion: 1 }) { organization { code parent { code } } ${payload} } }`,
  );
  expect(data).toEqual({
    mergeOrganizations: { organization: { code: "unit", parent: null }, version: 2, userErrors: [] },
  });
});
