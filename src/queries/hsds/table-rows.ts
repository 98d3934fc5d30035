import {
  type TabularColumn,
  type TabularTable,
  tabularColumns,
  unknownText,
} from "../../domain/hsds/tabular";
import { unnamedOrganizationId } from "../../storage/documents/hsds-id";
import { attributesOf } from "./attributes";

type TableCell = string | number | boolean | null;

/** A row of a table: every column of it, `null` where nothing is known. */
export interface TableRow {
  readonly table: TabularTable;
  readonly fields: Readonly<Record<string, TableCell>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Rows that belong to the row in which they are nested. The others that are nested have lists of their own. */
const ownRows: Readonly<Record<string, TabularTable>> = {
  accessibility: "accessibility",
  addresses: "address",
  attributes: "attribute",
  contacts: "contact",
  cost_options: "cost_option",
  languages: "language",
  organization_identifiers: "organization_identifier",
  phones: "phone",
  required_documents: "required_document",
  schedules: "schedule",
  service_areas: "service_area",
};

/**
 * The table of services demands an organisation, and nobody is guessed: a row that says so stands for one that no source names.
 */
export const unnamedOrganization = {
  id: unnamedOrganizationId,
  name: "Organizzazione non indicata dalle fonti",
  description: "Nessuna fonte indica chi offre questi servizi.",
};

/** A row with everything nested, as rows of tables: first its own, then those that belong to it. Rows of one id are one. */
export function tableRows(table: TabularTable, row: object): TableRow[] {
  const found: TableRow[] = [];
  const ids = new Set<string>();

  function add(table: TabularTable, fields: Fields): void {
    const id = String(fields.id);
    if (ids.has(id)) return;
    ids.add(id);
    const cells = tabularColumns(table).map((column) => [column.name, cellOf(column, fields)] as const);
    found.push({ table, fields: Object.fromEntries(cells) });
    for (const [name, value] of Object.entries(fields))
      if (Object.hasOwn(ownRows, name))
        for (const each of value as readonly Fields[]) add(ownRows[name]!, { ...each, [`${table}_id`]: id });
    for (const attribute of attributesOf(table, id, partialDates(table, fields))) add("attribute", attribute);
  }

  add(table, table === "taxonomy_term" ? termFields(row as Fields) : (row as Fields));
  return found;
}

/** The code of a term is unique in its table, not only within its taxonomy. */
const termFields = ({ taxonomy_detail, ...fields }: Fields): Fields => ({
  ...fields,
  code: `${fields.taxonomy}:${fields.code}`,
  taxonomy_id: (taxonomy_detail as Fields).id,
});

function cellOf({ name, type, isRequired, refersTo }: TabularColumn, fields: Fields): TableCell {
  const value = (fields[name] as TableCell | undefined) ?? "";
  if (value === "")
    return !isRequired ? null : refersTo === "organization" ? unnamedOrganization.id : unknownText;
  if (typeof value !== "string") return value;
  if (type === "date") return isWholeDay(value) ? value : null;
  if (type === "time") return `${value}:00`;
  // Table Schema has no parts of a second.
  return type === "datetime" ? value.replace(/\.\d+(?=Z$)/, "") : value;
}

const isWholeDay = (date: string): boolean => date.length === "2026-01-01".length;

/** Months and years: a column of dates has whole days only. */
const partialDates = (table: TabularTable, fields: Fields) =>
  tabularColumns(table).flatMap(({ name, type }) => {
    const value = fields[name];
    return type === "date" && typeof value === "string" && !isWholeDay(value)
      ? [{ term: "partial-date" as const, value, of: name }]
      : [];
  });
