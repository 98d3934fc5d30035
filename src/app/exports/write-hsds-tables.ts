import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type TabularTable, tabularColumns, tabularFile, tabularTables } from "../../domain/hsds/tabular";
import type { ExportContext } from "../../queries/exports/export-context";
import { ownTerm } from "../../queries/hsds/attributes";
import { readTables } from "../../queries/hsds/read-tables";
import type { TableRow } from "../../queries/hsds/table-rows";
import type { ExportFile, ExportSource } from "./export-manifest";
import { csvLines } from "./formats/csv";
import { givingWay } from "./giving-way";
import { hsdsDescriptor, type WrittenTable } from "./hsds-descriptor";
import { OutputFile } from "./output-file";
import { writeZip } from "./zip-file";

/**
 * The tables of HSDS 3.0 with at least one row, as a Data Package in an archive: first into a file each, because the rows of one record go into
 * many tables.
 * @param sourcesOf what is known of the sources with some codes.
 */
export async function writeHsdsTables(
  context: ExportContext,
  folder: string,
  sourcesOf: (codes: ReadonlySet<string>) => Promise<readonly ExportSource[]>,
): Promise<ExportFile> {
  const name = "services.hsds.zip";
  const own = path.join(folder, "hsds-tables");
  await mkdir(own);
  const outputs = new Map<TabularTable, { readonly file: OutputFile; rows: number }>();
  const sources = new Set<string>();
  for await (const batch of givingWay(readTables(context), 100)) {
    for (const table of tabularTables) {
      const rows = batch.filter((row) => row.table === table);
      if (rows.length === 0) continue;
      const output = outputs.get(table) ?? (await begin(table, own));
      outputs.set(table, output);
      output.rows += rows.length;
      await output.file.write(csvLines(rows.map(cellsOf)));
    }
    for (const code of sourcesIn(batch)) sources.add(code);
  }
  const tables: WrittenTable[] = [];
  for (const table of tabularTables) {
    const output = outputs.get(table);
    if (output) tables.push({ table, rows: output.rows, written: await output.file.end() });
  }
  const descriptor = JSON.stringify(hsdsDescriptor(tables, await sourcesOf(sources)), null, 2);
  const written = await writeZip(path.join(folder, name), [
    { name: "datapackage.json", content: { text: `${descriptor}\n` } },
    ...tables.map(({ table }) => ({
      name: tabularFile(table),
      content: { path: path.join(own, tabularFile(table)) },
    })),
  ]);
  const use = {
    it: "Altri elenchi di servizi: HSDS 3.0 come tabelle, in un archivio.",
    en: "Other directories of services: HSDS 3.0 as tables, in an archive.",
  };
  return { name, mediaType: "application/zip", use, ...written };
}

async function begin(table: TabularTable, folder: string) {
  const file = new OutputFile(path.join(folder, tabularFile(table)), { compress: false });
  await file.write(csvLines([tabularColumns(table).map(({ name }) => name)]));
  return { file, rows: 0 };
}

const cellsOf = ({ table, fields }: TableRow) => tabularColumns(table).map(({ name }) => fields[name]!);

/** The codes of the sources that rows name. */
const sourcesIn = (rows: readonly TableRow[]): string[] =>
  rows
    .filter(({ table, fields }) => table === "attribute" && fields.taxonomy_term_id === ownTerm("source").id)
    .map(({ fields }) => String(fields.link_type));
