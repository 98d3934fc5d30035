import { operator } from "../../src/domain/identity/caller";
import type { LocalizedText } from "../../src/domain/kit/localized-text";
import { createAreaBoundary } from "../../src/domain/places/area-boundary";
import { createEditing } from "../../src/editing";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import {
  aCentre,
  aCity,
  anArea,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
} from "../support/builders";
import { cityEditor, keyFor } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";

const payload = "version userErrors { code field message { it en } hint { it en } }";
/** The history names the organisation of the key, and the key. */
const byEditor = "city";
const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };

let hub: TestHub;
let instant: string;
beforeEach(async () => {
  instant = "2026-02-01T00:00:00.000Z";
  hub = await startHub({ clock: () => instant });
  await saveAll(hub.table, codecs.sourceRef, [aSource()], imported);
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:1", name: "Casa Uno" })], imported);
});

const updateCentre = (fields: string, expectedVersion = 1, rest = `reason: "Test"`, code = "test:1") =>
  hub.edit(
    `mutation { updateCentre(input: { code: "${code}", expectedVersion: ${expectedVersion}, fields: { ${fields} } ${rest} }) { centre { name notes } isChanged ${payload} } }`,
  );

describe("who may edit", () => {
  const mutation = `mutation { updateCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1, fields: { name: "X" } }) { version } }`;

  test.each([
    ["nobody without a key", {}],
    ["nobody with another key", { authorization: `Bearer ${"x".repeat(43)}` }],
    ["nobody with something else", { authorization: "Basic YTpi" }],
  ])("%s", async (_, headers) => {
    const response = await hub.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: mutation }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect((await hub.ask(`{ centre(code: "test:1") { name } }`)).data).toEqual({
      centre: { name: "Casa Uno" },
    });
  });

  test("a key in the query string is ignored, and a GET changes nothing", async () => {
    const key = await keyFor(hub.table, cityEditor);
    const response = await hub.request(`/graphql?query=${encodeURIComponent(mutation)}&key=${key}`, {
      headers: { "apollo-require-preflight": "1", authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(405);
  });
});

test("creates a record with a new code, found in its lists at once, with its source", async () => {
  const made = await hub.edit<{ createCentre: { centre: { code: string } } }>(
    `mutation { createCentre(input: { fields: { name: "Casa Nuova", openingHoursText: "lun-ven 9:00-12:30", equipment: [{ feature: WIFI, availability: YES }] }, reason: "Opened" }) { centre { code name equipment { feature availability } schedules { byday opensAt closesAt } sourceRefs { code } recordState { version changedBy formerCodes } } ${payload} } }`,
  );
  const { code } = made.data!.createCentre.centre;
  expect(code).toMatch(/^hub:[0-9a-f-]{36}$/);
  expect(made.data).toMatchObject({
    createCentre: {
      centre: {
        name: "Casa Nuova",
        equipment: expect.arrayContaining([
          { feature: "WIFI", availability: "YES" },
          { feature: "GARDEN", availability: "UNKNOWN" },
        ]),
        schedules: [{ byday: ["MO", "TU", "WE", "TH", "FR"], opensAt: "09:00", closesAt: "12:30" }],
        sourceRefs: [{ code: "hub-editors" }],
        recordState: { version: 1, changedBy: byEditor, formerCodes: [] },
      },
      version: 1,
      userErrors: [],
    },
  });
  expect((await hub.ask(`{ centres { totalCount nodes { name } } }`)).data).toEqual({
    centres: { totalCount: 2, nodes: [{ name: "Casa Nuova" }, { name: "Casa Uno" }] },
  });
});

test("an update changes only the given fields, and records who corrected what", async () => {
  expect((await updateCentre(`notes: "Entrance from the court"`, 1, `reason: "Called them"`)).data).toEqual({
    updateCentre: {
      centre: { name: "Casa Uno", notes: "Entrance from the court" },
      isChanged: true,
      version: 2,
      userErrors: [],
    },
  });
  const { data } = await hub.ask(
    `{ centre(code: "test:1") { recordState { version createdAt updatedAt changedBy editedFields history { totalCount nodes { version action changedBy reason supersededAt fields { field previousValue value } } } } } }`,
  );
  expect(data).toMatchObject({
    centre: {
      recordState: {
        version: 2,
        createdAt: "2026-01-01T00:00:00.000Z",
        updatedAt: "2026-02-01T00:00:00.000Z",
        changedBy: byEditor,
        editedFields: ["notes"],
        history: {
          totalCount: 2,
          nodes: [
            {
              version: 2,
              action: "UPDATE",
              changedBy: byEditor,
              reason: "Called them",
              supersededAt: null,
              fields: [
                { field: "notes", previousValue: null, value: "Entrance from the court" },
                { field: "sourceCodes", previousValue: ["test"], value: ["test", "hub-editors"] },
              ],
            },
            {
              version: 1,
              action: "CREATE",
              changedBy: "ds1",
              reason: null,
              supersededAt: "2026-02-01T00:00:00.000Z",
            },
          ],
        },
      },
    },
  });
});

test("a position gives the areas, the city included; a point in none has the declared one", async () => {
  const { table } = hub;
  await saveAll(table, codecs.area, [aCity(), anArea({ code: "nil:1" })], imported);
  const polygons = [
    [
      [
        [9, 45],
        [9.1, 45],
        [9.1, 45.1],
        [9, 45.1],
        [9, 45],
      ],
    ],
  ] as const;
  const border = createAreaBoundary({
    areaCode: "nil:1",
    level: "NEIGHBOURHOOD",
    polygons: polygons as never,
  });
  await saveAll(table, codecs.areaBoundary, [border], imported);
  const areasAfter = async (fields: string, version: number) => {
    await updateCentre(fields, version);
    const { data } = await hub.ask(`{ centre(code: "test:1") { areas { code } } }`);
    return data;
  };
  const both = { centre: { areas: [{ code: aCity().code }, { code: "nil:1" }] } };
  expect(await areasAfter("position: { latitude: 45.05, longitude: 9.05 }", 1)).toEqual(both);
  expect(await areasAfter("position: { latitude: 50, longitude: 9.05 }", 2)).toEqual({
    centre: { areas: [] },
  });
  expect(await areasAfter(`declaredArea: "nil:1"`, 3)).toEqual(both);
});

test("null means unknown, and is accepted only for optional fields", async () => {
  await updateCentre(`notes: "n"`);
  expect((await updateCentre(`notes: null`, 2)).data).toMatchObject({
    updateCentre: { centre: { notes: null }, version: 3 },
  });
  expect((await updateCentre(`name: null`, 3)).data).toMatchObject({
    updateCentre: {
      centre: null,
      version: null,
      userErrors: [{ code: "BAD_USER_INPUT", field: ["input", "fields", "name"] }],
    },
  });
});

test("unchanged records are not written, the payload says so, and the version is checked", async () => {
  expect((await updateCentre(`name: "Casa Uno"`)).data).toMatchObject({
    updateCentre: { isChanged: false, version: 1, userErrors: [] },
  });
  expect((await updateCentre(`name: "Casa Uno"`, 7)).data).toMatchObject({
    updateCentre: { isChanged: false, userErrors: [{ code: "VERSION_CONFLICT" }] },
  });
  expect((await hub.ask(`{ dataVersion { version } }`)).data).toEqual({ dataVersion: { version: 0 } });
});

test.each([
  ["another version", `name: "X"`, 7, `reason: "Test"`, "VERSION_CONFLICT", ["expectedVersion"]],
  [
    "an impossible value",
    `position: { latitude: 99, longitude: 9 }`,
    1,
    `reason: "Test"`,
    "INVALID_RECORD",
    ["fields", "position", "latitude"],
  ],
  [
    "an unknown area",
    `declaredArea: "nil:999"`,
    1,
    `reason: "Test"`,
    "UNKNOWN_CODE",
    ["fields", "declaredArea"],
  ],
  [
    "a bad request key",
    `name: "X"`,
    1,
    `reason: "Test", requestKey: "short"`,
    "BAD_USER_INPUT",
    ["requestKey"],
  ],
  ["a blank reason", `name: "X"`, 1, `reason: " "`, "BAD_USER_INPUT", ["reason"]],
  ["an endless reason", `name: "X"`, 1, `reason: "${"x".repeat(501)}"`, "BAD_USER_INPUT", ["reason"]],
])("rejects %s, reports why, and changes nothing", async (_, fields, version, rest, code, path) => {
  const { data, errors } = await updateCentre(fields, version, rest);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    updateCentre: {
      centre: null,
      version: null,
      isChanged: false,
      userErrors: [{ code, field: ["input", ...path] }],
    },
  });
  const { userErrors } = (data as { updateCentre: { userErrors: Record<string, LocalizedText>[] } })
    .updateCentre;
  const { message, hint } = userErrors[0]!;
  for (const text of [message, hint])
    expect([text?.it, text?.en]).toEqual([/\S/, /\S/].map((one) => expect.stringMatching(one)));
  expect((await hub.ask(`{ centre(code: "test:1") { name recordState { version } } }`)).data).toEqual({
    centre: { name: "Casa Uno", recordState: { version: 1 } },
  });
});

