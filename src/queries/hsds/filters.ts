import { HubError } from "../../domain/kit/errors";
import type { SearchType } from "../../domain/search/search-document";
import type { HsdsEntry, HsdsListed, HsdsTable } from "../../storage/documents/hsds.repository";
import { hsdsId } from "../../storage/documents/hsds-id";
import { checkText } from "../search/find-search";
import { indexOf, searched } from "../search/search-page";
import { isNearPostcode } from "./postcode";
import type { HsdsReading } from "./reading";
import { taxonomyNames } from "./taxonomy-names";

/** All conditions must hold; absent ones exclude nothing. Ids are those of HSDS. */
export interface HsdsFilter {
  readonly search?: string | undefined;
  /** Written in the hub at this instant or later. */
  readonly modifiedAfter?: Date | undefined;
  readonly organizationId?: string | undefined;
  readonly taxonomyId?: string | undefined;
  readonly taxonomyTermId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly parentId?: string | undefined;
  /** Terms without a term above them. */
  readonly topOnly?: boolean | undefined;
  readonly postcode?: string | undefined;
  /** Metres around the middle of the places with that postal code; not without `postcode`. */
  readonly proximity?: number | undefined;
}

type Keeps = (entry: HsdsListed) => boolean;

export interface Kept {
  /** `null` if nothing is excluded: then no entry is looked at. */
  readonly keeps: Keeps | null;
  /** Rank of an entry among the results of a search; `null` without one. */
  readonly rankOf: ((entry: HsdsListed) => number) | null;
}

/**
 * What a filter keeps of a table.
 * @throws HubError UNKNOWN_CODE for an id of no row; BAD_USER_INPUT for a text that cannot be searched.
 */
export function keptBy(table: HsdsTable, filter: HsdsFilter, reading: HsdsReading): Kept {
  const conditions: Keeps[] = [];
  const { modifiedAfter, organizationId, taxonomyId, taxonomyTermId, topOnly, postcode } = filter;
  if (modifiedAfter !== undefined) {
    const since = modifiedAfter.toISOString();
    conditions.push(({ updatedAt }) => updatedAt >= since);
  }
  const ofService: ((service: HsdsEntry) => boolean)[] = [];
  if (organizationId !== undefined) {
    const code = codeOf("organization", organizationId, "organization_id", reading);
    ofService.push(({ organizationCode }) => organizationCode === code);
  }
  if (taxonomyTermId !== undefined) {
    const code = codeOf("taxonomy_term", taxonomyTermId, "taxonomy_term_id", reading);
    ofService.push(({ termCodes = [] }) => termCodes.includes(code));
  }
  if (taxonomyId !== undefined) {
    const name = taxonomyOf(taxonomyId, reading);
    if (table === "taxonomy_term") conditions.push(({ taxonomy }) => taxonomy === name);
    else ofService.push(({ termCodes = [] }) => termCodes.some((code) => code.startsWith(`${name}:`)));
  }
  if (ofService.length > 0) {
    const isWanted = (service: HsdsEntry): boolean => ofService.every((holds) => holds(service));
    if (table === "service_at_location") {
      const services = codesWith("service", isWanted, reading);
      conditions.push(({ serviceCode }) => services.has(serviceCode!));
    } else conditions.push(isWanted);
  }
  for (const [own, id, where, field] of [
    ["service", filter.serviceId, "service_id", "serviceCode"],
    ["location", filter.locationId, "location_id", "centreCode"],
    ["taxonomy_term", filter.parentId, "parent_id", "parentCode"],
  ] as const) {
    if (id === undefined) continue;
    const code = codeOf(own, id, where, reading);
    conditions.push((entry) => entry[field] === code);
  }
  if (topOnly) conditions.push(({ parentCode }) => parentCode === undefined);
  if (postcode !== undefined) {
    const isThere = isNearPostcode(
      postcode,
      filter.proximity,
      reading.repositories.hsds.segments("location"),
    );
    if (table === "service_at_location") {
      const places = codesWith("location", isThere, reading);
      conditions.push(({ centreCode }) => places.has(centreCode!));
    } else conditions.push(isThere);
  }
  const rankOf = filter.search === undefined ? null : ranksOf(table, filter.search, reading);
  if (rankOf !== null) conditions.push((entry) => Number.isFinite(rankOf(entry)));
  return {
    keeps: conditions.length === 0 ? null : (entry) => conditions.every((holds) => holds(entry)),
    rankOf,
  };
}

/** The code of the record with an id. @throws HubError UNKNOWN_CODE. */
export function codeOf(table: HsdsTable, id: string, where: string, { repositories }: HsdsReading): string {
  const entry = repositories.hsds.one(table, id.toLowerCase());
  if (entry !== null) return entry.code;
  throw new HubError("UNKNOWN_CODE", "hsdsId", { argument: where, id, table }, { where });
}

function taxonomyOf(id: string, reading: HsdsReading): string {
  const name = taxonomyNames(reading).find((each) => hsdsId("taxonomy", each) === id.toLowerCase());
  if (name !== undefined) return name;
  const where = "taxonomy_id";
  throw new HubError("UNKNOWN_CODE", "hsdsId", { argument: where, id, table: "taxonomy" }, { where });
}

const codesWith = (
  table: HsdsTable,
  isWanted: (entry: HsdsListed) => boolean,
  { repositories }: HsdsReading,
): ReadonlySet<string> =>
  new Set(
    repositories.hsds.segments(table).flatMap((entries) => entries.filter(isWanted).map(({ code }) => code)),
  );

const searchTypesOf: Readonly<Record<HsdsTable, readonly SearchType[]>> = {
  location: ["CENTRE"],
  organization: ["ORGANIZATION"],
  service: ["SERVICE"],
  service_at_location: ["CENTRE", "SERVICE"],
  taxonomy_term: ["TAXONOMY_TERM"],
};

/** The rank of an entry among the results for a text, infinite for none. A service at a place is found by either of both. */
function ranksOf(
  table: HsdsTable,
  text: string,
  { repositories }: HsdsReading,
): (entry: HsdsListed) => number {
  checkText(text, "search");
  const hits = indexOf(searched(repositories)).find({ text, types: searchTypesOf[table] });
  const ranks = new Map(hits.map(({ type, code }, rank) => [`${type} ${code}`, rank]));
  const best = (names: readonly string[]): number =>
    Math.min(...names.map((name) => ranks.get(name) ?? Number.POSITIVE_INFINITY));
  if (table === "service_at_location")
    return ({ centreCode, serviceCode }) => best([`CENTRE ${centreCode}`, `SERVICE ${serviceCode}`]);
  const [type] = searchTypesOf[table];
  return ({ code }) => best([`${type} ${code}`]);
}
