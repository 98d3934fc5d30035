import { isObject } from "../formats/json-record";
import { finding, type LineProblem, problem } from "../kit/problem";
import { inHsds3, linkedTable } from "./older-forms";
import { withPlacesOfServices } from "./service-places";
import { type HsdsData, type HsdsRow, type HsdsTable, hsdsTables, tableNames, textOf } from "./tables";

type Fields = Readonly<Record<string, unknown>>;
interface MutableRow {
  readonly line: number;
  readonly fields: Record<string, unknown>;
}

/** Records that are the same under another parent; a phone of two services is two rows. */
const isEntity = new Set<HsdsTable>([
  "location",
  "organization",
  "program",
  "service",
  "service_at_location",
  "taxonomy",
  "taxonomy_term",
]);

/** Deeper than any nesting of the specification. */
const deepest = 10;

/**
 * The flat tables of HSDS objects, each with everything nested, or already a set of tables by the names of their files.
 * An object that several others nest (a location, a phone) is one row with the keys of all of them, as in the CSV form.
 */
export function flattenHsds(objects: readonly { readonly line: number; readonly fields: Fields }[]): {
  readonly data: HsdsData;
  readonly problems: readonly LineProblem[];
} {
  const tables = Object.fromEntries(hsdsTables.map((table) => [table, []])) as unknown as Record<
    HsdsTable,
    MutableRow[]
  >;
  const byId = new Map<string, MutableRow[]>();
  const problems: LineProblem[] = [];

  function add(name: string, of: HsdsTable, line: number, given: Fields): void {
    const { table, fields } = inHsds3(name, of, given);
    const id = textOf({ line, fields }, "id");
    const key = `${table} ${id}`;
    const known = id === null ? [] : (byId.get(key) ?? []);
    const same = known.find((row) => !disagree(row, fields));
    if (same !== undefined) {
      for (const [name, value] of Object.entries(fields)) same.fields[name] ??= value;
      return;
    }
    if (known.length > 0 && isEntity.has(table)) {
      problems.push(duplicateProblem(table, id!));
      return;
    }
    const row = { line, fields: { ...fields } };
    tables[table].push(row);
    if (id !== null) byId.set(key, [...known, row]);
  }

  function walk(
    called: string,
    table: HsdsTable,
    object: Fields,
    line: number,
    parent: Fields,
    depth: number,
  ): void {
    const own: Record<string, unknown> = { ...parent };
    const children: [HsdsTable, string, Fields][] = [];
    for (const [name, value] of Object.entries(object)) {
      const child = Object.hasOwn(tableNames, name) ? tableNames[name]! : null;
      const nested = (Array.isArray(value) ? value : [value]).filter(isObject);
      if (child === null || nested.length === 0 || depth >= deepest) own[name] = value;
      else {
        for (const each of nested) children.push([child, name, each]);
        if (!Array.isArray(value)) own[`${child}_id`] = nested[0]!.id;
      }
    }
    add(called, table, line, own);
    for (const [child, name, each] of children)
      walk(name, child, each, line, keyOfParent(child, name, table, object), depth + 1);
  }

  for (const { line, fields } of objects) {
    const files = Object.keys(fields).filter((name) => /\.csv$/i.test(name));
    if (files.length === 0) {
      const table = tableOf(fields);
      walk(table, table, fields, line, {}, 0);
    }
    for (const file of files) {
      const name = file.slice(0, -".csv".length).toLowerCase();
      const rows = fields[file];
      if (!Array.isArray(rows)) continue;
      if (Object.hasOwn(tableNames, name))
        for (const row of rows.filter(isObject)) add(name, tableNames[name]!, line, row);
      else if (rows.length > 0) problems.push(unknownTable(file, rows.length));
    }
  }
  return { data: withPlacesOfServices(tables), problems };
}

/** The table of a record, by the fields that only it has. */
function tableOf(fields: Fields): HsdsTable {
  if (["location_type", "latitude", "physical_addresses"].some((name) => name in fields)) return "location";
  if (!("name" in fields) && ("service" in fields || "location" in fields || "service_id" in fields))
    return "service_at_location";
  if ("taxonomy_detail" in fields || "term_uri" in fields || "taxonomy" in fields) return "taxonomy_term";
  return "status" in fields || "organization" in fields || "organization_id" in fields
    ? "service"
    : "organization";
}

/** The foreign key behind the nesting: `phones` of a service have its `service_id`, one `organization` of it none. */
function keyOfParent(child: HsdsTable, name: string, parent: HsdsTable, { id }: Fields): Fields {
  if (child === "attribute") return { link_id: id, [linkedTable]: parent };
  if (child === "unit") return {};
  if (child === "metadata") return { resource_id: id };
  const isPartOf = name !== child && name !== "taxonomy_detail";
  const always = ["accessibility", "eligibility", "funding"].includes(child);
  return isPartOf || always ? { [`${parent}_id`]: id } : {};
}

const disagree = (row: HsdsRow, fields: Fields): boolean =>
  Object.keys(fields).some((name) => {
    const [a, b] = [textOf(row, name), textOf({ line: row.line, fields }, name)];
    return a !== null && b !== null && a !== b;
  });

const unknownTable = (file: string, count: number): LineProblem => ({
  line: null,
  ...problem("NOTICE", finding("NOT_HELD", "rows", { count }), file, null),
});

/** About the file and not about its record, which may have other problems. */
const duplicateProblem = (table: HsdsTable, id: string): LineProblem => ({
  line: null,
  ...problem("WARNING", finding("DUPLICATE", "idWithOtherFacts", { table, id }), `${table}.id`, id),
});
