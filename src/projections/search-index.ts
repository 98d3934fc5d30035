import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import { type Area, areaLevels } from "../domain/places/area";
import type { Centre } from "../domain/places/centre";
import type { Organization } from "../domain/places/organization";
import type { Service } from "../domain/services/service";
import type { ServiceAtLocation } from "../domain/services/service-at-location";
import type { Action } from "../domain/strategy/action";
import type { Partnership } from "../domain/strategy/partnership";
import type { Strategy } from "../domain/strategy/strategy";
import { createRepositories } from "../storage";
import { publishedRepository } from "../storage/documents/published.repository";
import type { Table } from "../storage/engine/table";
import { keys, type RecordType } from "../storage/records/keys";
import { everyRecord } from "../storage/records/records.repository";
import { encodeDocuments, searchScope } from "../storage/search/search.repository";
import { type SearchedRecords, searchDocuments } from "./search-documents";

/**
 * Publishes the search index anew from the records, unless it says the same as the one in force.
 * @returns whether anything was written.
 */
export const publishSearchIndex = (table: Table, now: string): Promise<boolean> =>
  publishedRepository(table, searchScope).publish(() => searchIndexOf(table), now);

/** How the published search index differs from what the records say; `null` where it does not. */
export async function searchIndexDrift(table: Table): Promise<"DIFFERS" | "MISSING" | null> {
  const published = publishedRepository(table, searchScope);
  const manifest = await published.manifest();
  if (manifest === null) return "MISSING";
  return (await published.content(manifest)) === (await searchIndexOf(table)) ? null : "DIFFERS";
}

const searchIndexOf = async (table: Table): Promise<string> =>
  encodeDocuments(searchDocuments(await searchedRecords(table)));

async function searchedRecords(table: Table): Promise<SearchedRecords> {
  const all = <T>(type: RecordType): Promise<T[]> =>
    everyRecord<T>(table, keys.list.records(type, "").listPk);
  const strategies = await all<Strategy>("Strategy");
  const services = await all<Service>("Service");
  const listings = await createRepositories(table).services.listings(services.map(({ code }) => code));
  const actions = strategies.map(({ code }) =>
    everyRecord<Action>(table, keys.list.strategyRecords("Action", code, "", "").listPk),
  );
  const areas = areaLevels.map((level) => everyRecord<Area>(table, keys.list.areas(level, "").listPk));
  return {
    actions: (await Promise.all(actions)).flat(),
    areas: (await Promise.all(areas)).flat(),
    centres: await all<Centre>("Centre"),
    organizations: await all<Organization>("Organization"),
    partnerships: await all<Partnership>("Partnership"),
    services,
    strategies,
    taxonomyTerms: await all<TaxonomyTerm>("TaxonomyTerm"),
    serviceCodesOf: byCentre(await all<ServiceAtLocation>("ServiceAtLocation")),
    areaCodesOf: new Map(listings.flatMap((listing) => (listing ? [[listing.code, listing.areaCodes]] : []))),
  };
}

function byCentre(locations: readonly ServiceAtLocation[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { centreCode, serviceCode } of locations)
    codes.set(centreCode, [...(codes.get(centreCode) ?? []), serviceCode]);
  return codes;
}
