import type { ColumnType } from "../../queries/exports/column";
import type { ExportedSet, ExportManifest, ExportSource } from "./export-manifest";

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  boolean: "boolean",
  datetime: "datetime",
  integer: "integer",
  number: "number",
  string: "string",
};

/**
 * The CSV files for programs as a Data Package (Frictionless Data Package 1.0 with Table Schema), so that tools read every table with its types.
 * Descriptions are in English; `description_it` is their Italian form.
 */
export function dataPackage({ id, version, dataVersion, publishedAt, sets }: ExportManifest): object {
  return {
    name: "vicinato",
    id,
    profile: "tabular-data-package",
    version: String(version),
    dataVersion,
    created: publishedAt,
    sources: sourcesOf(distinctSources(sets)),
    resources: sets.map(resourceOf),
  };
}

function resourceOf({ name, title, description, rows, columns, primaryKey, sources, files }: ExportedSet) {
  const file = files.find((each) => each.name === `${name}.raw.csv`)!;
  return {
    name,
    profile: "tabular-data-resource",
    path: file.name,
    title: title.en,
    title_it: title.it,
    description: description.en,
    description_it: description.it,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { lineTerminator: "\r\n" },
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    rows,
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: fieldTypes[column.type],
        ...(column.type === "datetime" && { format: "any" }),
        description: column.description.en,
        description_it: column.description.it,
        ...(column.unit !== undefined && { unit: column.unit }),
      })),
      primaryKey,
      missingValues: [""],
    },
    licenses: licencesOf(sources),
    attributions: sources.map(({ code, title: of, rights }) => ({ source: code, title: of, rights })),
  };
}

function distinctSources(sets: readonly ExportedSet[]): ExportSource[] {
  const byCode = new Map(sets.flatMap(({ sources }) => sources).map((source) => [source.code, source]));
  return [...byCode.values()];
}

/** Sources in the words of a Data Package. */
export const sourcesOf = (sources: readonly ExportSource[]) =>
  sources.map(({ title, landingPage }) => ({ title, ...(landingPage !== null && { path: landingPage }) }));

/** Every licence that a source states; a table of several sources has several. */
export const licencesOf = (sources: readonly ExportSource[]) =>
  [...new Set(sources.flatMap(({ licence }) => licence ?? []))]
    .sort()
    .map((licence) =>
      /^https?:/.test(licence) ? { path: licence } : { name: nameOf(licence), title: licence },
    );

/** The name of a licence has no spaces: `CC-BY-4.0`, as the Open Definition writes it. */
const nameOf = (licence: string): string => licence.replaceAll(/[^-\w.]+/g, "-");
