/** The tables of HSDS 3, with the name of each in nested JSON where it differs from the table by more than an s. */
export const hsdsTables = [
  "accessibility",
  "address",
  "attribute",
  "contact",
  "cost_option",
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
] as const;
export type HsdsTable = (typeof hsdsTables)[number];

/** A row of a table, or the fields of a nested object that are no objects themselves. */
export interface HsdsRow {
  /** Line or index of the record of the file that it comes from. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A whole data set, flat: what nested JSON says by nesting, foreign keys say here. */
export type HsdsData = Readonly<Record<HsdsTable, readonly HsdsRow[]>>;

/** What nested objects and files of CSV are called: `services`, `service`, `services.csv`. */
export const tableNames: Readonly<Record<string, HsdsTable>> = {
  ...Object.fromEntries(hsdsTables.flatMap((table) => [table, `${table}s`].map((name) => [name, table]))),
  addresses: "address",
  capacities: "service_capacity",
  taxonomies: "taxonomy",
  taxonomy_detail: "taxonomy",
};

/** The text of a field; `null` where it is absent, blank or an object. Numbers are their digits, as CSV has them. */
export function textOf({ fields }: HsdsRow, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "string") return value.trim() || null;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** A finite number; `null` where there is none, `NaN` where something else stands there. */
export function numberOf(row: HsdsRow, name: string): number | null {
  const text = textOf(row, name);
  if (text === null) return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
