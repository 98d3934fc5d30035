import type { AreaOverlaps } from "../domain/places/area";
import { type CentreServices, listService, type ServiceListing } from "../domain/services/service-listing";
import { createRepositories, type Repositories } from "../storage";
import { chunks } from "../storage/engine/chunks";
import type { Table } from "../storage/engine/table";
import { codecs } from "../storage/records/codecs";
import type { HubRecord } from "../storage/records/hub-record";
import { keys } from "../storage/records/keys";
import { removeAll } from "../storage/records/remove";
import { type SaveOptions, type SaveOutcome, saveAll } from "../storage/records/save";

const concurrent = 8;

/**
 * Brings what follows from services, their locations and centres up to date after records of these were saved,
 * changed or not: so a run that was killed before it is mended by the next one.
 * @returns what became of the listings.
 */
export async function listServices(
  table: Table,
  records: readonly HubRecord[],
  options: SaveOptions,
): Promise<SaveOutcome[]> {
  const repositories = createRepositories(table);
  const locations = records.flatMap(({ type, record }) => (type === "serviceAtLocation" ? [record] : []));
  const givingCentres = distinct(locations.map(({ centreCode }) => centreCode));
  const ofCentres = await inGroups(givingCentres, async (code): Promise<CentreServices> => {
    return { code, locationCodes: await repositories.serviceLocations.codesOfCentre(code) };
  });
  const centreOutcomes = await saveAll(table, codecs.centreServices, ofCentres, options);

  const centreCodes = records.flatMap(({ type, record }) => (type === "centre" ? [record.code] : []));
  const serviceCodes = distinct([
    ...records.flatMap(({ type, record }) => (type === "service" ? [record.code] : [])),
    ...locations.map(({ serviceCode }) => serviceCode),
    ...(await servicesOf(centreCodes, repositories)),
  ]);
  const listings = await inGroups(serviceCodes, (code) => listingOf(code, repositories));
  await removeAll(table, serviceCodes.filter((_, i) => listings[i] === null).map(keys.serviceListing));
  const listingOutcomes = await saveAll(table, codecs.serviceListing, listings.filter(isThere), options);
  return [...centreOutcomes, ...listingOutcomes];
}

/** A centre may have moved to another area, and its services with it. */
async function servicesOf(
  centreCodes: readonly string[],
  { serviceLocations }: Repositories,
): Promise<string[]> {
  const given = (await serviceLocations.ofCentres(centreCodes)).flatMap((c) => c?.locationCodes ?? []);
  const locations = await serviceLocations.byCodes(given);
  return locations.filter(isThere).map(({ serviceCode }) => serviceCode);
}

/** `null` where the service itself is not there (yet). */
async function listingOf(code: string, repositories: Repositories): Promise<ServiceListing | null> {
  const { areas, centres, serviceLocations, services } = repositories;
  const [service] = await services.byCodes([code]);
  if (!service) return null;
  const found = await serviceLocations.byCodes(await serviceLocations.codesOfService(code));
  const locations = found.filter(isThere);
  const overlaps: readonly (AreaOverlaps | null)[] = await areas.overlaps(service.serviceAreaCodes);
  return listService(service, {
    locations,
    centres: (await centres.byCodes(locations.map(({ centreCode }) => centreCode))).filter(isThere),
    served: (await areas.byCodes(service.serviceAreaCodes)).filter(isThere),
    overlaps: overlaps.filter(isThere),
  });
}

async function inGroups<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const group of chunks(items, concurrent)) results.push(...(await Promise.all(group.map(run))));
  return results;
}

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)];

const isThere = <T>(record: T | null): record is T => record !== null;
