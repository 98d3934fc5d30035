import { distinct } from "../domain/kit/distinct";
import { groupBy } from "../domain/kit/group-by";
import type { Service } from "../domain/services/service";
import type { ServiceAtLocation } from "../domain/services/service-at-location";
import { type CentreServices, listService, type ServiceListing } from "../domain/services/service-listing";
import { tableRepositories } from "../storage";
import { inGroups } from "../storage/engine/chunks";
import { codecs } from "../storage/records/codecs";
import { everyArea, keys } from "../storage/records/keys";
import { readAll, readCodes, readNow } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { type SaveOutcome, saveAll } from "../storage/records/save";
import { removeAll } from "../storage/records/write-gone";
import {
  type Change,
  codeIn,
  type Drift,
  driftsBetween,
  fromRecords,
  isRecordOf,
  type Projection,
  textsOf,
  type Work,
} from "./projection";

const scope = "services";
const concurrent = 8;

/**
 * Updates the listings of services after a save of services, their locations or centres, changed or not. So the next
 * call completes a run that was killed before it.
 * @returns the outcomes of the listings.
 */
export async function listServices(work: Work, changes: readonly Change[]): Promise<SaveOutcome[]> {
  const places = await placesIn(work, changes);
  const outcomes = await saveCentres(work, distinct(places.map(({ centreCode }) => centreCode)));
  const moved = changes.flatMap(({ key }) => codeIn("Centre", key) ?? []);
  const services = distinct([
    ...changes.flatMap(({ key }) => codeIn("Service", key) ?? []),
    ...places.map(({ serviceCode }) => serviceCode),
    // A centre may have moved to another area, and its services with it.
    ...(await servicesOf(moved, work)),
  ]);
  return [...outcomes, ...(await saveListings(work, services))];
}

async function saveCentres(work: Work, codes: readonly string[]): Promise<SaveOutcome[]> {
  const given = await inGroups(codes, concurrent, (code) => centreServices(code, work));
  return saveAll(work.table, codecs.centreServices, given, work.save);
}

async function saveListings(work: Work, codes: readonly string[]): Promise<SaveOutcome[]> {
  const { table } = work;
  const { servicesAtLocation } = tableRepositories(table);
  const services = await fromRecords(work, (reading) => readCodes(reading, codecs.service, codes));
  const given = (await inGroups(codes, concurrent, (code) => servicesAtLocation.codesOfService(code))).flat();
  const places = await fromRecords(work, (reading) => readCodes(reading, codecs.serviceAtLocation, given));
  const listings = await listingsOf([...services.values()], [...places.values()], work);
  const gone = codes.filter((code) => !listings.has(code));
  await removeAll(table, gone.map(keys.serviceListing));
  const own = codes.flatMap((code) => listings.get(code) ?? []);
  return saveAll(table, codecs.serviceListing, own, work.save);
}

/** @param places of these services, all of them. */
async function listingsOf(
  services: readonly Service[],
  places: readonly ServiceAtLocation[],
  work: Work,
): Promise<Map<string, ServiceListing>> {
  const placesOf = groupBy(places, ({ serviceCode }) => serviceCode);
  const centreCodes = distinct(places.map(({ centreCode }) => centreCode));
  const centres = await fromRecords(work, (reading) => readCodes(reading, codecs.centre, centreCodes));
  const served = distinct(services.flatMap(({ serviceAreaCodes }) => serviceAreaCodes));
  const areas = await fromRecords(work, (reading) => readCodes(reading, codecs.area, served));
  const overlaps = await fromRecords(work, (reading) => readCodes(reading, codecs.areaOverlaps, served));
  const listings = services.map((service) => {
    const locations = placesOf.get(service.code) ?? [];
    return listService(service, {
      locations,
      centres: locations.flatMap(({ centreCode }) => centres.get(centreCode) ?? []),
      served: service.serviceAreaCodes.flatMap((code) => areas.get(code) ?? []),
      overlaps: service.serviceAreaCodes.flatMap((code) => overlaps.get(code) ?? []),
    });
  });
  return new Map(listings.map((listing) => [listing.code, listing]));
}

