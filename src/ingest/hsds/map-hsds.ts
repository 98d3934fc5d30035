import { HubError } from "../../domain/kit/errors";
import { isCode } from "../../domain/kit/field";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import { unnamedOrganizationId } from "../../storage/documents/hsds-id";
import { entityOf, type HubRecord } from "../../storage/records/hub-record";
import { finding, invalidRecord, type LineProblem, problem } from "../kit/problem";
import type { Finished, FinishedRecord, MappingContext } from "../kit/source";
import { flattenHsds } from "./flatten";
import { type HsdsIndex, indexOf } from "./index-of";
import { centreOf, isPhysical, pointOf, serviceAtLocationOf } from "./locations";
import { codeOf, type HsdsOptions, type Report } from "./options";
import { isOfHub, organizationIdOf, organizationOf, termCodeOf, termOf } from "./organizations";
import { serviceOf } from "./services";
import { type HsdsRow, type HsdsTable, textOf } from "./tables";
import { unsupported } from "./unsupported";

/**
 * The hub's records of HSDS 3 objects: organisations, services and locations with everything nested, pages of them, or
 * the flat tables. Pure. Faults and unsupported data are reported; nothing is dropped silently.
 */
export function mapHsds(
  objects: readonly HsdsRow[],
  options: HsdsOptions,
  context: MappingContext,
): Finished {
  const { data, problems } = flattenHsds(objects);
  const reported: LineProblem[] = [...problems];
  let about: EntityRef | undefined;
  const report: Report = ({ line }, ...said) =>
    reported.push({ line, ...(about && { about }), ...problem(...said) });
  const index = indexOf(data, { options, context, report });
  const records: FinishedRecord[] = [];

  function make(
    table: HsdsTable,
    type: string,
    create: (row: HsdsRow, id: string, index: HsdsIndex) => HubRecord | null,
  ): void {
    const made = new Set<string>();
    for (const row of data[table]) {
      const id = textOf(row, "id");
      if (id === null || !isCode(codeOf(id, options))) {
        about = undefined;
        report(row, "ERROR", finding("NOT_A_CODE", "idOfTable", { table }), `${table}.id`, id);
        continue;
      }
      about = { type, code: table === "taxonomy_term" ? termCodeOf(row, index).code : codeOf(id, options) };
      const record = attempt(row, () => create(row, id, index), report);
      if (record === null || made.has(entityOf(record).code)) continue;
      made.add(entityOf(record).code);
      records.push({ ...record, lines: [row.line] });
    }
    about = undefined;
  }

  make("taxonomy_term", "TaxonomyTerm", (row) =>
    isOfHub(row) ? null : { type: "taxonomyTerm", record: termOf(row, index) },
  );
  make("organization", "Organization", (row, id) =>
    id === unnamedOrganizationId ? null : { type: "organization", record: organizationOf(row, id, index) },
  );
  make("service", "Service", (row, id) =>
    // HSDS 3 does not demand an organisation: a hub may not know it.
    organizationIdOf(row) === null || refersTo(row, "service", ["organization"], index)
      ? { type: "service", record: serviceOf(row, id, index) }
      : null,
  );
  make("location", "Centre", (row, id) =>
    isPhysical(row) ? { type: "centre", record: centreOf(row, id, index) } : notAPlace(row, report),
  );
  make("service_at_location", "ServiceAtLocation", (row, id) =>
    refersTo(row, "service_at_location", ["service", "location"], index) && isAtPlace(row, index)
      ? { type: "serviceAtLocation", record: serviceAtLocationOf(row, id, index) }
      : null,
  );
  return { records, problems: [...reported, ...unsupported(data)] };
}

/** The points whose areas the mapping needs. */
export const pointsOfHsds = (object: HsdsRow) =>
  flattenHsds([object]).data.location.flatMap((row) => pointOf(row) ?? []);

/** An invalid record only loses itself. */
function attempt<T>(row: HsdsRow, create: () => T, report: Report): T | null {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    report(row, "ERROR", invalidRecord(error), error.where ?? "id", null);
    return null;
  }
}

/** Whether the records that the row refers to are in the file: the hub stores no dangling reference. */
function refersTo(row: HsdsRow, table: string, to: readonly HsdsTable[], index: HsdsIndex): boolean {
  const missing = to.filter((other) => !index.has(other, textOf(row, `${other}_id`) ?? ""));
  for (const other of missing) {
    const value = textOf(row, `${other}_id`);
    const found = finding("NOT_A_CODE", "notInFile", { table });
    index.report(row, "ERROR", found, `${table}.${other}_id`, value);
  }
  return missing.length === 0;
}

const isAtPlace = (row: HsdsRow, index: HsdsIndex): boolean =>
  isPhysical(index.find("location", textOf(row, "location_id") ?? "")!);

function notAPlace(row: HsdsRow, report: Report): null {
  const type = textOf(row, "location_type");
  report(row, "NOTICE", finding("NOT_HELD", "notAPlace"), "location.location_type", type);
  return null;
}
