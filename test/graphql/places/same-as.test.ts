import { mergeCentre } from "../../../src/domain/places/centre";
import { refresh, verify } from "../../../src/projections/refresh";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, aService, aServiceAtLocation, aSource, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00Z";
const imported = { origin: "register", now };
const kindHistory = (assertedOn: string, sourceCode: string) => [
  { kindCode: "centre-kind:HUB", validFrom: null, validTo: null, assertedOn, sourceCode },
];
const areaCodes = ["comune:1", "nil:1"];

/** SYNTHETIC: a library in a list of this year, and its record in an old register, which has its service. */
const library = aCentre({
  code: "list:1",
  name: "Biblioteca Vigna",
  kindHistory: kindHistory("2026", "list"),
  status: "ACTIVE",
  position: { latitude: 45.001, longitude: 9 },
  areaCodes,
  sourceCodes: ["list"],
});
const former = aCentre({
  code: "register:7",
  name: "CIVICA VIGNA",
  kindHistory: kindHistory("2007", "register"),
  status: null,
  lastVerified: "2007",
  position: { latitude: 45.0012, longitude: 9 },
  areaCodes,
  sourceCodes: ["register"],
});

async function city(): Promise<TestHub> {
  const hub = await startHub();
  await saveAll(hub.table, codecs.area, [aCity(), anArea()], imported);
  await saveAll(hub.table, codecs.taxonomyTerm, [aTerm()], imported);
  await saveAll(
    hub.table,
    codecs.sourceRef,
    [aSource({ code: "list" }), aSource({ code: "register" })],
    imported,
  );
  await saveAll(hub.table, codecs.centre, [library, former], imported);
  await saveAll(hub.table, codecs.service, [aService()], imported);
  const given = [aServiceAtLocation({ centreCode: "register:7" })];
  await saveAll(hub.table, codecs.serviceAtLocation, given, imported);
  await refresh(hub.table, "EVERYTHING", { now, written: true });
  return hub;
}

const edit = ({ edit }: TestHub, code: string, expectedVersion: number, fields: string) =>
  edit(`mutation {
    updateCentre(input: { code: "${code}", expectedVersion: ${expectedVersion}, reason: "Same door", fields: { ${fields} } }) {
      version
      isChanged
      userErrors { code field }
    }
  }`);

const counts = /* GraphQL */ `{
  centres(first: 9) { totalCount nodes { code } }
  area(code: "nil:1") { centres { totalCount } }
  aggregate(input: { measures: [CENTRES], groupBy: [AREA], level: NEIGHBOURHOOD }) { measures { total { value ofUnknownStatus } } }
  nearestCentres(input: { point: { latitude: 45.001, longitude: 9 }, first: 5 }) { results { centre { code } } }
  search(text: "vigna", types: [CENTRE]) { totalCount edges { node { ... on Centre { code } } } }
  old: search(text: "civica", types: [CENTRE]) { edges { node { ... on Centre { code } } } }
  services(filter: { near: { point: { latitude: 45.001, longitude: 9 }, withinMetres: 100 } }) { totalCount }
}`;

test("two records of one thing are one thing in lists, counts, search and near a point; undone, they are two", async () => {
  const hub = await city();
  const before = await hub.ask(counts);
  expect(before.errors).toBeUndefined();
  expect(before.data).toMatchObject({
    centres: { totalCount: 2 },
    area: { centres: { totalCount: 2 } },
    aggregate: { measures: [{ total: { value: 1, ofUnknownStatus: 1 } }] },
    search: { totalCount: 2 },
    old: { edges: [{ node: { code: "register:7" } }] },
    services: { totalCount: 1 },
  });
  const accepted = await edit(hub, "register:7", 1, `sameAs: "list:1"`);
  expect(accepted.data!.updateCentre).toEqual({ version: 2, isChanged: true, userErrors: [] });
  const { data } = await hub.ask(counts);
  expect(data).toMatchObject({
    centres: { totalCount: 1, nodes: [{ code: "list:1" }] },
    area: { centres: { totalCount: 1 } },
    nearestCentres: { results: [{ centre: { code: "list:1" } }] },
    aggregate: { measures: [{ total: { value: 1, ofUnknownStatus: 0 } }] },
    search: { totalCount: 1, edges: [{ node: { code: "list:1" } }] },
    // By the name in the register too.
    old: { edges: [{ node: { code: "list:1" } }] },
    services: { totalCount: 1 },
  });
  expect(await verify(hub.table)).toMatchObject({ drifts: [], unreadable: [] });
  const undone = await edit(hub, "register:7", 2, "sameAs: null");
  expect(undone.data!.updateCentre).toMatchObject({ version: 3, isChanged: true });
  expect((await hub.ask(counts)).data).toEqual(before.data);
  expect(await verify(hub.table)).toMatchObject({ drifts: [], unreadable: [] });
});

