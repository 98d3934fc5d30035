import type { Location } from "../../domain/location";
import type { ServiceAtLocation } from "../../domain/service-at-location";
import type { Context } from "../context";
import { loadAll } from "../loaders";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { LocationFilterInput } from "./location.type";

/**
 * The locations that meet a filter, by code.
 * @throws HubError UNKNOWN_CODE for an area that the hub does not know.
 */
export async function findLocations(
  filter: LocationFilterInput | null | undefined,
  page: PageArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Location>> {
  const areaCode = await knownCodeIfGiven(loaders.area, "filter.area", filter?.area);
  const criteria = {
    ...(areaCode !== undefined && { areaCode }),
    ...(typeof filter?.shared === "boolean" && { shared: filter.shared }),
  };
  return toConnection(await repositories.locations.page(criteria, page), page);
}

/** Where a centre is; `null` where it was not compared with others yet. */
export async function locationOf(centreCode: string, { loaders }: Context): Promise<Location | null> {
  const found = await loaders.centreLocation.load(centreCode);
  return found && loaders.location.load(found.locationCode);
}

/** What all centres of a location give, by centre and code. */
export async function servicesAt(
  { centreCodes }: Location,
  { loaders }: Context,
): Promise<ServiceAtLocation[]> {
  const given = await loadAll(loaders.centreServices, centreCodes);
  const found = await loadAll(
    loaders.serviceAtLocation,
    given.flatMap(({ locationCodes }) => locationCodes),
  );
  // The list follows from the services at locations and may be a moment behind them.
  return found.filter(({ centreCode }) => centreCodes.includes(centreCode));
}