test("of simultaneous editors one wins, and the others get an error", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => updateCentre(`name: "Casa ${i}"`)));
  const versions = all.map(
    ({ data }) => (data as { updateCentre: { version: number | null } }).updateCentre.version,
  );
  expect(versions.filter((version) => version === 2)).toHaveLength(1);
  expect(versions.filter((version) => version === null)).toHaveLength(7);
  const list = await hub.ask<{ centres: { totalCount: number; nodes: { name: string }[] } }>(
    `{ centres { totalCount nodes { name } } }`,
  );
  expect(list.data!.centres.totalCount).toBe(1);
  expect(list.data!.centres.nodes).toHaveLength(1);
});

describe("an import after an edit", () => {
  const reimport = (name: string) =>
    saveAll(hub.table, codecs.centre, [aCentre({ code: "test:1", name, activities: "Yoga" })], {
      ...imported,
      now: "2026-03-01T00:00:00.000Z",
    });

  test("keeps the corrections of an editor and imports other changes", async () => {
    await updateCentre(`notes: "Corrected"`);
    expect(await reimport("Casa Uno bis")).toEqual(["CHANGED"]);
    expect(
      (await hub.ask(`{ centre(code: "test:1") { name notes activities recordState { editedFields } } }`))
        .data,
    ).toEqual({
      centre: {
        name: "Casa Uno bis",
        notes: "Corrected",
        activities: "Yoga",
        recordState: { editedFields: ["notes"] },
      },
    });
    expect(await reimport("Casa Uno bis")).toEqual(["UNCHANGED"]);
  });

  test("does not restore records that an editor retired", async () => {
    await hub.edit(
      `mutation { retireCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1 }) { version } }`,
    );
    expect(await reimport("Casa Uno")).toEqual(["KEPT"]);
    expect((await hub.ask(`{ centre(code: "test:1") { name } centres { totalCount } }`)).data).toEqual({
      centre: null,
      centres: { totalCount: 0 },
    });
  });
});

