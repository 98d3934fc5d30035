import { HubError } from "../../domain/kit/errors";
import { isCode } from "../../domain/kit/field";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import { entityOf, type HubRecord } from "../../storage/records/hub-record";
import { type LineProblem, shown } from "../kit/problem";
import type { FinishedRecord, MappingContext } from "../kit/source";
import { notThere, organizationOf, termCodeOf, termOf } from "./bodies";
import { flattenHsds } from "./flatten";
import { type HsdsIndex, indexOf } from "./index-of";
import { notHeld } from "./not-held";
import { codeOf, type HsdsOptions, problemAt } from "./options";
import { centreOf, isPhysical, pointOf, serviceAtLocationOf } from "./places";
import { serviceOf } from "./services";
import { type HsdsRow, type HsdsTable, textOf } from "./tables";

/** An HSDS object as it stands in a file or comes from an API. */
export interface HsdsObject {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface HsdsRecords {
  readonly records: readonly FinishedRecord[];
  readonly problems: readonly LineProblem[];
}

/**
 * The hub's records of HSDS 3 objects: organisations, services and locations with everything nested, pages of them, or
 * the flat tables. Pure. What is wrong or has no place in the hub is told; nothing is dropped silently.
 */
export function mapHsds(
  objects: readonly HsdsObject[],
  options: HsdsOptions,
  context: MappingContext,
): HsdsRecords {
  const { data, problems } = flattenHsds(objects);
  const told: LineProblem[] = [...problems];
  let about: EntityRef | undefined;
  const tell = (problem: LineProblem) => told.push({ ...(about && { about }), ...problem });
  const index = indexOf(data, { options, context, tell });
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
        const message = `A ${table} needs an id of letters, digits and hyphens. It is left out.`;
        tell(problemAt(row, "ERROR", "NOT_A_CODE", `${table}.id`, id, message));
        continue;
      }
      about = { type, code: table === "taxonomy_term" ? termCodeOf(row, index).code : codeOf(id, options) };
      const record = attempt(row, () => create(row, id, index), tell);
      if (record === null || made.has(entityOf(record).code)) continue;
      made.add(entityOf(record).code);
      records.push({ ...record, lines: [row.line] });
    }
    about = undefined;
  }

  make("taxonomy_term", "TaxonomyTerm", (row) => ({ type: "taxonomyTerm", record: termOf(row, index) }));
  make("organization", "Organization", (row, id) => ({
    type: "organization",
    record: organizationOf(row, id, index),
  }));
  make("service", "Service", (row, id) =>
    refersTo(row, "service", ["organization"], index)
      ? { type: "service", record: serviceOf(row, id, index) }
      : null,
  );
  make("location", "Centre", (row, id) =>
    isPhysical(row) ? { type: "centre", record: centreOf(row, id, index) } : notAPlace(row, tell),
  );
  make("service_at_location", "ServiceAtLocation", (row, id) =>
    refersTo(row, "service_at_location", ["service", "location"], index) && isAtPlace(row, index)
      ? { type: "serviceAtLocation", record: serviceAtLocationOf(row, id, index) }
      : null,
  );
  return { records, problems: [...told, ...notHeld(data)] };
}

/** The points whose areas the mapping will ask for. */
export const pointsOfHsds = (object: HsdsObject) =>
  flattenHsds([object]).data.location.flatMap((row) => pointOf(row) ?? []);

/** A record that cannot be true as a whole costs only itself. */
function attempt<T>(row: HsdsRow, create: () => T, tell: (problem: LineProblem) => void): T | null {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const message = shown(`${error.message} ${error.hint}`)!;
    tell(problemAt(row, "ERROR", "INVALID_RECORD", error.where ?? "id", null, message));
    return null;
  }
}

/** Whether the records that the row points to are in the file: the hub keeps no link into nothing. */
function refersTo(row: HsdsRow, table: string, to: readonly HsdsTable[], index: HsdsIndex): boolean {
  const missing = to.filter((other) => !index.has(other, textOf(row, `${other}_id`) ?? ""));
  for (const other of missing) {
    const value = textOf(row, `${other}_id`);
    const message = `${notThere.split(".")[0]}. The ${table} is left out.`;
    index.tell(problemAt(row, "ERROR", "NOT_A_CODE", `${table}.${other}_id`, value, message));
  }
  return missing.length === 0;
}

const isAtPlace = (row: HsdsRow, index: HsdsIndex): boolean =>
  isPhysical(index.find("location", textOf(row, "location_id") ?? "")!);

function notAPlace(row: HsdsRow, tell: (problem: LineProblem) => void): null {
  const message =
    "It is no place to go to, so it becomes no centre. A virtual one makes its services online.";
  tell(problemAt(row, "NOTICE", "NOT_HELD", "location.location_type", textOf(row, "location_type"), message));
  return null;
}
