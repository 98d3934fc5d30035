import type { TaxonomyTerm } from "../kit/taxonomy-term";
import type { Area } from "../places/area";
import type { Centre } from "../places/centre";
import type { ServiceListing } from "../services/service-listing";

/** What of a centre is counted. */
export type CountedCentre = Pick<Centre, "areaCodes" | "kindHistory">;
/** What of a service is counted. */
export type CountedService = Pick<
  ServiceListing,
  "areaCodes" | "careDomains" | "organizationCode" | "targetGroupCodes"
>;

interface TotalsDocument {
  /** Of the city, at every level below it: the groups of totals by area. */
  readonly areas: readonly Area[];
  /** The words that are groups of totals by kind or target group. */
  readonly terms: readonly TaxonomyTerm[];
}

/** The centres of one city as they are counted: of any day, because kinds have a history. */
export interface CentreTotalsDocument extends TotalsDocument {
  readonly centres: readonly CountedCentre[];
}

/** The services of one city as they are counted. */
export interface ServiceTotalsDocument extends TotalsDocument {
  readonly services: readonly CountedService[];
}

/** Documents of totals are published apart from the numbers of a city, so that an edit of a centre stays cheap. */
export const totalsScope = (cityCode: string): string => `totals/${cityCode}`;
export const centreTotalsId = "centres";
export const serviceTotalsId = "services";

/** Records of the whole hub, of which a city's are taken. */
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
  centres: inCity(city, material, material.centres).map(({ areaCodes, kindHistory }) => ({
    areaCodes,
    kindHistory,
  })),
});

/** @param city `null` for the whole hub. */
export const serviceTotals = (city: string | null, material: TotalsMaterial): ServiceTotalsDocument => ({
  areas: ownAreas(city, material),
  terms: material.terms.filter(({ taxonomy }) => taxonomy === "target-group"),
  services: inCity(city, material, material.services).map(
    ({ areaCodes, careDomains, organizationCode, targetGroupCodes }) => ({
      areaCodes,
      careDomains,
      organizationCode,
      targetGroupCodes,
    }),
  ),
});

const ownAreas = (city: string | null, { areas }: TotalsMaterial): readonly Area[] =>
  city === null ? areas : areas.filter((area) => area.cityCode === city);

/** What is in a city: what names it, or an area of it. */
function inCity<T extends { readonly areaCodes: readonly string[] }>(
  city: string | null,
  material: TotalsMaterial,
  things: readonly T[],
): readonly T[] {
  if (city === null) return things;
  const own = new Set([city, ...ownAreas(city, material).map(({ code }) => code)]);
  return things.filter(({ areaCodes }) => areaCodes.some((code) => own.has(code)));
}
