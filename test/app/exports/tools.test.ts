import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { type ExportedHub, exportedFiles } from "../../support/exported-hub";
import { sharedData } from "../../support/shared-data";

const isThere = (command: string): boolean => spawnSync("which", [command]).status === 0;

/** What programs of others make of the files. */
(sharedData("") ? describe : describe.skip)("files in the tools that read them", () => {
  let hub: ExportedHub;

  beforeAll(async () => {
    hub = await exportedFiles();
    mkdirSync(path.join(hub.folder, "files"));
    for (const { files } of hub.manifest.sets)
      for (const { name } of files) writeFileSync(fileOf(name), await hub.bytes(name));
  });
  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  const fileOf = (name: string): string => path.join(hub.folder, "files", name);

  test("DuckDB reads every Parquet file with the types and the rows of the manifest", async () => {
    const types = {
      boolean: "BOOLEAN",
      datetime: "TIMESTAMP",
      integer: "INTEGER",
      number: "DOUBLE",
      string: "VARCHAR",
    } as const;
    const database = await (await DuckDBInstance.create()).connect();
    for (const { name, rows, columns, primaryKey, files } of hub.manifest.sets) {
      const file = `'${fileOf(`${name}.parquet`)}'`;
      const described = await (
        await database.runAndReadAll(`DESCRIBE SELECT * FROM ${file}`)
      ).getRowObjects();
      const hasGeometry = files.some((each) => each.name.endsWith(".geojson"));
      expect(
        described.map((each) => [each.column_name, String(each.column_type).replace(/ WITH.*/, "")]),
      ).toEqual([
        ...columns.map((column) => [column.name, types[column.type]]),
        ...(hasGeometry ? [["geometry", expect.stringMatching(/^(BLOB|GEOMETRY.*)$/)]] : []),
      ]);
      const csv = parse(await hub.bytes(`${name}.raw.csv`), { columns: true }) as Record<string, string>[];
      const keys = primaryKey.map((key) => `coalesce(CAST("${key}" AS VARCHAR), '')`).join(" || '|' || ");
      const read = await (await database.runAndReadAll(`SELECT ${keys} AS key FROM ${file}`)).getRowObjects();
      expect([name, read.length]).toEqual([name, rows]);
      expect(read.map(({ key }) => key)).toEqual(
        csv.map((row) => primaryKey.map((key) => row[key]).join("|")),
      );
    }
    const sum = await database.runAndReadAll(
      `SELECT sum(value) AS residents FROM '${fileOf("observations.parquet")}'
       WHERE indicator = 'residents' AND period = '2024' AND level = 'NEIGHBOURHOOD'`,
    );
    expect(sum.getRowObjects()[0]!.residents).toBe(1_407_044);
    const csv = await database.runAndReadAll(
      `SELECT count(*)::INT AS n FROM '${fileOf("observations.csv")}'`,
    );
    expect(csv.getRowObjects()[0]!.n).toBe(hub.set("observations").rows);
  });

  test("DuckDB joins the tables of HSDS by their keys, with the rows of the set", async () => {
    const folder = path.join(hub.folder, "hsds");
    mkdirSync(folder);
    const tables = unzipSync(readFileSync(fileOf("services.hsds.zip")));
    for (const [name, bytes] of Object.entries(tables)) writeFileSync(path.join(folder, name), bytes);
    const database = await (await DuckDBInstance.create()).connect();
    const table = (name: string): string => `read_csv('${path.join(folder, `${name}.csv`)}', header = true)`;
    const read = await database.runAndReadAll(
      `SELECT s.name AS service, o.name AS organization, a.value AS code FROM ${table("services")} s
       JOIN ${table("organizations")} o ON o.id = s.organization_id
       JOIN ${table("attributes")} a ON a.link_id = s.id
       JOIN ${table("taxonomy_terms")} t ON t.id = a.taxonomy_term_id
       WHERE t.code = 'vicinato-hsds:code'`,
    );
    const csv = parse(await hub.bytes("services.raw.csv"), { columns: true }) as Record<string, string>[];
    const rows = read.getRowObjects();
    expect(rows.map(({ code }) => String(code)).sort()).toEqual(csv.map(({ code }) => code!).sort());
    expect(rows.map(({ service }) => service).join()).toMatch(/[àèìòù]/);
  });

  (isThere("soffice") ? test : test.skip)(
    "LibreOffice opens each CSV file with its rows and accents",
    async () => {
      const names = hub.manifest.sets.map(({ name }) => name).filter((name) => name !== "observations");
      const out = path.join(hub.folder, "sheets");
      // Comma, quote, UTF-8: without a window it reads another character set, mark or not.
      execFileSync("soffice", [
        `-env:UserInstallation=file://${hub.folder}/office`,
        "--headless",
        "--infilter=CSV:44,34,76,1",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
        "--outdir",
        out,
        ...names.map((name) => fileOf(`${name}.csv`)),
      ]);
      for (const name of names) {
        const opened = parse(readFileSync(path.join(out, `${name}.csv`)), { bom: true }) as string[][];
        const ours = parse(await hub.bytes(`${name}.csv`), { bom: true }) as string[][];
        expect([name, opened.length]).toEqual([name, hub.set(name).rows + 1]);
        const nameAt = ours[0]!.findIndex((column) => column === "name" || column === "nameIt");
        if (nameAt !== -1) expect(opened.map((row) => row[nameAt])).toEqual(ours.map((row) => row[nameAt]));
      }
      expect(readFileSync(path.join(out, "centres.csv"), "utf8")).toMatch(/[àèìòù]/);
    },
  );

  (isThere("ogrinfo") ? test : test.skip)(
    "GDAL reads each GeoJSON and TopoJSON file with its features",
    () => {
      const counts = (name: string): number =>
        [
          ...execFileSync("ogrinfo", ["-ro", "-al", "-so", fileOf(name)], { encoding: "utf8" }).matchAll(
            /Feature Count: (\d+)/g,
          ),
        ].reduce((sum, [, count]) => sum + Number(count), 0);
      const files = hub.manifest.sets.flatMap(({ rows, files: all }) =>
        all.map(({ name }) => ({ name, rows })),
      );
      const maps = files.filter(({ name }) => /\.(geojson|geojsonl|topojson)$/.test(name));
      expect(maps.length).toBeGreaterThan(8);
      const areas = JSON.parse(readFileSync(fileOf("areas.geojson"), "utf8")) as {
        readonly features: readonly { readonly geometry: object | null }[];
      };
      const placed = areas.features.filter(({ geometry }) => geometry !== null).length;
      for (const { name, rows } of maps) {
        // GDAL leaves out what has no place in TopoJSON.
        const expected = name.endsWith(".topojson") ? placed : rows;
        expect([name, counts(name)]).toEqual([name, expected]);
      }
      const extent = execFileSync("ogrinfo", ["-ro", "-al", "-so", fileOf("centres.geojson")], {
        encoding: "utf8",
      });
      // Longitude first: Milan lies at 9 degrees east, 45 degrees north.
      expect(extent).toMatch(/Extent: \((8|9)\.\d+, 45\.\d+\) - \(9\.\d+, 45\.\d+\)/);
    },
  );
});
