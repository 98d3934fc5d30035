import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { PageRequest } from "../../storage/engine/page";
import { checkLinks } from "../kit/check-links";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

export interface LocationFilter {
  /** Code of an area of any level. */
  readonly area?: string | null | undefined;
  /** Whether several centres share it. */
  readonly shared?: boolean | null | undefined;
}

/**
 * The locations that meet a filter, by code.
 * @throws HubError UNKNOWN_CODE for an area that does not exist.
 */
export function findLocations(
  filter: LocationFilter | null | undefined,
  page: PageRequest,
  { records, repositories }: QueryContext,
): Connection<Location> {
  const { areaCode } = knownCodes(records, filter, { area: "area" });
  const criteria = { areaCode, shared: filter?.shared ?? undefined };
  return toConnection(repositories.locations.page(criteria, page), page);
}

/** The location of a centre; `null` if it was not compared with others yet. */
export function locationOf(centreCode: string, { records }: QueryContext): Location | null {
  const found = records.centreLocation.one(centreCode);
  return found && records.location.one(found.locationCode);
}

/**
 * The centres of the statuses at a location, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function centresAt(
  { code, centreCodes }: Location,
  statuses: readonly StatusOrUnknown[] | null | undefined,
  { records }: QueryContext,
): Centre[] {
  checkLinks(`Location ${code}`, centreCodes, "centres");
  const wanted = wantedStatuses(statuses);
  return records.centre.all(centreCodes).filter((centre) => wanted.includes(statusOf(centre)));
}
