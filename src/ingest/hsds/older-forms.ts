import { type Weekday, weekdays } from "../../domain/schedule/calendar-day";
import type { HsdsTable } from "./tables";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Rows of HSDS 1 and 2 and of Open Referral UK 1 in the terms of HSDS 3.
 * @param name of the file or array; some differ from those of HSDS 3 in it alone.
 */
export function inHsds3(
  name: string,
  table: HsdsTable,
  fields: Fields,
): { table: HsdsTable; fields: Fields } {
  if (/^(?:physical|postal)_address/.test(name))
    return { table, fields: { ...fields, address_type: name.startsWith("postal") ? "postal" : "physical" } };
  if (name.startsWith("holiday_schedule")) return { table, fields: holiday(fields) };
  if (table === "schedule") return { table, fields: weekly(fields) };
  if (name === "accessibility_for_disabilities") {
    const { accessibility, ...rest } = fields;
    return { table, fields: { ...rest, description: rest.description ?? accessibility } };
  }
  if (table === "location") return { table, fields: place(fields) };
  if (table === "attribute" && name !== "attribute" && name !== "attributes") {
    const { service_id, taxonomy_id, ...rest } = fields;
    const ids = {
      link_id: rest.link_id ?? service_id,
      taxonomy_term_id: rest.taxonomy_term_id ?? taxonomy_id,
      [linkedTable]: rest[linkedTable] ?? rest.link_type,
    };
    return { table, fields: { ...rest, ...ids } };
  }
  // Until HSDS 2 the table of this name had the terms.
  if (table === "taxonomy" && ["vocabulary", "parent_id", "parent_name"].some((key) => key in fields)) {
    const { vocabulary, ...rest } = fields;
    return { table: "taxonomy_term", fields: { ...rest, taxonomy: vocabulary } };
  }
  return { table, fields };
}

/** The marker of an attribute: the table of the record that has it, by nesting or in older forms. */
export const linkedTable = "linked_table";

/** Older forms mark a place of services by telephone or on the web; they do not state which of the two. */
function place(fields: Fields): Fields {
  const { virtual, ...rest } = fields;
  const isStated = String(rest.location_type ?? "").trim() !== "";
  if (virtual === undefined || isStated) return fields;
  return isYes(virtual) ? { ...rest, location_type: "virtual: phone or web" } : rest;
}

/** True in CSV and JSON. */
export const isYes = (value: unknown): boolean => /^\s*(?:true|t|yes|y|1)\s*$/i.test(String(value ?? ""));

/** The marker of a row that is an exception to the usual week. */
export const holidayField = "exception";

function holiday({ start_date, end_date, ...rest }: Fields): Fields {
  return { ...rest, valid_from: start_date, valid_to: end_date, [holidayField]: "holiday" };
}

/** `weekday` is a day of the week, 1 is Monday; `freq` is `week` in Open Referral UK. */
function weekly(fields: Fields): Fields {
  const { weekday, freq, byday } = fields;
  const day = daysNamed(weekday);
  if (day === null) return { ...fields, freq: freqOf(freq) };
  const { weekday: _, ...rest } = fields;
  const differs = typeof byday === "string" && byday.trim() !== "" && byday.trim().toUpperCase() !== day;
  // Days that contradict each other are left as they are, and are then not understood.
  if (differs) return { ...fields, byday: null };
  return { ...rest, byday: day, freq: freqOf(freq) ?? "WEEKLY" };
}

function freqOf(freq: unknown): unknown {
  const word = typeof freq === "string" ? freq.trim().toUpperCase() : null;
  return word === "" || word === null ? null : ["WEEK", "WEEKLY"].includes(word) ? "WEEKLY" : freq;
}

function daysNamed(value: unknown): string | null {
  const words = String(value ?? "")
    .split(",")
    .map((word) => word.trim().toUpperCase());
  const days = words.map((word): Weekday | null => {
    if (/^[1-7]$/.test(word)) return weekdays[Number(word) - 1]!;
    const day = word.length < 2 ? -1 : englishDays.findIndex((name) => name.startsWith(word));
    return weekdays[day] ?? null;
  });
  return days.includes(null) ? null : days.join();
}

const englishDays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
