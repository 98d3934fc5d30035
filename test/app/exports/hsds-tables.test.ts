import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { type HsdsListName, hsdsLists } from "../../../src/app/hsds/lists";
import { unknownText } from "../../../src/domain/hsds/tabular";
import { vocabularyName } from "../../../src/domain/hsds/vocabulary";
import type { Service } from "../../../src/domain/services/service";
import { readTable } from "../../../src/ingest/formats/csv-folder";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";
import type { HsdsOptions } from "../../../src/ingest/hsds/options";
import { tableNames } from "../../../src/ingest/hsds/tables";
import { unnamedOrganization } from "../../../src/queries/hsds/table-rows";
import { type ExportedHub, exportedFiles } from "../../support/exported-hub";
import { sharedData } from "../../support/shared-data";
import {
  cellFault,
  hsdsTablesOfSpecification,
  type TableField,
  type TablePackage,
  type TableResource,
} from "../../support/table-schema";

type Row = Readonly<Record<string, string>>;

(sharedData("") ? describe : describe.skip)("the tables of HSDS of a hub with all published data", () => {
  let hub: ExportedHub;
  let files: Readonly<Record<string, Uint8Array>>;
  let resources: readonly TableResource[];
  let tables: ReadonlyMap<string, readonly Row[]>;
  let official: ReadonlyMap<string, TableResource>;

  beforeAll(async () => {
    hub = await exportedFiles();
    files = unzipSync(await hub.bytes("services.hsds.zip"));
    ({ resources } = JSON.parse(Buffer.from(files["datapackage.json"]!).toString()) as TablePackage);
    tables = new Map(
      resources.map(({ name, path }) => [name, parse(Buffer.from(files[path]!), { columns: true }) as Row[]]),
    );
    official = new Map(hsdsTablesOfSpecification().map((resource) => [resource.name, resource]));
  });

  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  const idsOf = (table: string): Set<string> => new Set(tables.get(table)?.map(({ id }) => id!));

  test("each table has the file, the columns and the keys of the specification", () => {
    const shape = ({ name, path, schema }: TableResource) => ({
      ...{ name, path, primaryKey: schema.primaryKey },
      fields: schema.fields.map(({ name, type, format, constraints }: TableField) => ({
        ...{ name, type, format },
        constraints: {
          required: constraints.required,
          unique: constraints.unique,
          enum: constraints.enum,
        },
      })),
      keys: (schema.foreignKeys ?? [])
        .filter(({ reference }) => tables.has(reference.resource))
        .map((key) => JSON.stringify(key))
        .sort(),
    });
    expect(resources.length).toBeGreaterThan(12);
    for (const resource of resources) {
      expect(shape(resource)).toEqual(shape(official.get(resource.name)!));
      const [header] = parse(Buffer.from(files[resource.path]!), { to: 1 }) as string[][];
      expect(header).toEqual(official.get(resource.name)!.schema.fields.map(({ name }) => name));
    }
    expect(Object.keys(files).sort()).toEqual(
      ["datapackage.json", ...resources.map(({ path }) => path)].sort(),
    );
  });

  test("each file has the rows, the bytes and the hash of its description, and no byte order mark", () => {
    for (const { name, path, bytes, hash, rows } of resources) {
      const file = files[path]!;
      const found = {
        bytes: file.length,
        hash: `sha256:${createHash("sha256").update(file).digest("hex")}`,
        rows: tables.get(name)!.length,
      };
      expect([name, found]).toEqual([name, { bytes, hash, rows }]);
      expect(rows).toBeGreaterThan(0);
      expect(Buffer.from(file).toString().startsWith("id,")).toBe(true);
      expect(Buffer.from(file).toString().endsWith("\r\n")).toBe(true);
    }
  });

  test("the package names every source of its facts, with licences as a Data Package has them", () => {
    const { sources, licenses } = JSON.parse(Buffer.from(files["datapackage.json"]!).toString()) as {
      readonly sources: readonly { readonly title: string }[];
      readonly licenses: readonly { readonly name?: string; readonly path?: string }[];
    };
    const term = tables.get("taxonomy_term")!.find(({ code }) => code === "vicinato-hsds:source")!;
    const named = tables.get("attribute")!.filter((row) => row.taxonomy_term_id === term.id);
    expect(sources.length).toBe(new Set(named.map(({ link_type }) => link_type)).size);
    expect(licenses.map(({ name }) => name)).toContain("CC-BY-4.0");
    for (const { name, path } of licenses) expect(path ?? name).toMatch(/^(https?:.*|[-a-zA-Z0-9._]+)$/);
  });

  test("every row fits the schema of the specification, and no key comes twice", () => {
    const faults = new Set<string>();
    for (const [table, rows] of tables)
      for (const field of official.get(table)!.schema.fields) {
        const cells = rows.map((row) => row[field.name]!);
        for (const cell of cells) {
          const fault = cellFault(field, cell);
          if (fault !== null) faults.add(`${table}.${field.name}: ${fault} ${cell}`);
        }
        const known = cells.filter((cell) => cell !== "");
        if (field.constraints.unique && new Set(known).size < known.length)
          faults.add(`${table}.${field.name}: unique`);
      }
    expect([...faults]).toEqual([]);
  });

  test("every key leads to a row of the package", () => {
    const dangling: string[] = [];
    const check = (table: string, field: string, row: Row, other: string): void => {
      const id = row[field]!;
      if (id !== "" && !ids.get(other)?.has(id)) dangling.push(`${table}.${field} ${id}`);
    };
    const ids = new Map([...tables.keys()].map((table) => [table, idsOf(table)]));
    for (const [table, rows] of tables)
      for (const row of rows) {
        for (const { fields, reference } of official.get(table)!.schema.foreignKeys ?? [])
          check(table, fields, row, reference.resource);
        // The specification has no keys for these.
        if (table === "attribute") check(table, "link_id", row, row.link_entity!);
        if (table === "organization") check(table, "parent_organization_id", row, table);
        if (table === "taxonomy_term") check(table, "parent_id", row, table);
      }
    expect(dangling).toEqual([]);
  });

  test("the rows of each list of the API are those of its table", async () => {
    const named = [unnamedOrganization.id];
    for (const name of Object.keys(hsdsLists) as HsdsListName[]) {
      const { table } = hsdsLists[name];
      const found = new Set<string>();
      for (let page = 1, isLast = false; !isLast; page++) {
        const answer = await hub.request(`/hsds/${name}?per_page=100&page=${page}`);
        const { contents, last_page, total_items } = (await answer.json()) as {
          readonly contents: readonly { readonly id: string }[];
          readonly last_page: boolean;
          readonly total_items: number;
        };
        for (const { id } of contents) found.add(id);
        isLast = last_page;
        if (isLast) expect([name, found.size]).toEqual([name, total_items]);
      }
      const ours = [...idsOf(table)].filter((id) => !named.includes(id));
      expect([name, ours.sort()]).toEqual([name, [...found].sort()]);
    }
  });

  test("a service without an organisation has the row that says so, and only such a service", async () => {
    const services = JSON.parse(await hub.text("services.hsds.json")) as readonly {
      readonly id: string;
      readonly organization?: object;
    }[];
    const without = services.filter(({ organization }) => organization === undefined).map(({ id }) => id);
    const rows = tables.get("service")!.filter((row) => row.organization_id === unnamedOrganization.id);
    expect(without.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).toEqual(without);
  });

  test("every value of the services in JSON is in the tables", async () => {
    const byId = new Map(
      [...tables].map(([table, rows]) => [table, new Map(rows.map((row) => [row.id!, row]))]),
    );
    const partial = new Set(
      tables.get("attribute")!.flatMap(({ link_id, link_type, value }) => `${link_id} ${link_type} ${value}`),
    );
    const lost: string[] = [];
    let compared = 0;
    function walk(name: string, object: Readonly<Record<string, unknown>>): void {
      const table = tableNames[name]!;
      const row = byId.get(table)?.get(String(object.id));
      for (const [field, value] of Object.entries(object)) {
        if (Array.isArray(value)) for (const each of value) walk(field, each);
        else if (typeof value === "object") walk(field, value as Readonly<Record<string, unknown>>);
        else {
          compared++;
          const cell = row?.[field];
          const isThere =
            cell === String(value) ||
            (/_at$/.test(field) && cell === `${value}:00`) ||
            (field === "last_modified" && cell === String(value).replace(/\.\d+Z/, "Z")) ||
            (table === "taxonomy_term" && field === "code" && cell === `${object.taxonomy}:${value}`) ||
            (table === "address" && value === "" && cell === "n.d.") ||
            (cell === "" && partial.has(`${object.id} ${field} ${value}`));
          if (!isThere) lost.push(`${table}.${field} ${value}`);
        }
      }
    }
    for (const service of JSON.parse(await hub.text("services.hsds.json"))) walk("service", service);
    expect(compared).toBeGreaterThan(10_000);
    expect(lost).toEqual([]);
  });

  test("an import of HSDS reads the tables as one feed, without an error", () => {
    const fields = Object.fromEntries(
      resources.map(({ path }) => [path, readTable(Buffer.from(files[path]!))]),
    );
    const options: HsdsOptions = {
      sourceCode: "copy",
      organizationKind: "THIRD_SECTOR",
      timezone: "Europe/Rome",
      language: "it",
    };
    const { records, problems } = mapHsds([{ line: 0, fields }], options, {
      areaCodesAt: () => [],
      levelsWithBoundary: new Set(),
    });
    expect(problems.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    const count = (type: string) => records.filter((record) => record.type === type).length;
    // What only stands for something unknown, or labels facts of the hub, is no record.
    const isRecord = ({ id, taxonomy }: Row) => id !== unnamedOrganization.id && taxonomy !== vocabularyName;
    for (const [type, table] of [
      ["centre", "location"],
      ["organization", "organization"],
      ["service", "service"],
      ["serviceAtLocation", "service_at_location"],
      ["taxonomyTerm", "taxonomy_term"],
    ] as const)
      expect([type, count(type)]).toEqual([type, tables.get(table)!.filter(isRecord).length]);
    const unnamed = tables.get("service")!.filter((row) => row.organization_id === unnamedOrganization.id);
    const services = records.flatMap((each) => (each.type === "service" ? [each.record as Service] : []));
    expect(services.filter(({ organizationCode }) => organizationCode === null)).toHaveLength(unnamed.length);
    expect(JSON.stringify(records)).not.toContain(unknownText);
  });
});
