import { rm } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import {
  aCentre,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aTerm,
} from "../../support/builders";
import { type ExportedHub, exportedHub } from "../../support/exported-hub";
import { startHub } from "../../support/hub";

const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
const real = { sourceCodes: ["real"] };
const demo = { sourceCodes: ["demo"] };
const phone = { number: "+39 02 8844", note: null };

/** A service with a synthetic organisation and a synthetic term, at a real place and at a synthetic one. */
const makeHub = (): Promise<ExportedHub> =>
  exportedHub(async (options) => {
    const hub = await startHub(options);
    const { table } = hub;
    const sources = [aSource({ code: "real", synthetic: false }), aSource({ code: "demo", synthetic: true })];
    await saveAll(table, codecs.sourceRef, sources, saved);
    const terms = [
      aTerm({ ...real, code: "kind:a", taxonomy: "kind" }),
      aTerm({ ...demo, code: "kind:b", taxonomy: "kind" }),
    ];
    await saveAll(table, codecs.taxonomyTerm, terms, saved);
    await saveAll(table, codecs.organization, [anOrganization({ ...demo, code: "bureau" })], saved);
    const service = aService({ ...real, serviceTypeCodes: ["kind:a", "kind:b"], phones: [phone] });
    await saveAll(table, codecs.service, [service, aService({ ...demo, code: "test:s2" })], saved);
    const centres = [aCentre({ ...real, code: "test:a" }), aCentre({ ...demo, code: "test:b" })];
    await saveAll(table, codecs.centre, centres, saved);
    const places = centres.map(({ code }) =>
      aServiceAtLocation({ ...real, code: `at-${code}`, serviceCode: service.code, centreCode: code }),
    );
    await saveAll(table, codecs.serviceAtLocation, places, saved);
    return hub;
  });

let hubs: readonly ExportedHub[];

beforeAll(async () => {
  hubs = [await makeHub(), await makeHub()];
});
afterAll(() => Promise.all(hubs.map(({ folder }) => rm(folder, { recursive: true, force: true }))));

const fileOf = (hub: ExportedHub) => hub.set("services").files.find(({ name }) => name.endsWith(".zip"))!;

test("the same data is the same file, whenever it is published and exported", () => {
  const [first, second] = hubs.map((hub) => ({ ...fileOf(hub), publishedAt: hub.manifest.publishedAt }));
  expect(first!.publishedAt).not.toBe(second!.publishedAt);
  expect(first!.sha256).toBe(second!.sha256);
});

test("it is served as an archive, and not compressed again", async () => {
  const answer = await hubs[0]!.request("/exports/services.hsds.zip", {
    headers: { "accept-encoding": "gzip" },
  });
  expect([answer.headers.get("content-type"), answer.headers.get("content-encoding")]).toEqual([
    "application/zip",
    null,
  ]);
  expect(fileOf(hubs[0]!).gzipBytes).toBeNull();
});

test("the catalogue has its format in the list of the EU", async () => {
  const { "@graph": entries } = (await (await hubs[0]!.request("/catalogue.jsonld")).json()) as {
    readonly "@graph": readonly Readonly<Record<string, unknown>>[];
  };
  expect(entries.find((entry) => String(entry["@id"]).endsWith("#services.hsds.zip"))).toMatchObject({
    "dct:format": { "@id": "http://publications.europa.eu/resource/authority/file-type/ZIP" },
    "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/application/zip" },
  });
});

test("nothing synthetic is in the tables, and no key leads to it", async () => {
  const files = unzipSync(await hubs[0]!.bytes("services.hsds.zip"));
  const rows = (name: string) =>
    parse(Buffer.from(files[`${name}.csv`]!), { columns: true }) as Readonly<Record<string, string>>[];
  const [service, ...otherServices] = rows("services");
  const [location, ...otherLocations] = rows("locations");
  const [organization, ...otherOrganizations] = rows("organizations");
  expect([otherServices, otherLocations, otherOrganizations]).toEqual([[], [], []]);
  expect([service!.organization_id, organization!.name]).toEqual([
    organization!.id,
    "Organizzazione non indicata dalle fonti",
  ]);
  expect(rows("service_at_location")).toEqual([
    expect.objectContaining({ service_id: service!.id, location_id: location!.id }),
  ]);
  const codes = new Map(rows("taxonomy_terms").map(({ id, code }) => [id, code]));
  const linked = rows("attributes").map(({ taxonomy_term_id }) => codes.get(taxonomy_term_id!));
  expect(linked).not.toContain(undefined);
  expect(linked).toContain("kind:a");
  expect([...codes.values()]).not.toContain("kind:b");
  expect(rows("phones").map(({ service_id, number }) => [service_id, number])).toEqual([
    [service!.id, phone.number],
  ]);
});

test("the services in JSON have no term that their list does not have", async () => {
  const text = await hubs[0]!.text("services.hsds.json");
  expect(text).toMatch(/"code":"a"/);
  expect(text).not.toMatch(/"code":"b"/);
});
