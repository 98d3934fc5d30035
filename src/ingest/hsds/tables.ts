/** The tables of HSDS 3 and one that only older forms have, with the name of each in nested JSON if it is more than the table without an s. */
export const hsdsTables = [
  "accessibility",
  "address",
  "attribute",
  "contact",
  "cost_option",
  "eligibility",
  "funding",
  "language",
  "location",
  "meta_table_description",
  "metadata",
  "organization",
  "organization_identifier",
  "phone",
  "program",
  "required_document",
  "schedule",
  "service",
  "service_area",
  "service_at_location",
  "service_capacity",
  "taxonomy",
  "taxonomy_term",
  "unit",
] as const;
export type HsdsTable = (typeof hsdsTables)[number];

/** A row of a table, or the fields of a nested object that are not objects themselves. */
export interface HsdsRow {
  /** Line or index of its record in the file. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A whole data set, flat: foreign keys replace the nesting of JSON. */
export type HsdsData = Readonly<Record<HsdsTable, readonly HsdsRow[]>>;

/** The names of nested objects and of CSV files: `services`, `service`, `services.csv`; also of older forms (`inHsds3`). */
export const tableNames: Readonly<Record<string, HsdsTable>> = {
  ...Object.fromEntries(hsdsTables.flatMap((table) => [table, `${table}s`].map((name) => [name, table]))),
  accessibility_for_disabilities: "accessibility",
  addresses: "address",
  capacities: "service_capacity",
  eligibilities: "eligibility",
  holiday_schedule: "schedule",
  holiday_schedules: "schedule",
  physical_address: "address",
  physical_addresses: "address",
  postal_address: "address",
  postal_addresses: "address",
  regular_schedule: "schedule",
  regular_schedules: "schedule",
  service_attribute: "attribute",
  service_attributes: "attribute",
  service_capacities: "service_capacity",
  service_taxonomies: "attribute",
  service_taxonomy: "attribute",
  service_taxonomys: "attribute",
  services_at_location: "service_at_location",
  services_at_locations: "service_at_location",
  services_taxonomy: "attribute",
  taxonomies: "taxonomy",
  taxonomy_detail: "taxonomy",
};

/** Words of older forms for tables. */
const otherNames: Readonly<Record<string, string>> = {
  coverage: "service_area",
  organisation: "organization",
};

/** Whether the word names another table. A word that names none, as in samples, decides nothing. */
export function namesOtherTable(word: string | null, table: HsdsTable): boolean {
  const name = word?.toLowerCase() ?? "";
  const named = Object.hasOwn(otherNames, name)
    ? otherNames[name]
    : Object.hasOwn(tableNames, name)
      ? tableNames[name]
      : table;
  return named !== table;
}

/** The text of a field; `null` if it is absent, blank or an object. Numbers become their digits, as in CSV. */
export function textOf({ fields }: HsdsRow, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "string") return value.trim() || null;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** A finite number; `null` if absent, `NaN` for any other value. */
export function numberOf(row: HsdsRow, name: string): number | null {
  const text = textOf(row, name);
  if (text === null) return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
