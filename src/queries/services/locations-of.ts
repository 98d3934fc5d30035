import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { checkLinks } from "../kit/check-links";
import { loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** The services at locations of a service, by code. */
export async function locationsOf(service: Service, { loaders }: QueryContext): Promise<ServiceAtLocation[]> {
  const listing = await loaders.serviceListing.load(service.code);
  const locations = await loadAll(loaders.serviceAtLocation, listing?.locationCodes ?? []);
  // The listing follows from the locations and may be a moment behind them.
  return locations.filter(({ serviceCode }) => serviceCode === service.code);
}

/**
 * As `locationsOf`, for an answer: those at centres of the statuses.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function listedLocationsOf(
  service: Service,
  statuses: readonly StatusOrUnknown[] | null | undefined,
  context: QueryContext,
): Promise<ServiceAtLocation[]> {
  const listing = await context.loaders.serviceListing.load(service.code);
  checkLinks(`Service ${service.code}`, listing?.locationCodes ?? [], "locations");
  const wanted = wantedStatuses(statuses);
  const locations = await locationsOf(service, context);
  const centres = await Promise.all(
    locations.map(({ centreCode }) => context.loaders.centre.load(centreCode)),
  );
  return locations.filter((_, i) => centres[i] === null || wanted.includes(statusOf(centres[i]!)));
}
