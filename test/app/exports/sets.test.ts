import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Observation } from "../../../src/domain/indicators/observation";
import type { Centre } from "../../../src/domain/places/centre";
import { type ExportedHub, exportedFiles } from "../../support/exported-hub";
import { hsdsSchemas } from "../../support/hsds-schemas";
import { sharedData } from "../../support/shared-data";

(sharedData("") ? describe : describe.skip)("the sets of a hub with all published data", () => {
  let hub: ExportedHub;

  beforeAll(async () => {
    hub = await exportedFiles();
  });

  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  test("each file has the bytes and the hash that the manifest states, compressed or not", async () => {
    const files = hub.manifest.sets.flatMap((set) => set.files);
    expect(files.length).toBeGreaterThan(60);
    for (const { name, bytes, sha256, gzipBytes } of files) {
      const found = await hub.bytes(name);
      const hash = createHash("sha256").update(found).digest("hex");
      expect({ name, bytes: found.length, sha256: hash }).toEqual({ name, bytes, sha256 });
      if (gzipBytes === null) continue;
      const zipped = await hub.request(`/exports/${name}`, { headers: { "accept-encoding": "gzip" } });
      expect(zipped.headers.get("content-encoding")).toBe("gzip");
      const content = Buffer.from(await zipped.arrayBuffer());
      expect([name, content.length, gunzipSync(content).equals(found)]).toEqual([name, gzipBytes, true]);
    }
  });

  test("sums agree with the sources", async () => {
    const observations = await hub.rows<Observation>("observations");
    const residents = observations.filter(
      ({ indicatorCode, period, areaLevel }) =>
        indicatorCode === "residents" && period === "2024" && areaLevel === "NEIGHBOURHOOD",
    );
    expect(residents).toHaveLength(88);
    expect(residents.reduce((sum, { value }) => sum + value!, 0)).toBe(1_407_044);
    const centres = await hub.rows<Centre>("centres");
    const present = centres.filter(
      ({ kindHistory }) => kindHistory.at(-1)?.kindCode === "centre-kind:CASA_DI_QUARTIERE",
    );
    expect(present).toHaveLength(34);
    const areas = await hub.rows<{ readonly level: string }>("areas");
    expect(areas.filter(({ level }) => level === "NEIGHBOURHOOD")).toHaveLength(88);
  });

  test("each set has as many rows as the API counts", async () => {
    const all = "[ACTIVE, DEFUNCT, INACTIVE, PLANNED, TEMPORARILY_CLOSED, UNKNOWN]";
    const { data, errors } = await hub.ask<Record<string, { readonly totalCount: number }>>(`{
      centres(filter: { statuses: ${all} }) { totalCount }
      services(filter: { statuses: ${all} }) { totalCount }
      locations { totalCount }
      organizations { totalCount }
      indicators { totalCount }
      partnerships { totalCount }
      strategies { totalCount }
      sources { totalCount }
    }`);
    expect(errors).toBeUndefined();
    const counted = Object.entries(data!).map(([name, { totalCount }]) => [name, totalCount]);
    expect(counted).toEqual(counted.map(([name]) => [name, hub.set(String(name)).rows]));
  });

  test("rows of CSV, NDJSON and the manifest are the same, in the same order, and no key comes twice", async () => {
    for (const { name, rows, columns, primaryKey } of hub.manifest.sets) {
      const csv = parse(await hub.bytes(`${name}.raw.csv`), { columns: true }) as Record<string, string>[];
      const lines = await hub.rows(name);
      expect([name, csv.length, lines.length]).toEqual([name, rows, rows]);
      if (csv[0]) expect(Object.keys(csv[0])).toEqual(columns.map((column) => column.name));
      expect(new Set(csv.map((row) => JSON.stringify(primaryKey.map((key) => row[key])))).size).toBe(rows);
      if (primaryKey.join() === "code")
        expect(lines.map(({ code }) => code)).toEqual(csv.map((row) => row.code));
    }
  });

  test("every column is described in both languages, and every source is named with its rights", () => {
    for (const { columns, sources, rows } of hub.manifest.sets) {
      for (const { description } of columns) {
        expect(description.it).toMatch(/\S/);
        expect(description.en).toMatch(/\S/);
      }
      if (rows > 0) expect(sources.length).toBeGreaterThan(0);
      for (const { title, rights } of sources) expect(`${title} ${rights.it ?? rights.en}`).toMatch(/\S+ \S/);
    }
  });

  test("the data package names each table with its hash and its columns", async () => {
    const { resources } = JSON.parse(await hub.text("datapackage.json")) as {
      readonly resources: readonly {
        readonly name: string;
        readonly path: string;
        readonly hash: string;
        readonly schema: { readonly fields: readonly { readonly name: string }[] };
      }[];
    };
    expect(resources.map(({ name }) => name)).toEqual(hub.manifest.sets.map(({ name }) => name));
    for (const { name, path, hash, schema } of resources) {
      expect(
        `sha256:${createHash("sha256")
          .update(await hub.bytes(path))
          .digest("hex")}`,
      ).toBe(hash);
      expect(schema.fields.map((field) => field.name)).toEqual(
        hub.set(name).columns.map((column) => column.name),
      );
    }
  });

  test("each service of the HSDS file fits the schema, and there are as many as rows", async () => {
    const faults = hsdsSchemas();
    const services = JSON.parse(await hub.text("services.hsds.json")) as readonly object[];
    expect(services).toHaveLength(hub.set("services").rows);
    expect(services.flatMap((service) => faults("service", service))).toEqual([]);
  });

  test("a filtered file has the rows of the whole one that meet the filter, in its order", async () => {
    const whole = (await hub.text("observations.raw.csv")).split("\r\n");
    const filter = "indicator=share_65plus&level=NEIGHBOURHOOD&period=2024";
    const part = (await hub.text(`observations.raw.csv?${filter}`)).split("\r\n");
    expect(part).toHaveLength(88 + 2);
    expect(part).toEqual(
      whole.filter((line, i) => i === 0 || /^(share_65plus,.*,NEIGHBOURHOOD,2024,.*|)$/.test(line)),
    );
  });
});
