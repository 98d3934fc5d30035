import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { loadAll } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** The services at locations of a centre, by code. */
export async function servicesOfCentre(
  { code }: Centre,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  const given = await loaders.centreServices.load(code);
  const found = await loadAll(loaders.serviceAtLocation, given?.locationCodes ?? []);
  return found.filter(({ centreCode }) => centreCode === code);
}

/** The services of all centres at a location, by centre and code. */
export async function servicesAt(
  { centreCodes }: Location,
  { loaders }: QueryContext,
): Promise<ServiceAtLocation[]> {
  const given = await loadAll(loaders.centreServices, centreCodes);
  const found = await loadAll(
    loaders.serviceAtLocation,
    given.flatMap(({ locationCodes }) => locationCodes),
  );
  return found.filter(({ centreCode }) => centreCodes.includes(centreCode));
}
