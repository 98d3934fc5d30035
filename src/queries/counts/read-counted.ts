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
import { loadDocument } from "../kit/published-documents";
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
export async function readCounted(
  of: CountSubject,
  dimensions: readonly string[],
  { level, city, on }: CountScope,
  { loaders }: QueryContext,
): Promise<Cube<Dimension, Counted>> {
  const byArea = dimensions.includes("AREA");
  if (of === "CENTRES") {
    const document = await documentOf<CentreTotalsDocument>(centreTotalsId, centreTotals);
    return centreCube(document.centres, primed(document), on);
  }
  const document = await documentOf<ServiceTotalsDocument>(serviceTotalsId, serviceTotals);
  return serviceCube(document.services, primed(document));

  async function documentOf<D>(id: string, made: (cityCode: string | null, material: TotalsMaterial) => D) {
    const published = city === null ? null : await loadDocument<D>(loaders, totalsScope(city), id);
    if (published) return published;
    const cityCode = (await knownCodeIfGiven(loaders, "area", "city", city)) ?? null;
    const isCentres = of === "CENTRES";
    const [areas, terms, centres, services] = await Promise.all([
      byArea || cityCode !== null ? loaders.areasOfLevel.load(level) : [],
      isCentres || dimensions.includes("TARGET_GROUP") ? loaders.allTaxonomyTerms.load() : [],
      isCentres ? loaders.allCentres.load() : [],
      isCentres ? [] : loaders.allServiceListings.load(),
    ]);
    return made(cityCode, { areas, terms, centres, services });
  }

  function primed(document: GroupRecords): GroupRecords {
    const areas = byArea ? document.areas.filter((area) => area.level === level) : [];
    for (const area of areas) loaders.area.prime(area.code, area);
    for (const term of document.terms) loaders.taxonomyTerm.prime(term.code, term);
    return { areas, terms: document.terms };
  }
}
