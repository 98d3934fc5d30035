import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { checkLinks } from "../kit/check-links";
import type { QueryContext } from "../kit/query-context";
import type { Records } from "../kit/records";

/**
 * The services at locations of a centre, and of further records of it, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function servicesOfCentre(
  { code }: Centre,
  statuses: Statuses,
  { records }: QueryContext,
): ServiceAtLocation[] {
  const twins = records.centreTwins();
  const centreCodes = [code, ...(twins.get(code) ?? [])];
  const given = records.centreServices.all(centreCodes);
  const codes = given.flatMap(({ locationCodes }) => locationCodes);
  checkLinks(`Centre ${code}`, codes, "services");
  const found = records.serviceAtLocation.all(codes);
  return ofStatus(
    found.filter(({ centreCode }) => centreCodes.includes(centreCode)),
    statuses,
    records,
  );
}

/**
 * The services of all centres at a location, by centre and code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function servicesAt(
  { code, centreCodes }: Location,
  statuses: Statuses,
  { records }: QueryContext,
): ServiceAtLocation[] {
  checkLinks(`Location ${code}`, centreCodes, "services");
  const given = records.centreServices.all(centreCodes);
  const codes = given.flatMap(({ locationCodes }) => locationCodes);
  checkLinks(`Location ${code}`, codes, "services");
  const found = records.serviceAtLocation.all(codes);
  return ofStatus(
    found.filter(({ centreCode }) => centreCodes.includes(centreCode)),
    statuses,
    records,
  );
}

type Statuses = readonly StatusOrUnknown[] | null | undefined;

function ofStatus(
  places: readonly ServiceAtLocation[],
  statuses: Statuses,
  records: Records,
): ServiceAtLocation[] {
  const wanted = wantedStatuses(statuses);
  const services = places.map(({ serviceCode }) => records.service.one(serviceCode));
  return places.filter((_, i) => services[i] === null || wanted.includes(statusOf(services[i]!)));
}
