import {
  centreTotals,
  centreTotalsId,
  serviceTotals,
  serviceTotalsId,
  type TotalsMaterial,
  totalsScope,
} from "../domain/counts/totals-document";
import type { ServiceListing } from "../domain/services/service-listing";
import { codecs } from "../storage/records/codecs";
import { everyArea, keys } from "../storage/records/keys";
import { readAll, readCodes } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { cityScopes, readAreas } from "./city-records";
import { isRecordOf, type Work } from "./projection";
import { type PublishedSpec, published } from "./published";

/** Everything that totals count and group by, in the whole hub, by code. */
async function countedRecords(work: Work): Promise<TotalsMaterial> {
  const [areas, terms, centres, services] = await Promise.all([
    readAreas(work),
    readAll(work, codecs.taxonomyTerm),
    readAll(work, codecs.centre),
    allListings(work),
  ]);
  return { areas, terms, centres, services };
}

/** All listings: one Query, and one BatchGet for every hundred services. */
async function allListings(work: Work): Promise<ServiceListing[]> {
  const items = await allItemsOf(work.table, keys.serviceInArea(everyArea, "", "").pk);
  const codes = items.map(({ code }) => String(code));
  return [...(await readCodes(work, codecs.serviceListing, codes)).values()];
}

const shownInAll = isRecordOf(["Area", "TaxonomyTerm"]);
const isCentre = isRecordOf(["Centre"]);
const isOfService = isRecordOf(["Service", "ServiceAtLocation"]);

interface CityTotals extends TotalsMaterial {
  readonly cityCode: string;
}

/** A chunk is a kind of counted record: centres or services. */
export const totalsSpec: PublishedSpec<TotalsMaterial, CityTotals, readonly [string, object]> = {
  name: "totals",
  chunksOf(key) {
    if (shownInAll(key)) return "ALL";
    if (isCentre(key)) return [centreTotalsId];
    // A service is counted by its listing, which is written after its records.
    return isOfService(key) || key.sk === keys.serviceListing("").sk ? [serviceTotalsId] : [];
  },
  shared: countedRecords,
  // Totals are small and need few reads: any change of a counted record rebuilds those of all cities.
  scopes: async (work) => (await cityScopes(work)).map(totalsScope),
  material: async (_work, counted, scope) => ({ ...counted, cityCode: scope.slice(totalsScope("").length) }),
  chunks: () => [centreTotalsId, serviceTotalsId],
  partial: ({ cityCode, ...counted }, chunk) => [
    chunk,
    chunk === centreTotalsId ? centreTotals(cityCode, counted) : serviceTotals(cityCode, counted),
  ],
  merge: (_material, partials) => new Map(partials),
};

export const totals = published(totalsSpec);
