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
import { type Reading, readAll, readCodes } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { cityScopes, readAreas } from "./city-records";
import { isRecordOf } from "./projection";
import type { DocumentProjection, Documents } from "./published";

/** Everything that totals count and group by, in the whole hub, by code. */
function countedRecords(work: Reading): TotalsMaterial {
  return {
    areas: readAreas(work),
    terms: readAll(work, codecs.taxonomyTerm),
    centres: readAll(work, codecs.centre),
    services: allListings(work),
  };
}

/** All listings: one Query, and one BatchGet for every hundred services. */
function allListings(work: Reading): ServiceListing[] {
  const items = allItemsOf(work.reader, keys.serviceInArea(everyArea, "", "").pk);
  const codes = items.map(({ code }) => String(code));
  return [...readCodes(work, codecs.serviceListing, codes).values()];
}

const shownInAll = isRecordOf(["Area", "TaxonomyTerm"]);
const isCounted = isRecordOf(["Centre", "Service", "ServiceAtLocation"]);

/** The inputs of totals of each city: its centres and its services, as they are counted. */
export const totals: DocumentProjection = {
  name: "totals",
  // A service is counted by its listing, which is written after its records.
  affectedBy: (key) => shownInAll(key) || isCounted(key) || key.sk === keys.serviceListing("").sk,
  // Totals are small and need few reads: any change of a counted record rebuilds those of all cities.
  documents(work) {
    const counted = countedRecords(work);
    return new Map(
      cityScopes(work).map((cityCode): [string, Documents] => [
        totalsScope(cityCode),
        new Map<string, unknown>([
          [centreTotalsId, centreTotals(cityCode, counted)],
          [serviceTotalsId, serviceTotals(cityCode, counted)],
        ]),
      ]),
    );
  },
};