test("nothing is lost: each record keeps its facts and sources, and one leads to the other", async () => {
  const hub = await city();
  await edit(hub, "register:7", 1, `sameAs: "list:1"`);
  const { data, errors } = await hub.ask(`{
    library: centre(code: "list:1") {
      sameAs { code }
      alternateRecords { code name lastVerified sourceRefs { code } }
      services { service { code } }
    }
    former: centre(code: "register:7") {
      name lastVerified sameAs { code } alternateRecords { code } location { code } sourceRefs { code }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    library: {
      sameAs: null,
      alternateRecords: [
        {
          code: "register:7",
          name: "CIVICA VIGNA",
          lastVerified: "2007",
          sourceRefs: [{ code: "register" }, { code: "hub-editors" }],
        },
      ],
      services: [{ service: { code: aService().code } }],
    },
    former: {
      name: "CIVICA VIGNA",
      lastVerified: "2007",
      sameAs: { code: "list:1" },
      alternateRecords: [],
      location: { code: "list:1" },
      sourceRefs: [{ code: "register" }, { code: "hub-editors" }],
    },
  });
});

test("the decision survives the next import of the register, and the undoing too", async () => {
  const hub = await city();
  const { centres } = tableRepositories(hub.table);
  const importAgain = async () => {
    const [stored] = await centres.byCodes(["register:7"]);
    await saveAll(hub.table, codecs.centre, [mergeCentre(stored!, { ...former, notes: "Nuova" })], imported);
    const [after] = await centres.byCodes(["register:7"]);
    return after!.sameAsCode ?? null;
  };
  await edit(hub, "register:7", 1, `sameAs: "list:1"`);
  expect(await importAgain()).toBe("list:1");
  await edit(hub, "register:7", 3, "sameAs: null");
  expect(await importAgain()).toBeNull();
});

test("one record stands for all others of a place, and is not retired while it does", async () => {
  const hub = await city();
  const third = aCentre({ code: "third:1", name: "Terza" });
  await saveAll(hub.table, codecs.centre, [third], imported);
  const errorsOf = (answer: Awaited<ReturnType<typeof edit>>) =>
    (answer.data!.updateCentre as { userErrors: unknown }).userErrors;
  const field = ["input", "fields", "sameAs"];
  expect(errorsOf(await edit(hub, "list:1", 1, `sameAs: "list:1"`))).toEqual([
    { code: "BAD_USER_INPUT", field },
  ]);
  expect(errorsOf(await edit(hub, "list:1", 1, `sameAs: "no:1"`))).toEqual([{ code: "UNKNOWN_CODE", field }]);
  expect(errorsOf(await edit(hub, "register:7", 1, `sameAs: "list:1"`))).toEqual([]);
  expect(errorsOf(await edit(hub, "third:1", 1, `sameAs: "register:7"`))).toEqual([
    { code: "BAD_USER_INPUT", field },
  ]);
  expect(errorsOf(await edit(hub, "list:1", 1, `sameAs: "third:1"`))).toEqual([
    { code: "BAD_USER_INPUT", field },
  ]);
  const { data } = await hub.edit(
    `mutation { retireCentre(input: { reason: "Test", code: "list:1", expectedVersion: 1 }) { userErrors { code } } }`,
  );
  expect(data!.retireCentre).toEqual({ userErrors: [{ code: "STILL_IN_USE" }] });
});
