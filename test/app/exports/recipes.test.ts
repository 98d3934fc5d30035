import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { openTable } from "../../../src/app/open-table";
import { hsdsId } from "../../../src/storage/documents/hsds-id";
import { answersOf, type Listed } from "../../support/all-pages";
import { type ExportedHub, exportedClone } from "../../support/exported-hub";
import { hubOver } from "../../support/hub";
import { type ListeningHub, listening } from "../../support/listening-hub";
import { type Ran, recipesOf, run } from "../../support/recipes";

const root = path.resolve(__dirname, "../../..");
const guide = readFileSync(path.join(root, "docs/files.md"), "utf8");
const every = "statuses: [ACTIVE, DEFUNCT, INACTIVE, PLANNED, TEMPORARILY_CLOSED, UNKNOWN]";

const needs = (command: string) => (spawnSync("which", [command]).status === 0 ? test : test.skip);

/** The recipes of docs/files.md, run as they stand in it against a hub that listens. */
describe("the guide to files", () => {
  let hub: ExportedHub;
  let server: ListeningHub;
  /** A clone of the project, in which a user runs the commands. */
  let project: string;

  beforeAll(async () => {
    hub = await exportedClone();
    server = await listening(hub);
    project = path.join(hub.folder, "project");
    mkdirSync(project);
    for (const name of ["cities", "data", "node_modules", "package.json", "schema", "src", "tsconfig.json"])
      symlinkSync(path.join(root, name), path.join(project, name));
  });
  afterAll(async () => {
    await server.close();
    await rm(hub.folder, { recursive: true, force: true });
  });

  const recipes = (section: string, language = "sh"): string[] =>
    recipesOf(guide, section, language, server.url);
  async function runRecipe(code: string): Promise<Ran> {
    const ran = await run("/bin/sh", ["-e", "-c", code], project);
    expect(ran).toMatchObject({ code: 0 });
    return ran;
  }
  const rowsIn = (name: string) =>
    parse(readFileSync(path.join(project, name)), { bom: true, columns: true }) as Record<string, string>[];

  needs("curl")("a table in a spreadsheet (needs curl)", async () => {
    await runRecipe(recipes("A table in a spreadsheet")[0]!);
    expect(rowsIn("centres.csv")).toHaveLength(hub.set("centres").rows);
    const { data } = await server.ask<{ observations: { nodes: { value: number | null }[] } }>(
      '{ observations(filter: { indicator: "share_65plus", level: NEIGHBOURHOOD, period: "2024" }, first: 100) { nodes { value } } }',
    );
    const { nodes } = data!.observations;
    expect(nodes.length).toBeGreaterThan(50);
    const values = rowsIn("over65.csv").map(({ value }) => value);
    expect(values.sort()).toEqual(nodes.map(({ value }) => String(value ?? "")).sort());
  });

  needs("soffice")("a spreadsheet opens the first file (needs soffice)", async () => {
    writeFileSync(path.join(project, "sheet.csv"), await hub.bytes("centres.csv"));
    // With the character set and the separator that the guide says.
    const filter = "44,34,76,1";
    const office = `-env:UserInstallation=file://${hub.folder}/office`;
    const convert = `csv:Text - txt - csv (StarCalc):${filter}`;
    await runRecipe(
      `soffice '${office}' --headless --infilter=CSV:${filter} --convert-to '${convert}' --outdir opened sheet.csv`,
    );
    const opened = rowsIn("opened/sheet.csv").map(({ code, name }) => [code, name]);
    const ours = parse(await hub.bytes("centres.raw.csv"), { columns: true }) as Record<string, string>[];
    expect(opened).toEqual(ours.map(({ code, name }) => [code, name]));
  });

  needs("ogrinfo")("a map in QGIS (needs ogrinfo)", async () => {
    const { out } = await runRecipe(recipes("A map in QGIS")[0]!);
    expect(out).toContain(`Feature Count: ${hub.set("centres").rows}`);
    const layer = /address `([^`]+)`/
      .exec(guide.split("\n## A map in QGIS\n")[1]!)![1]!
      .replace("http://localhost:4000", server.url);
    const areas = await runRecipe(`ogrinfo -ro -al -so ${layer}`);
    expect(areas.out).toContain(`Feature Count: ${hub.set("areas").rows}`);
  });

  test("figures in DuckDB", async () => {
    const { data } = await server.ask<{
      observations: { nodes: { area: { code: string }; value: number }[] };
    }>(
      '{ observations(filter: { indicator: "residents", level: NEIGHBOURHOOD, period: "2024" }, first: 100) { nodes { area { code } value } } }',
    );
    const address = `'${server.url}/exports/observations.parquet'`;
    const [sql] = recipes("Figures in DuckDB", "sql");
    expect(sql).toContain(address);
    // DuckDB fetches an address with an extension that it downloads, so it gets the file of the address.
    const file = path.join(project, "observations.parquet");
    const got = await fetch(address.slice(1, -1));
    writeFileSync(file, Buffer.from(await got.arrayBuffer()));
    const database = await (await DuckDBInstance.create()).connect();
    const found = await (await database.runAndReadAll(sql!.replace(address, `'${file}'`))).getRowObjects();
    const sorted = (rows: readonly (readonly [unknown, unknown])[]) => [...rows].sort();
    expect(sorted(found.map(({ area, value }) => [area, value]))).toEqual(
      sorted(data!.observations.nodes.map(({ area, value }) => [area.code, value])),
    );
  });

  needs("curl")("a panel of a dashboard (needs curl)", async () => {
    const { out } = await runRecipe(recipes("Grafana and other dashboards")[0]!);
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    const { data } = await server.ask<{ observations: { totalCount: number } }>(
      '{ observations(filter: { area: "nil:42", indicator: "residents" }) { totalCount } }',
    );
    expect(rows).toHaveLength(data!.observations.totalCount);
  });

  test("a nightly copy: the first run copies everything, the second nothing", async () => {
    const [code] = recipes("A nightly copy");
    expect((await runRecipe(code!)).out).toMatch(/^Copied everything to my-copy/m);
    for (const { name } of hub.manifest.sets)
      expect([name, readFileSync(path.join(project, "my-copy", `${name}.ndjson`), "utf8")]).toEqual([
        name,
        await hub.text(`${name}.ndjson`),
      ]);
    expect((await runRecipe(code!)).out).toMatch(/^Applied 0 changes to my-copy/m);
  });

  needs("curl")("HSDS as a page (needs curl)", async () => {
    const { out } = await runRecipe(recipes("HSDS into another directory")[0]!);
    const page = JSON.parse(out) as { total_items: number; contents: { service_at_locations?: object[] }[] };
    expect(page.total_items).toBe(hub.set("services").rows);
    expect(page.contents.some((service) => (service.service_at_locations ?? []).length > 0)).toBe(true);
  });

  test("HSDS into another hub: it has every service, with its name, organisation and places", async () => {
    const section = "HSDS into another directory";
    const [, commands] = recipes(section);
    const file = /`([^`]+\.mapping\.yaml)`/.exec(guide.split(`\n## ${section}\n`)[1]!)![1]!;
    mkdirSync(path.join(project, path.dirname(file)));
    writeFileSync(path.join(project, file), recipes(section, "yaml")[0]!);
    const { out } = await runRecipe(commands!);
    expect(out).not.toMatch(/^ +ERROR/m);
    expect(readdirSync(path.join(project, path.dirname(file)))).toContain("services.ndjson");

    const engine = { kind: "embedded", dataDir: path.join(project, ".data") } as const;
    const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
    const select = "code name { it en } organization { name } locations { code }";
    const field = `services(filter: { ${every} }`;
    const [ours, theirs] = [
      await answersOf(hub).list<Taken>(field, select),
      await answersOf(hubOver(table, {})).list<Taken>(field, select),
    ];
    await close();
    const facts = ({ name, organization, locations }: Taken) => ({
      name: name.it ?? name.en,
      organization: organization?.name ?? null,
      places: locations.length,
    });
    const taken = new Map(theirs.nodes.map((service) => [service.code, facts(service)]));
    expect(ours.nodes.length).toBeGreaterThan(50);
    for (const service of ours.nodes) {
      const code = `milano-hsds:${hsdsId("service", service.code)}`;
      expect([service.code, taken.get(code)]).toEqual([service.code, facts(service)]);
    }
    expect([...taken.keys()].filter((code) => code.startsWith("milano-hsds:"))).toHaveLength(
      ours.nodes.length,
    );
  });
});

interface Taken extends Listed {
  readonly code: string;
  readonly name: { readonly it: string | null; readonly en: string | null };
  readonly organization: { readonly name: string } | null;
  readonly locations: readonly object[];
}
