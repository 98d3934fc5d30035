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

export interface TotalsDocument {
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

/** What is in a city: what names it, or an area of it. */
export function inCity<T extends { readonly areaCodes: readonly string[] }>(
  things: readonly T[],
  cityCode: string,
  areas: readonly Area[],
): T[] {
  const own = new Set([cityCode, ...areas.map(({ code }) => code)]);
  return things.filter(({ areaCodes }) => areaCodes.some((code) => own.has(code)));
}

export const centreKinds = (terms: readonly TaxonomyTerm[]): TaxonomyTerm[] =>
  terms.filter(({ taxonomy }) => taxonomy === "centre-kind");

export const targetGroups = (terms: readonly TaxonomyTerm[]): TaxonomyTerm[] =>
  terms.filter(({ taxonomy }) => taxonomy === "target-group");

/** The documents of totals of one city, by their names. */
export function totalsDocuments(
  cityCode: string,
  { areas, terms, centres, services }: TotalsMaterial,
): Map<string, object> {
  const own = areas.filter((area) => area.cityCode === cityCode);
  const ofCentres: CentreTotalsDocument = {
    areas: own,
    terms: centreKinds(terms),
    centres: inCity(centres, cityCode, own).map(({ areaCodes, kindHistory }) => ({ areaCodes, kindHistory })),
  };
  const ofServices: ServiceTotalsDocument = {
    areas: own,
    terms: targetGroups(terms),
    services: inCity(services, cityCode, own).map(
      ({ areaCodes, careDomains, organizationCode, targetGroupCodes }) => ({
        areaCodes,
        careDomains,
        organizationCode,
        targetGroupCodes,
      }),
    ),
  };
  return new Map<string, object>([
    [centreTotalsId, ofCentres],
    [serviceTotalsId, ofServices],
  ]);
}
