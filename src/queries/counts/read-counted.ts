import type { Dimension } from "../../domain/counts/aggregate-rules";
import { type Counted, centreCube, type GroupRecords, serviceCube } from "../../domain/counts/countable";
import {
  type CentreTotalsDocument,
  centreTotals,
  centreTotalsId,
  type ServiceTotalsDocument,
  serviceTotals,
  serviceTotalsId,
  type TotalsMaterial,
  totalsScope,
} from "../../domain/counts/totals-document";
import type { AreaLevel } from "../../domain/places/area";
import type { Cube } from "../../domain/statistics/cube";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

export type CountSubject = "CENTRES" | "SERVICES";

export interface CountScope {
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** The day of the kinds of centres. */
  readonly on: string;
}

/**
 * The published records of a city, in one Get and one Query; else one Query each for records, areas and terms (and for
 * services one batch for every hundred). Records read as a list are not read again by code.
 * @param dimensions to group or filter by: the records of others are not read.
 * @throws HubError UNKNOWN_CODE for a city that does not exist and has no published documents.
 */
export function readCounted(
  of: CountSubject,
  dimensions: readonly string[],
  { level, city, on }: CountScope,
  { records }: QueryContext,
): Cube<Dimension, Counted> {
  const byArea = dimensions.includes("AREA");
  if (of === "CENTRES") {
    const document = documentOf<CentreTotalsDocument>(centreTotalsId, centreTotals);
    return centreCube(document.centres, primed(document), on);
  }
  const document = documentOf<ServiceTotalsDocument>(serviceTotalsId, serviceTotals);
  return serviceCube(document.services, primed(document));

  function documentOf<D>(id: string, made: (cityCode: string | null, material: TotalsMaterial) => D) {
    const published = city === null ? null : records.document<D>(totalsScope(city), id);
    if (published) return published;
    const cityCode = knownCodeIfGiven(records, "area", "city", city) ?? null;
    const isCentres = of === "CENTRES";
    const [areas, terms, centres, services] = [
      byArea || cityCode !== null ? records.areasOfLevel(level) : [],
      isCentres || dimensions.includes("TARGET_GROUP") ? records.allTaxonomyTerms() : [],
      isCentres ? records.allCentres() : [],
      isCentres ? [] : records.allServiceListings(),
    ];
    return made(cityCode, { areas, terms, centres, services });
  }

  function primed(document: GroupRecords): GroupRecords {
    const areas = byArea ? document.areas.filter((area) => area.level === level) : [];
    return { areas, terms: document.terms };
  }
}
