import type { Area, AreaOverlaps } from "../places/area";
import { type Availability, type Centre, stepFreeAccess } from "../places/centre";
import type { Service } from "./service";
import type { ServiceAtLocation } from "./service-at-location";

/**
 * How a service is found: what filters ask, its locations, and the areas that it serves or lies in. It follows from
 * the service, its locations and their centres, and is made anew when one of them changes; no source states it.
 */
export interface ServiceListing {
  /** Code of the service. */
  readonly code: string;
  readonly name: string;
  readonly organizationCode: string;
  readonly careDomains: Service["careDomains"];
  readonly freeOfCharge: Service["freeOfCharge"];
  readonly channels: Service["channels"];
  readonly languages: readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly serviceTypeCodes: readonly string[];
  readonly targetGroupCodes: readonly string[];
  readonly locationCodes: readonly string[];
  /** `YES` where a place that gives it is known to have access without steps, `NO` where all are known not to. */
  readonly stepFree: "NO" | "UNKNOWN" | "YES";
  /** Of every level. */
  readonly areaCodes: readonly string[];
}

/** Codes of the services that a centre gives, as the codes of their ServiceAtLocation. */
export interface CentreServices {
  /** Code of the centre. */
  readonly code: string;
  readonly locationCodes: readonly string[];
}

/** What a listing follows from. */
export interface Surroundings {
  readonly locations: readonly ServiceAtLocation[];
  /** The centres of the locations. */
  readonly centres: readonly Pick<Centre, "accessibility" | "areaCodes">[];
  /** The areas served, as far as the hub knows them. */
  readonly served: readonly Pick<Area, "cityCode">[];
  readonly overlaps: readonly Pick<AreaOverlaps, "overlaps">[];
}

/**
 * A service that serves a Municipio is found in it, in its city, and in every neighbourhood that it overlaps: who
 * lives there may be served. Shares are not looked at: a service is not cut.
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
    name: service.name.it,
    organizationCode: service.organizationCode,
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
    areaCodes: [...new Set(areaCodes)].sort(),
  };
}

function stepFreeOf(places: readonly Availability[]): ServiceListing["stepFree"] {
  if (places.includes("YES")) return "YES";
  return places.length > 0 && places.every((place) => place === "NO") ? "NO" : "UNKNOWN";
}
