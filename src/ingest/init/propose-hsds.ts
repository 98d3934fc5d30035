import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { hsdsTables } from "../hsds/tables";
import { indented, quoted, unknown } from "./yaml-lines";

export interface HsdsFile {
  readonly format: "hsds-csv" | "hsds-json" | "hsds-ndjson";
  /** Below the folder in which the mapping file will stand. */
  readonly path: string;
  /** Tables that were found. */
  readonly tables: readonly string[];
}

const names: ReadonlySet<string> = new Set(
  hsdsTables.flatMap((table) => [table, `${table}s`, pluralOf(table)]),
);

function pluralOf(table: string): string {
  return table.endsWith("y") ? `${table.slice(0, -1)}ies` : table.endsWith("s") ? `${table}es` : `${table}s`;
}

/** Parts that only records of HSDS have beside a key and a name. */
const telling = [
  "service",
  "organization_identifier",
  "service_at_location",
  "schedule",
  "organization",
  "organization_id",
  "taxonomy_term",
  "attribute",
];

/**
 * A file or folder in the Human Services Data Specification, or Open Referral UK: tables under its names, or JSON whose objects
 * are services or organisations with its parts. `null` for anything else.
 */
export async function hsdsFile(file: string): Promise<HsdsFile | null> {
  const found = await stat(file).catch(() => null);
  const named = path.basename(file);
  if (found?.isDirectory()) {
    const tables = (await readdir(file))
      .filter((name) => /\.csv$/i.test(name))
      .map((name) => name.slice(0, -4));
    const known = tables.filter((name) => names.has(name.toLowerCase()));
    return known.length >= 2 ? { format: "hsds-csv", path: named, tables: known } : null;
  }
  if (!found?.isFile() || !/\.(?:nd)?jsonl?$/i.test(file)) return null;
  const text = (await readFile(file, "utf8")).slice(0, 20_000_000);
  const isLines = /\.(?:ndjson|jsonl)$/i.test(file);
  const packaged = /^datapackage\.json$/i.test(named) ? tablesOfPackage(text) : [];
  if (packaged.length >= 2) {
    const folder = path.posix.dirname(packaged[0]!);
    const tables = packaged.map((each) => path.posix.basename(each).replace(/\.csv$/i, ""));
    return { format: "hsds-csv", path: folder === "." ? path.basename(path.dirname(file)) : folder, tables };
  }
  const record = firstRecord(isLines ? text.slice(0, text.indexOf("\n")) : text);
  const parts = Object.keys(record).map((name) => name.replace(/(?:ies)$/, "y").replace(/s$/, ""));
  const isHsds = "id" in record && "name" in record && telling.some((part) => parts.includes(part));
  const tables = parts.filter((part) => names.has(part));
  return isHsds ? { format: isLines ? "hsds-ndjson" : "hsds-json", path: named, tables } : null;
}

/** The tables of HSDS that a Frictionless data package names. */
function tablesOfPackage(text: string): string[] {
  try {
    const { resources = [] } = JSON.parse(text) as {
      readonly resources?: readonly { readonly path?: unknown }[];
    };
    const paths = resources.flatMap((each) => (typeof each.path === "string" ? each.path : []));
    return paths.filter((each) =>
      names.has(
        path.posix
          .basename(each)
          .replace(/\.csv$/i, "")
          .toLowerCase(),
      ),
    );
  } catch {
    return [];
  }
}

/** The first object of a JSON: of a list, of a page (`contents`, `content`), or itself. */
function firstRecord(text: string): object {
  try {
    const value = JSON.parse(text) as { readonly contents?: unknown; readonly content?: unknown } | unknown[];
    const list = Array.isArray(value) ? value : (value.contents ?? value.content ?? [value]);
    const [first] = Array.isArray(list) ? list : [list];
    return typeof first === "object" && first !== null ? first : {};
  } catch {
    return {};
  }
}

/** The mapping file of an HSDS feed: the specification defines its fields, so only its origin is to be said. */
export const hsdsMapping = (code: string, { format, path: file, tables }: HsdsFile): string =>
  [
    `# Recognised as HSDS (${tables.join(", ")}). What is null only a person can know: fill it in.`,
    "# docs/mapping-files.md explains every word.",
    "source:",
    `  code: ${code} # from the name of the file; it must never change`,
    `  title: ${quoted(file)} # better the title that the publisher gives`,
    `  publisher: ${unknown("who publishes the feed")}`,
    `  licence: ${unknown("as the publisher states it; NOT_STATED where none is stated")}`,
    "  rights:",
    `    it: ${unknown("the attribution to print, or why the licence is not known; English in en")}`,
    "file:",
    ...indented([
      `path: ${quoted(file)}`,
      `format: ${format}`,
      "mode: PARTIAL # FULL if a record that is missing one day means that the thing no longer exists",
    ]),
    "hsds:",
    `  organizationKind: ${unknown("kind of its organisations, as in THIRD_SECTOR")}`,
    `  timezone: ${unknown("IANA time zone of hours without one, as in Europe/Rome")}`,
    `  language: ${unknown("language of its texts: it or en")}`,
    "",
  ].join("\n");
