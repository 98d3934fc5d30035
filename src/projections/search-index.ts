import { type SearchDocument, type SearchType, searchTypes } from "../domain/search/search-document";
import type { ServiceAtLocation } from "../domain/services/service-at-location";
import { codecs } from "../storage/records/codecs";
import type { RecordType } from "../storage/records/hub-record";
import { keys } from "../storage/records/keys";
import { readAll, readKeys, readList } from "../storage/records/readable";
import { searchIndexId, searchScope } from "../storage/search/search.repository";
import { readAreas } from "./city-records";
import { codeIn, type Work } from "./projection";
import { type PublishedSpec, published } from "./published";
import { type SearchedRecords, searchDocumentsOf } from "./search-documents";

/** For each type of record, the types of documents that contain or name it. */
const shownIn: Partial<Record<RecordType, readonly SearchType[]>> = {
  Action: ["ACTION"],
  Area: ["ACTION", "AREA", "CENTRE", "PARTNERSHIP", "SERVICE", "STRATEGY"],
  Centre: ["CENTRE"],
  Organization: ["ACTION", "ORGANIZATION", "PARTNERSHIP", "SERVICE"],
  Partnership: ["PARTNERSHIP"],
  Service: ["CENTRE", "SERVICE"],
  ServiceAtLocation: ["CENTRE"],
  Strategy: ["ACTION", "STRATEGY"],
  TaxonomyTerm: ["CENTRE", "SERVICE", "TAXONOMY_TERM"],
};

async function searchedRecords(work: Work): Promise<SearchedRecords> {
  const { table, skip } = work;
  const strategies = await readAll(table, codecs.strategy, skip);
  const services = await readAll(table, codecs.service, skip);
  const wanted = services.map(({ code }) => keys.serviceListing(code));
  const listings = await readKeys(table, codecs.serviceListing, wanted, skip);
  const actions = strategies.map(({ code }) =>
    readList(table, codecs.action, keys.list.strategyRecords("Action", code, "", "").listPk, skip),
  );
  return {
    actions: (await Promise.all(actions)).flat(),
    areas: await readAreas(work),
    centres: await readAll(table, codecs.centre, skip),
    organizations: await readAll(table, codecs.organization, skip),
    partnerships: await readAll(table, codecs.partnership, skip),
    services,
    strategies,
    taxonomyTerms: await readAll(table, codecs.taxonomyTerm, skip),
    serviceCodesOf: byCentre(await readAll(table, codecs.serviceAtLocation, skip)),
    areaCodesOf: new Map([...listings.values()].map(({ code, areaCodes }) => [code, areaCodes])),
  };
}

function byCentre(locations: readonly ServiceAtLocation[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { centreCode, serviceCode } of locations)
    codes.set(centreCode, [...(codes.get(centreCode) ?? []), serviceCode]);
  return codes;
}

/** A chunk is a type of document. */
export const searchSpec: PublishedSpec<
  SearchedRecords,
  ReturnType<typeof searchDocumentsOf>,
  readonly SearchDocument[]
> = {
  name: "search",
  chunksOf(key) {
    // The areas of a service are in its listing.
    if (key.sk === keys.serviceListing("").sk) return ["SERVICE"];
    const types = Object.entries(shownIn) as [RecordType, readonly SearchType[]][];
    return types.find(([type]) => codeIn(type, key) !== null)?.[1] ?? [];
  },
  shared: searchedRecords,
  scopes: async () => [searchScope],
  material: async (_work, records) => searchDocumentsOf(records),
  chunks: () => searchTypes,
  partial: (material, type) => material[type as SearchType](),
  merge: (_material, partials) => new Map([[searchIndexId, partials.flat()]]),
};

export const searchIndex = published(searchSpec);
