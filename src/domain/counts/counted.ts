import type { Centre } from "../places/centre";
import type { ServiceListing } from "../services/service-listing";

/** The counted fields of a centre. */
export type CountedCentre = Pick<Centre, "areaCodes" | "kindHistory"> & Partial<Pick<Centre, "status">>;
/** The counted fields of a service. */
export type CountedService = Pick<
  ServiceListing,
  "areaCodes" | "careDomains" | "organizationCode" | "targetGroupCodes"
> &
  Partial<Pick<ServiceListing, "status">>;