type Place = Pick<ServiceAtLocation, "centreCode" | "serviceCode">;

/** Places of services: as the caller passed them, else as stored now and before. */
async function placesIn(work: Work, changes: readonly Change[]): Promise<Place[]> {
  const ofPlaces = changes.filter(({ key }) => codeIn("ServiceAtLocation", key) !== null);
  const given = ofPlaces.flatMap(({ record }) => (record === undefined ? [] : [record as Place]));
  const unknown = ofPlaces.flatMap(({ key, record }) => (record === undefined ? [key] : []));
  const now = await fromRecords(work, (reading) => readNow(reading, codecs.serviceAtLocation, unknown));
  const before = await inGroups(unknown, concurrent, async (key) => {
    const partition = keys.history(key, "", 0).pk;
    const item = await work.table.first({ partition, descending: true, consistent: true });
    return (item?.record as Place | undefined) ?? null;
  });
  return [...given, ...now, ...before.filter((place) => place !== null)];
}

const centreServices = async (code: string, { table }: Work): Promise<CentreServices> => ({
  code,
  locationCodes: await tableRepositories(table).servicesAtLocation.codesOfCentre(code),
});

async function servicesOf(centreCodes: readonly string[], work: Work): Promise<string[]> {
  const { centreServices } = tableRepositories(work.table);
  const given = (await centreServices.byCodes(centreCodes)).flatMap((c) => c?.locationCodes ?? []);
  const places = await fromRecords(work, (reading) => readCodes(reading, codecs.serviceAtLocation, given));
  return [...places.values()].map(({ serviceCode }) => serviceCode);
}

/** For every existing or listed service, and every centre that offers one. */
async function verify(work: Work): Promise<Drift[]> {
  const { table } = work;
  const repositories = tableRepositories(table);
  const all = await fromRecords(work, (reading) => readAll(reading, codecs.service));
  const listed = await fromRecords(work, ({ reader }) =>
    allItemsOf(reader, keys.serviceInArea(everyArea, "", "").pk),
  );
  const places = await fromRecords(work, (reading) => readAll(reading, codecs.serviceAtLocation));
  const given = [...groupBy(places, ({ centreCode }) => centreCode)].map(
    ([code, own]): CentreServices => ({ code, locationCodes: own.map((place) => place.code).sort() }),
  );
  const services = distinct([...all, ...listed].map(({ code }) => String(code)));
  const listings = await listingsOf(all, places, work);
  const stored = {
    service: await repositories.serviceListings.byCodes(services),
    centre: await repositories.centreServices.byCodes(given.map(({ code }) => code)),
  };
  const wanted = { service: [...listings.values()], centre: given };
  return driftsBetween(scope, textsOf(wanted), textsOf(stored));
}

async function repair(work: Work): Promise<SaveOutcome[]> {
  const drifted = (await verify(work)).map(({ document }) => document);
  const codesOf = (kind: string): string[] =>
    drifted.flatMap((name) => (name.startsWith(`${kind}/`) ? [name.slice(kind.length + 1)] : []));
  return [...(await saveCentres(work, codesOf("centre"))), ...(await saveListings(work, codesOf("service")))];
}

/**
 * The listings by which services are found: by area, organisation and offer. No source states them. A chunk is one
 * service, or one centre with its services, so that an import updates it batch by batch.
 */
export const serviceListings: Projection = {
  name: scope,
  affectedBy: isRecordOf(["Centre", "Service", "ServiceAtLocation"]),
  async rebuild(work, changes) {
    const outcomes = await (changes === "EVERYTHING" ? repair(work) : listServices(work, changes));
    return [{ scope, written: outcomes.filter((outcome) => outcome !== "UNCHANGED").length }];
  },
  verify,
};
