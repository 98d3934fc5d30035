import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { checkLinks } from "../kit/check-links";
import type { QueryContext } from "../kit/query-context";

/** The services at locations of a service, by code. */
export function locationsOf(service: Service, { records }: QueryContext): ServiceAtLocation[] {
  const listing = records.serviceListing.one(service.code);
  const locations = records.serviceAtLocation.all(listing?.locationCodes ?? []);
  // The listing follows from the locations and may be a moment behind them.
  return locations.filter(({ serviceCode }) => serviceCode === service.code);
}

/**
 * As `locationsOf`, for an answer: those at centres of the statuses.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function listedLocationsOf(
  service: Service,
  statuses: readonly StatusOrUnknown[] | null | undefined,
  context: QueryContext,
): ServiceAtLocation[] {
  const listing = context.records.serviceListing.one(service.code);
  checkLinks(`Service ${service.code}`, listing?.locationCodes ?? [], "locations");
  const wanted = wantedStatuses(statuses);
  const locations = locationsOf(service, context);
  const centres = locations.map(({ centreCode }) => context.records.centre.one(centreCode));
  return locations.filter((_, i) => centres[i] === null || wanted.includes(statusOf(centres[i]!)));
}