describe("with services", () => {
  beforeEach(async () => {
    const { table } = hub;
    await saveAll(
      table,
      codecs.organization,
      [anOrganization({ code: "o1" }), anOrganization({ code: "o2", name: "Due" })],
      imported,
    );
    const options = { by: operator, reason: "Test", requestKey: null, now: instant };
    const editing = createEditing(table, () => undefined);
    await editing.create("service", "s1", { ...aService({ organizationCode: "o1" }), code: "s1" }, options);
    await editing.create(
      "serviceAtLocation",
      "s1:1",
      { ...aServiceAtLocation({ serviceCode: "s1", centreCode: "test:1" }), code: "s1:1" },
      options,
    );
  });

  test("retires only records without references", async () => {
    expect(
      (
        await hub.edit(
          `mutation { retireCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1 }) { ${payload} } }`,
        )
      ).data,
    ).toMatchObject({
      retireCentre: { version: null, userErrors: [{ code: "STILL_IN_USE", field: ["input", "code"] }] },
    });
    await hub.edit(`mutation {
      a: retireServiceAtLocation(input: { reason: "Test", code: "s1:1", expectedVersion: 1 }) { version }
      b: retireService(input: { reason: "Test", code: "s1", expectedVersion: 1 }) { version }
    }`);
    await hub.edit(
      `mutation { retireCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1 }) { version } }`,
    );
    expect(
      (await hub.ask(`{ services { totalCount } centres { totalCount } service(code: "s1") { code } }`)).data,
    ).toEqual({ services: { totalCount: 0 }, centres: { totalCount: 0 }, service: null });
  });

  test("a merged centre passes on its services, and its code leads to the remaining one", async () => {
    await saveAll(
      hub.table,
      codecs.centre,
      [aCentre({ code: "test:2", name: "Casa Due", notes: "N" })],
      imported,
    );
    const merged = await hub.edit(
      `mutation { mergeCentres(input: { from: "test:1", fromVersion: 1, into: "test:2", intoVersion: 1, reason: "The same place" }) { centre { code name alternateName } ${payload} } }`,
    );
    expect(merged.data).toEqual({
      mergeCentres: {
        centre: { code: "test:2", name: "Casa Due", alternateName: "Casa Uno" },
        version: 2,
        userErrors: [],
      },
    });
    expect(
      (
        await hub.ask(`{
          old: centre(code: "test:1") { code services { code } recordState { formerCodes } }
          centres { totalCount nodes { code } }
          service(code: "s1") { locations { centre { code } } }
        }`)
      ).data,
    ).toEqual({
      old: { code: "test:2", services: [{ code: "s1:1" }], recordState: { formerCodes: ["test:1"] } },
      centres: { totalCount: 1, nodes: [{ code: "test:2" }] },
      service: { locations: [{ centre: { code: "test:2" } }] },
    });
  });

  test("merged organisations: their services are found with the remaining one", async () => {
    await hub.edit(
      `mutation { mergeOrganizations(input: { reason: "Test", from: "o1", fromVersion: 1, into: "o2", intoVersion: 1 }) { version } }`,
    );
    expect(
      (
        await hub.ask(
          `{ services(filter: { organization: "o2" }) { totalCount nodes { code organization { code } } } organization(code: "o1") { code } }`,
        )
      ).data,
    ).toEqual({
      services: { totalCount: 1, nodes: [{ code: "s1", organization: { code: "o2" } }] },
      organization: { code: "o2" },
    });
  });
});
