import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { checkLinks } from "../kit/check-links";
import { loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/**
 * The services at locations of a centre, by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function servicesOfCentre(
  { code }: Centre,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  const given = await loaders.centreServices.load(code);
  const codes = given?.locationCodes ?? [];
  checkLinks(`Centre ${code}`, codes, "services");
  const found = await loadAll(loaders.serviceAtLocation, codes);
  return found.filter(({ centreCode }) => centreCode === code);
}

/**
 * The services of all centres at a location, by centre and code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function servicesAt(
  { code, centreCodes }: Location,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  checkLinks(`Location ${code}`, centreCodes, "services");
  const given = await loadAll(loaders.centreServices, centreCodes);
  const codes = given.flatMap(({ locationCodes }) => locationCodes);
  checkLinks(`Location ${code}`, codes, "services");
  const found = await loadAll(loaders.serviceAtLocation, codes);
  return found.filter(({ centreCode }) => centreCodes.includes(centreCode));
}
