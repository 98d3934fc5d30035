import { finding, type LineProblem, problem } from "../kit/problem";
import { isOfService } from "./services";
import { type HsdsData, type HsdsTable, hsdsTables, textOf } from "./tables";

/** The fields that the mapping reads. Everything else in a file is reported as left out. */
const supported: Readonly<Partial<Record<HsdsTable, string>>> = {
  accessibility: "id location_id description details",
  address: "id location_id address_1 address_2 city postal_code country address_type",
  attribute: "id link_id taxonomy_term_id link_type link_entity linked_table",
  contact: "id service_id organization_id location_id service_at_location_id title department email",
  cost_option: "id service_id valid_from valid_to option currency amount amount_description",
  eligibility: "id service_id eligibility minimum_age maximum_age",
  language: "id service_id location_id phone_id name code language",
  location:
    "id location_type name alternate_name description latitude longitude external_identifier external_identifier_type transportation",
  organization: "id name alternate_name description email website legal_status parent_organization_id",
  organization_identifier: "id organization_id identifier_scheme identifier",
  phone:
    "id location_id service_id organization_id contact_id service_at_location_id number extension type description",
  required_document: "id service_id document",
  schedule:
    "id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count freq interval wkst byday byweekno bymonthday byyearday description opens_at closes_at weekday attending_type closed exception",
  service:
    "id organization_id name alternate_name description url email status application_process location_id fees_description fees eligibility_description minimum_age maximum_age alert assured_date",
  service_at_location: "id service_id location_id description",
  service_capacity: "id service_id unit_id available maximum updated",
  taxonomy: "id name",
  taxonomy_term: "id code name description parent_id taxonomy taxonomy_id",
  unit: "id name",
};

/** Rows that are read only if they belong to one of these. */
const supportedOf: Readonly<Partial<Record<HsdsTable, readonly string[]>>> = {
  attribute: ["service"],
  contact: ["service"],
  language: ["service"],
  phone: ["contact", "organization", "service", "service_at_location"],
};

/**
 * Unsupported data of a file, one notice for each field or table with the number of rows. Never the values: names of
 * persons are among them, and a report is public.
 */
export function unsupported(data: HsdsData): LineProblem[] {
  return hsdsTables.flatMap((table) => {
    const rows = data[table];
    if (rows.length === 0) return [];
    const fields = supported[table]?.split(" ");
    if (fields === undefined) return [notice(table, rows.length)];
    const others = [...new Set(rows.flatMap((row) => Object.keys(row.fields)))].filter(
      (name) => !fields.includes(name),
    );
    return [
      ...others.sort().flatMap((name) => {
        const count = rows.filter(({ fields }) => hasContent(fields[name])).length;
        return count === 0 ? [] : [notice(`${table}.${name}`, count)];
      }),
      ...withoutOwner(table, data),
    ];
  });
}

/** Objects and lists are content too, wherever they are nested. */
const hasContent = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(hasContent)
    : value !== undefined && value !== null && String(value).trim() !== "";

/** Rows of an owner that cannot have them, for example a contact of a location. */
function withoutOwner(table: HsdsTable, data: HsdsData): LineProblem[] {
  const owners = supportedOf[table];
  if (owners === undefined) return [];
  const ids = new Map(
    owners.map((owner) => [owner, new Set(data[owner as HsdsTable].map((row) => textOf(row, "id")))]),
  );
  const lost = data[table].filter(
    (row) =>
      (table === "attribute" && !isOfService(row)) ||
      owners.every((owner) => {
        const key = textOf(row, table === "attribute" ? "link_id" : `${owner}_id`);
        return key === null || !ids.get(owner)!.has(key);
      }),
  );
  return lost.length === 0 ? [] : [notice(table, lost.length)];
}

const notice = (column: string, count: number): LineProblem => ({
  line: null,
  ...problem("NOTICE", finding("NOT_HELD", "rows", { count }), column, null),
});
