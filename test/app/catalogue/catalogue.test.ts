import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import jsonld from "jsonld";
import { Parser, type Quad, Store, Writer } from "n3";
import { catalogueOf } from "../../../src/app/catalogue/catalogue";
import { readCatalogueSettings } from "../../../src/app/catalogue/settings";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aSource } from "../../support/builders";
import { type ExportedHub, exportedHub } from "../../support/exported-hub";
import { startHub } from "../../support/hub";
import { violations } from "../../support/shapes";

const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
const shapes = readFileSync(path.join(__dirname, "../../support/dcat-ap-it.shapes.ttl"), "utf8");
const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";

describe("the catalogue", () => {
  let hub: ExportedHub;
  const get = async (name: string): Promise<Response> => hub.request(name);

  beforeAll(async () => {
    hub = await exportedHub(async (options) => {
      const empty = await startHub(options);
      const rights = { it: "Attribuzione: «così».", en: null };
      const open = {
        licence: "CC BY 4.0",
        rights,
        synthetic: false,
        landingPage: "https://example.org/a b?è",
      };
      await saveAll(
        empty.table,
        codecs.sourceRef,
        [aSource({ code: "open", ...open }), aSource({ code: "unclear", ...open, licence: null })],
        saved,
      );
      await saveAll(
        empty.table,
        codecs.centre,
        [aCentre({ sourceCodes: ["open"] }), aCentre({ code: "test:2", sourceCodes: ["unclear", "open"] })],
        saved,
      );
      return empty;
    });
  });
  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  const quads = async (): Promise<Quad[]> => new Parser().parse(await (await get("/catalogue.ttl")).text());

  test("has every mandatory property of DCAT-AP_IT", async () => {
    const found = await quads();
    expect(found.length).toBeGreaterThan(200);
    expect(await violations(shapes, found)).toEqual([]);
  });

  test("the shapes find what is missing", async () => {
    const without = (property: string) => async () =>
      violations(
        shapes,
        (await quads()).filter(({ predicate }) => predicate.value !== property),
      );
    for (const property of [
      `${dct}title`,
      `${dct}license`,
      `${dcat}theme`,
      `${dct}rightsHolder`,
      `${dct}format`,
    ])
      expect([property, (await without(property)()).length > 0]).toEqual([property, true]);
  });

  test("says the same in Turtle and in JSON-LD", async () => {
    const ld = (await (await get("/catalogue.jsonld")).json()) as object;
    const canonical = async (input: object | string, inputFormat?: "application/n-quads"): Promise<string> =>
      String(
        await jsonld.canonize(input as object, {
          format: "application/n-quads",
          ...(inputFormat && { inputFormat }),
        }),
      );
    const turtle = new Writer({ format: "application/n-quads" }).quadsToString(await quads());
    expect(await canonical(turtle, "application/n-quads")).toBe(await canonical(ld));
  });

  test("names each set with rows, and each of its files by an absolute address that answers", async () => {
    const store = new Store(await quads());
    const named = store.getObjects(null, `${dct}identifier`, null).map(({ value }) => value);
    const filled = hub.manifest.sets.filter(({ rows }) => rows > 0);
    expect(named.sort()).toEqual([...filled.map(({ name }) => name), "vicinato"].sort());
    const addresses = store.getObjects(null, `${dcat}downloadURL`, null).map(({ value }) => value);
    expect(addresses).toHaveLength(filled.flatMap(({ files }) => files).length);
    for (const address of addresses)
      expect([address, (await get(new URL(address).pathname)).status]).toEqual([address, 200]);
  });

  test("claims no licence for facts of several licences", () => {
    const of = (codes: readonly string[]) => {
      const [set] = hub.manifest.sets;
      const sources = set!.sources.filter(({ code }) => codes.includes(code));
      const manifest = { ...hub.manifest, sets: [{ ...set!, sources }] };
      const text = JSON.stringify(
        catalogueOf(manifest, readCatalogueSettings(["data"])!, "https://example.org/"),
      );
      return [/A21_CCBY40/.test(text), /UnknownIPR/.test(text)];
    };
    expect(of(["open"])).toEqual([true, false]);
    expect(of(["open", "unclear"])).toEqual([false, true]);
  });

  test("wrong settings are rejected with the place of the fault", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "vicinato-catalogue-"));
    await mkdir(path.join(folder, "catalogue"));
    await writeFile(path.join(folder, "catalogue", "settings.json"), JSON.stringify({ title: { it: "x" } }));
    expect(() => readCatalogueSettings([folder])).toThrow(/settings\.json.*title\.en/);
    expect(readCatalogueSettings([path.join(folder, "none")])).toBeNull();
    await rm(folder, { recursive: true });
  });
});
