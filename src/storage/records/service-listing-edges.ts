import type { ServiceListing } from "../../domain/services/service-listing";
import type { Item } from "../engine/key";
import { everyArea, highestSortableAge, keys, sortableAge } from "./keys";

/** A service in the lists of its areas and its organisation, with the fields of filters. */
export function placesOf(listing: ServiceListing): Item[] {
  const { code, name, locationCodes: _, areaCodes, minimumAge, maximumAge, ...asked } = listing;
  const ages = {
    fromAge: sortableAge(minimumAge ?? 0),
    toAge: sortableAge(maximumAge ?? highestSortableAge),
  };
  return [
    ...[everyArea, ...areaCodes].map((areaCode) => keys.serviceInArea(areaCode, name, code)),
    ...(asked.organizationCode === null
      ? []
      : [keys.serviceOfOrganization(asked.organizationCode, name, code)]),
  ].map((key) => ({ ...key, code, ...asked, ...ages }));
}
