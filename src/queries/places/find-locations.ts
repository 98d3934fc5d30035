import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { PageRequest } from "../../storage/engine/page";
import { checkLinks } from "../kit/check-links";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import { loadAll } from "../kit/loaders";
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
export async function findLocations(
  filter: LocationFilter | null | undefined,
  page: PageRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<Location>> {
  const { areaCode } = await knownCodes(loaders, filter, { area: "area" });
  const criteria = { areaCode, shared: filter?.shared ?? undefined };
  return toConnection(await repositories.locations.page(criteria, page), page);
}

/** The location of a centre; `null` if it was not compared with others yet. */
export async function locationOf(centreCode: string, { loaders }: QueryContext): Promise<Location | null> {
  const found = await loaders.centreLocation.load(centreCode);
  return found && loaders.location.load(found.locationCode);
}

/**
 * The centres of the statuses at a location, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function centresAt(
  { code, centreCodes }: Location,
  statuses: readonly StatusOrUnknown[] | null | undefined,
  { loaders }: QueryContext,
): Promise<Centre[]> {
  checkLinks(`Location ${code}`, centreCodes, "centres");
  const wanted = wantedStatuses(statuses);
  return (await loadAll(loaders.centre, centreCodes)).filter((centre) => wanted.includes(statusOf(centre)));
}
