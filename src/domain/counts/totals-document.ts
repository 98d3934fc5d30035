import type { TaxonomyTerm } from "../kit/taxonomy-term";
import type { Area } from "../places/area";
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

interface TotalsDocument {
  /** Of the city, at every level below it: the groups of totals by area. */
  readonly areas: readonly Area[];
  /** The terms that are groups of totals by kind or target group. */
  readonly terms: readonly TaxonomyTerm[];
}

/** The counted centres of one city, for any day: kinds have a history. */
export interface CentreTotalsDocument extends TotalsDocument {
  readonly centres: readonly CountedCentre[];
}

/** The counted services of one city. */
export interface ServiceTotalsDocument extends TotalsDocument {
  readonly services: readonly CountedService[];
}

/** Totals are published separately from the figures of a city, so that an edit of a centre stays cheap. */
export const totalsScope = (cityCode: string): string => `totals/${cityCode}`;
export const centreTotalsId = "centres";
export const serviceTotalsId = "services";

/** Records of the whole hub, from which those of a city are selected. */
export interface TotalsMaterial {
  readonly areas: readonly Area[];
  readonly terms: readonly TaxonomyTerm[];
  readonly centres: readonly CountedCentre[];
  readonly services: readonly CountedService[];
}

/** @param city `null` for the whole hub. */
export const centreTotals = (city: string | null, material: TotalsMaterial): CentreTotalsDocument => ({
  areas: ownAreas(city, material),
  terms: material.terms.filter(({ taxonomy }) => taxonomy === "centre-kind"),
  centres: inCity(city, material, material.centres).map(({ areaCodes, kindHistory, status = null }) => ({
    areaCodes,
    kindHistory,
    status,
  })),
});

/** @param city `null` for the whole hub. */
export const serviceTotals = (city: string | null, material: TotalsMaterial): ServiceTotalsDocument => ({
  areas: ownAreas(city, material),
  terms: material.terms.filter(({ taxonomy }) => taxonomy === "target-group"),
  services: inCity(city, material, material.services).map(
    ({ areaCodes, careDomains, organizationCode, status = null, targetGroupCodes }) => ({
      areaCodes,
      careDomains,
      organizationCode,
      status,
      targetGroupCodes,
    }),
  ),
});

const ownAreas = (city: string | null, { areas }: TotalsMaterial): readonly Area[] =>
  city === null ? areas : areas.filter((area) => area.cityCode === city);

/** Records of a city: those that name it or an area of it. */
function inCity<T extends { readonly areaCodes: readonly string[] }>(
  city: string | null,
  material: TotalsMaterial,
  things: readonly T[],
): readonly T[] {
  if (city === null) return things;
  const own = new Set([city, ...ownAreas(city, material).map(({ code }) => code)]);
  return things.filter(({ areaCodes }) => areaCodes.some((code) => own.has(code)));
}
