import { type StatusOrUnknown, statusOf, wantedStatuses } from "../../domain/kit/status";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { checkLinks } from "../kit/check-links";
import { type Loaders, loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/**
 * The services at locations of a centre, and of further records of it, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function servicesOfCentre(
  { code }: Centre,
  statuses: Statuses,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  const twins = await loaders.centreTwins.load();
  const centreCodes = [code, ...(twins.get(code) ?? [])];
  const given = await loadAll(loaders.centreServices, centreCodes);
  const codes = given.flatMap(({ locationCodes }) => locationCodes);
  checkLinks(`Centre ${code}`, codes, "services");
  const found = await loadAll(loaders.serviceAtLocation, codes);
  return ofStatus(
    found.filter(({ centreCode }) => centreCodes.includes(centreCode)),
    statuses,
    loaders,
  );
}

/**
 * The services of all centres at a location, by centre and code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function servicesAt(
  { code, centreCodes }: Location,
  statuses: Statuses,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  checkLinks(`Location ${code}`, centreCodes, "services");
  const given = await loadAll(loaders.centreServices, centreCodes);
  const codes = given.flatMap(({ locationCodes }) => locationCodes);
  checkLinks(`Location ${code}`, codes, "services");
  const found = await loadAll(loaders.serviceAtLocation, codes);
  return ofStatus(
    found.filter(({ centreCode }) => centreCodes.includes(centreCode)),
    statuses,
    loaders,
  );
}

type Statuses = readonly StatusOrUnknown[] | null | undefined;

async function ofStatus(
  places: readonly ServiceAtLocation[],
  statuses: Statuses,
  loaders: Loaders,
): Promise<ServiceAtLocation[]> {
  const wanted = wantedStatuses(statuses);
  const services = await Promise.all(places.map(({ serviceCode }) => loaders.service.load(serviceCode)));
  return places.filter((_, i) => services[i] === null || wanted.includes(statusOf(services[i]!)));
}
