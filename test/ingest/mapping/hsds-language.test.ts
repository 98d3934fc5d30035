import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TextLanguage } from "../../../src/domain/kit/localized-text";
import { createCityCalendar } from "../../../src/domain/places/city-calendar";
import { runIngest } from "../../../src/ingest/run/run";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { startHub, type TestHub } from "../../support/hub";

// SYNTHETIC feeds, each in one language, as HSDS has them (openreferral/specification#63: it has no translations).
const now = "2026-11-22T03:00:00.000Z";
const organization = { id: "o", name: "Charity", description: "Helps at home" };
const feed = [
  { id: "b", name: "Zebra club", status: "active", organization },
  {
    id: "a",
    name: "Befriending",
    description: "Visits to lonely neighbours",
    status: "active",
    organization,
  },
];
let folder: string;
let hub: TestHub;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-english-"));
  hub = await startHub();
});
afterEach(() => rm(folder, { recursive: true }));

/** @param language of the mapping file; none is stated where it is null. */
async function ingest(language: TextLanguage | null) {
  await writeFile(path.join(folder, "feed.json"), JSON.stringify(feed));
  const hsds = `{ organizationKind: THIRD_SECTOR, timezone: Europe/Rome${language ? `, language: ${language}` : ""} }`;
  await writeFile(
    path.join(folder, "m.mapping.yaml"),
    `source: { code: feed, title: Invented, publisher: Invented, licence: CC BY 4.0, rights: { en: Invented } }
file: { path: feed.json, format: hsds-json, mode: FULL }
hsds: ${hsds}
`,
  );
  const mappings = [path.join(folder, "m.mapping.yaml")];
  const { sources } = await runIngest({ table: hub.table, folder, now, only: ["feed"], mappings });
  return sources[0]!;
}

const calendarOf = (code: string, language: TextLanguage | null) =>
  createCityCalendar({
    code,
    timezone: "Europe/Rome",
    country: "IT",
    language,
    localHolidays: [],
    sourceCodes: ["test"],
  });
const configure = (...languages: (TextLanguage | null)[]) =>
  saveAll(
    hub.table,
    codecs.cityCalendar,
    languages.map((language, i) => calendarOf(`comune:${i}`, language)),
    { origin: "test", now },
  );

const described = `service(code: "feed:a") { name { it en original italian: text { value language } english: text(language: EN) { value language } } }`;

test("texts of an English feed are English, and an Italian reader sees that they are", async () => {
  await ingest("en");
  const english = { value: "Befriending", language: "EN" };
  expect(await hub.ask(`{ ${described} source(code: "feed") { rights { it en } } }`)).toEqual({
    data: {
      service: { name: { it: null, en: "Befriending", original: "EN", italian: english, english } },
      source: { rights: { it: null, en: "Invented" } },
    },
  });
});

test("its services are found by their words and sorted by their names", async () => {
  await ingest("en");
  expect(
    await hub.ask(`{
      search(text: "lonely neighbours") { nodes { ... on Record { code } } }
      services { nodes { code } }
      newest: services(sort: UPDATED) { totalCount }
    }`),
  ).toMatchObject({
    data: {
      search: { nodes: [{ code: "feed:a" }] },
      services: { nodes: [{ code: "feed:a" }, { code: "feed:b" }] },
      newest: { totalCount: 2 },
    },
  });
});

test("an editor adds Italian, and the original stays English; the next import changes nothing", async () => {
  await ingest("en");
  const update = (name: string, version: number) =>
    hub.edit(
      `mutation { updateService(input: { reason: "Test", code: "feed:a", expectedVersion: ${version}, fields: { name: ${name} } }) { isChanged service { name { it en original } } userErrors { message { en } } } }`,
    );
  const name = { it: "Compagnia", en: "Befriending", original: "EN" };
  const translated = '{ it: "Compagnia", en: "Befriending", original: EN }';
  expect(await update(translated, 1)).toEqual({
    data: { updateService: { isChanged: true, service: { name }, userErrors: [] } },
  });
  expect(await update(translated, 2)).toMatchObject({ data: { updateService: { isChanged: false } } });
  expect(await ingest("en")).toMatchObject({ rows: { changed: 0, unchanged: 2 } });
  expect(
    await hub.ask(
      `{ service(code: "feed:a") { name { it en original } } search(text: "compagnia") { nodes { ... on Record { code } } } }`,
    ),
  ).toEqual({
    data: { service: { name }, search: { nodes: [{ code: "feed:a" }] } },
  });
  expect(await update('{ en: "Befriending" }', 2)).toMatchObject({
    data: { updateService: { service: { name: { it: null, en: "Befriending", original: "EN" } } } },
  });
  const empty = await update("{}", 3);
  expect(empty).toMatchObject({ data: { updateService: { userErrors: [{}] } } });
  expect(JSON.stringify(empty)).toContain("at least one language");
});

test("a feed without a stated language has that of the configured cities", async () => {
  await configure("it", null, "it");
  expect(await ingest(null)).toMatchObject({ status: "IMPORTED" });
  const italian = { value: "Befriending", language: "IT" };
  expect(await hub.ask(`{ ${described} }`)).toEqual({
    data: { service: { name: { it: "Befriending", en: null, original: "IT", italian, english: italian } } },
  });
});

test.each<[string, TextLanguage[], string]>([
  ["no language", [], "no city of the hub has a language"],
  ["several", ["it", "en"], "the cities of the hub have several: it, en"],
])("if the cities have %s, none is guessed", async (_, languages, said) => {
  await configure(...languages);
  const { status, problems } = await ingest(null);
  expect(status).toBe("FAILED");
  expect(problems).toMatchObject([{ rule: "SOURCE_UNREADABLE", message: expect.stringContaining(said) }]);
});
