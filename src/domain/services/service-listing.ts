import { textIn } from "../kit/localized-text";
import type { Area, AreaOverlaps } from "../places/area";
import { type Availability, type Centre, stepFreeAccess } from "../places/centre";
import type { Service } from "./service";
import type { ServiceAtLocation } from "./service-at-location";

/**
 * What searches need of a service: fields of filters, its locations, and the areas that it serves or lies in. Derived from
 * the service, its locations and their centres; rebuilt when one of them changes.
 */
export interface ServiceListing {
  /** Code of the service. */
  readonly code: string;
  readonly name: string;
  readonly organizationCode: string | null;
  /** Absent in a listing of an earlier version of the hub. */
  readonly status?: Service["status"];
  readonly careDomains: Service["careDomains"];
  readonly freeOfCharge: Service["freeOfCharge"];
  readonly channels: Service["channels"];
  readonly languages: readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly serviceTypeCodes: readonly string[];
  readonly targetGroupCodes: readonly string[];
  readonly locationCodes: readonly string[];
  /** `YES` if one place of the service has access without steps, `NO` if all are known not to. */
  readonly stepFree: "NO" | "UNKNOWN" | "YES";
  /** The areas that it is for as a whole, as stated. */
  readonly serviceAreaCodes?: readonly string[];
  /** Of every level. */
  readonly areaCodes: readonly string[];
}

/** The services of a centre, by the codes of their ServiceAtLocation. */
export interface CentreServices {
  /** Code of the centre. */
  readonly code: string;
  readonly locationCodes: readonly string[];
}

/** What a listing is derived from, beside the service. */
export interface Surroundings {
  readonly locations: readonly ServiceAtLocation[];
  /** The centres of the locations. */
  readonly centres: readonly Pick<Centre, "accessibility" | "areaCodes">[];
  /** The areas served that are in the hub. */
  readonly served: readonly Pick<Area, "cityCode">[];
  readonly overlaps: readonly Pick<AreaOverlaps, "overlaps">[];
}

/**
 * A service for a Municipio is listed in it, in its city, and in every neighbourhood that it overlaps, because people
 * there may be served. Shares do not matter, since a service cannot be divided.
 */
export function listService(
  service: Service,
  { locations, centres, served, overlaps }: Surroundings,
): ServiceListing {
  const areaCodes = [
    ...service.serviceAreaCodes,
    ...served.flatMap(({ cityCode }) => cityCode ?? []),
    ...overlaps.flatMap((area) => area.overlaps.map(({ areaCode }) => areaCode)),
    ...centres.flatMap((centre) => centre.areaCodes),
  ];
  return {
    code: service.code,
    name: textIn(service.name, "it").value,
    organizationCode: service.organizationCode,
    status: service.status,
    careDomains: service.careDomains,
    freeOfCharge: service.freeOfCharge,
    channels: service.channels,
    languages: service.languages,
    minimumAge: service.minimumAge,
    maximumAge: service.maximumAge,
    serviceTypeCodes: service.serviceTypeCodes,
    targetGroupCodes: service.targetGroupCodes,
    locationCodes: locations.map(({ code }) => code).sort(),
    stepFree: stepFreeOf(centres.map(stepFreeAccess)),
    serviceAreaCodes: service.serviceAreaCodes,
    areaCodes: [...new Set(areaCodes)].sort(),
  };
}

const nowhere: Surroundings = { locations: [], centres: [], served: [], overlaps: [] };

/** The part of the listing that follows from the service alone. */
export const ownListing = (service: Service): ServiceListing => listService(service, nowhere);

function stepFreeOf(places: readonly Availability[]): ServiceListing["stepFree"] {
  if (places.includes("YES")) return "YES";
  return places.length > 0 && places.every((place) => place === "NO") ? "NO" : "UNKNOWN";
}
