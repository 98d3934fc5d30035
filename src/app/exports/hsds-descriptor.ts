import {
  type TabularColumn,
  type TabularTable,
  tabularColumns,
  tabularFile,
} from "../../domain/hsds/tabular";
import { licencesOf, sourcesOf } from "./data-package";
import type { ExportSource } from "./export-manifest";
import type { Written } from "./output-file";

/** A table that was written. */
export interface WrittenTable {
  readonly table: TabularTable;
  readonly rows: number;
  readonly written: Written;
}

/**
 * The descriptor of the tables of HSDS (Data Package 1.0 with Table Schema). It has neither the version nor the time, so that tables that did
 * not change are the same file: the address of a version and the list of files state them.
 */
export function hsdsDescriptor(tables: readonly WrittenTable[], sources: readonly ExportSource[]): object {
  const names = new Set<string>(tables.map(({ table }) => table));
  return {
    name: "vicinato-hsds",
    title: "Services, organisations and places (HSDS 3.0)",
    profile: "tabular-data-package",
    ...unlessEmpty("sources", sourcesOf(sources)),
    ...unlessEmpty("licenses", licencesOf(sources)),
    resources: tables.map(({ table, rows, written: { bytes, sha256 } }) => ({
      name: table,
      profile: "tabular-data-resource",
      path: tabularFile(table),
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { lineTerminator: "\r\n" },
      bytes,
      hash: `sha256:${sha256}`,
      rows,
      schema: schemaOf(table, names),
    })),
  };
}

/** @param names the tables of the package: a key of another one has nothing to lead to, and no value. */
function schemaOf(table: TabularTable, names: ReadonlySet<string>) {
  const columns = tabularColumns(table);
  return {
    fields: columns.map(fieldOf),
    primaryKey: "id",
    missingValues: [""],
    ...unlessEmpty(
      "foreignKeys",
      columns.flatMap(({ name, refersTo }) =>
        refersTo !== undefined && names.has(refersTo)
          ? [{ fields: name, reference: { resource: refersTo, fields: "id" } }]
          : [],
      ),
    ),
  };
}

/** A Data Package has no empty lists. */
const unlessEmpty = (name: string, list: readonly object[]): object =>
  list.length > 0 ? { [name]: list } : {};

const fieldOf = ({ name, type, format, isRequired, isUnique, values }: TabularColumn) => ({
  name,
  type,
  ...(format !== undefined && { format }),
  constraints: { required: isRequired, unique: isUnique, ...(values !== undefined && { enum: values }) },
});
