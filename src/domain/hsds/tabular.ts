/**
 * The tables of HSDS 3.0 that the hub has rows for: the file of each, its columns in the order of the specification, and which of them
 * every row has. A row in such a form has no other rows in it: `<table>_id` leads to the row of another table.
 */
const tables = {
  taxonomy: {
    file: "taxonomies.csv",
    columns: "id name description uri version",
    required: "id name description",
  },
  taxonomy_term: {
    file: "taxonomy_terms.csv",
    columns: "id code name description parent_id taxonomy language taxonomy_id term_uri",
    required: "id name description",
  },
  organization: {
    file: "organizations.csv",
    columns:
      "id name alternate_name description email website tax_status tax_id year_incorporated legal_status logo uri parent_organization_id",
    required: "id name description",
  },
  organization_identifier: {
    file: "organization_identifiers.csv",
    columns: "id organization_id identifier_scheme identifier_type identifier",
    required: "id organization_id identifier_type identifier",
  },
  service: {
    file: "services.csv",
    columns:
      "id organization_id program_id name alternate_name description url email status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified",
    required: "id organization_id name status",
  },
  location: {
    file: "locations.csv",
    columns:
      "id location_type url organization_id name alternate_name description transportation latitude longitude external_identifier external_identifier_type",
    required: "id location_type",
  },
  service_at_location: {
    file: "service_at_location.csv",
    columns: "id service_id location_id description",
    required: "id service_id location_id",
  },
  address: {
    file: "addresses.csv",
    columns:
      "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
    required: "id address_1 city state_province postal_code country address_type",
  },
  accessibility: {
    file: "accessibility.csv",
    columns: "id location_id description details url",
    required: "id",
  },
  contact: {
    file: "contacts.csv",
    columns: "id organization_id service_id service_at_location_id location_id name title department email",
    required: "id",
  },
  phone: {
    file: "phones.csv",
    columns:
      "id location_id service_id organization_id contact_id service_at_location_id number extension type description",
    required: "id number",
  },
  schedule: {
    file: "schedules.csv",
    columns:
      "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes",
    required: "id",
  },
  service_area: {
    file: "service_areas.csv",
    columns: "id service_id name description extent extent_type uri",
    required: "id",
  },
  language: {
    file: "languages.csv",
    columns: "id service_id location_id phone_id name code note",
    required: "id",
  },
  cost_option: {
    file: "cost_options.csv",
    columns: "id service_id valid_from valid_to option currency amount amount_description",
    required: "id service_id",
  },
  required_document: {
    file: "required_documents.csv",
    columns: "id service_id document uri",
    required: "id",
  },
  attribute: {
    file: "attributes.csv",
    columns: "id link_id taxonomy_term_id link_type link_entity value",
    required: "id link_id taxonomy_term_id link_entity",
  },
} as const satisfies Readonly<
  Record<string, { readonly file: string; readonly columns: string; readonly required: string }>
>;

/** For a text that a table demands and no source has: an empty cell would be no value. */
export const unknownText = "n.d.";

export type TabularTable = keyof typeof tables;
export const tabularTables = Object.keys(tables) as TabularTable[];

type TabularType = "date" | "datetime" | "number" | "string" | "time";

/** A column in the words of Table Schema. */
export interface TabularColumn {
  readonly name: string;
  readonly type: TabularType;
  readonly format?: "email" | "uri" | "uuid";
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly values?: readonly string[];
  /** The table whose row it names by its id. */
  readonly refersTo?: string;
}

const types: Readonly<Record<TabularType, string>> = {
  date: "assured_date dtstart until valid_from valid_to",
  datetime: "last_modified",
  number:
    "amount count extension interval latitude longitude maximum_age minimum_age timezone year_incorporated",
  string: "",
  time: "closes_at opens_at",
};

const formats = {
  email: "assurer_email email",
  uri: "schedule_link term_uri uri url website",
} as const;

const closedLists: Readonly<Record<string, readonly string[]>> = {
  address_type: ["physical", "postal", "virtual"],
  freq: ["WEEKLY", "MONTHLY"],
  location_type: ["physical", "postal", "virtual"],
  status: ["active", "inactive", "defunct", "temporarily closed"],
  wkst: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
};

/** Tables of the specification without a row of the hub. */
const otherTables = ["program"];

const has = (words: string, word: string): boolean => words.split(" ").includes(word);

function columnOf(name: string, table: TabularTable): TabularColumn {
  // The number of a taxpayer is no id of a row.
  const isId = name === "id" || (name.endsWith("_id") && name !== "tax_id");
  const named = <K extends string>(lists: Readonly<Record<K, string>>): K | undefined =>
    (Object.keys(lists) as K[]).find((key) => has(lists[key], name));
  // The specification has no format for the address of an area.
  const format = isId ? "uuid" : table === "service_area" ? undefined : named(formats);
  const other = name.replace(/_id$/, "");
  const isReference = isId && [...tabularTables, ...otherTables].includes(other);
  return {
    name,
    type: named(types) ?? "string",
    ...(format !== undefined && { format }),
    isRequired: has(tables[table].required, name),
    isUnique: name === "id" || `${table}.${name}` === "taxonomy_term.code",
    ...(closedLists[name] !== undefined && { values: closedLists[name] }),
    ...(isReference && { refersTo: other }),
  };
}

const columns = new Map(
  tabularTables.map((table) => [
    table,
    tables[table].columns.split(" ").map((name) => columnOf(name, table)),
  ]),
);

export const tabularColumns = (table: TabularTable): readonly TabularColumn[] => columns.get(table)!;

/** The name of the file of a table in the package. */
export const tabularFile = (table: TabularTable): string => tables[table].file;
