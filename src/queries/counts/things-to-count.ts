import type { Groups } from "../../domain/counts/countable";
import {
  type CentreTotalsDocument,
  type CountedCentre,
  type CountedService,
  centreKinds,
  centreTotalsId,
  inCity,
  type ServiceTotalsDocument,
  serviceTotalsId,
  targetGroups,
  totalsScope,
} from "../../domain/counts/totals-document";
import type { Area, AreaLevel } from "../../domain/places/area";
import { knownCodeIfGiven } from "../kit/known-code";
import { loadDocument } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

/**
 * Centres: of a city as they are published, in one Get and one Query; else one Query each for centres, areas and terms.
 * @throws HubError UNKNOWN_CODE for a city of which nothing is published and that the hub does not know.
 */
export async function centresToCount(
  byArea: boolean,
  level: AreaLevel,
  context: QueryContext,
  city: string | null,
): Promise<Groups & { readonly centres: readonly CountedCentre[] }> {
  const { loaders } = context;
  const published =
    city === null
      ? null
      : await loadDocument<CentreTotalsDocument>(loaders, totalsScope(city), centreTotalsId);
  if (published) {
    const { areas, terms, centres } = published;
    return { areas: byArea ? ofLevel(areas, level) : [], terms, centres };
  }
  const cityCode = await knownCodeIfGiven(loaders.area, "city", city);
  const [centres, areas, terms] = await Promise.all([
    loaders.everyCentre.load("all"),
    byArea || cityCode !== undefined ? loaders.areasOfLevel.load(level) : [],
    loaders.everyTerm.load("all"),
  ]);
  const own = cityCode === undefined ? areas : areas.filter((area) => area.cityCode === cityCode);
  return {
    areas: byArea ? own : [],
    terms: centreKinds(terms),
    centres: cityCode === undefined ? centres : inCity(centres, cityCode, own),
  };
}

/** Services, as `centresToCount`; one batch for every hundred more where they are not published. */
export async function servicesToCount(
  dimensions: readonly string[],
  level: AreaLevel,
  context: QueryContext,
  city: string | null,
): Promise<Groups & { readonly services: readonly CountedService[] }> {
  const { loaders } = context;
  const byArea = dimensions.includes("AREA");
  const published =
    city === null
      ? null
      : await loadDocument<ServiceTotalsDocument>(loaders, totalsScope(city), serviceTotalsId);
  if (published) {
    const { areas, terms, services } = published;
    return { areas: byArea ? ofLevel(areas, level) : [], terms, services };
  }
  const cityCode = await knownCodeIfGiven(loaders.area, "city", city);
  const [services, areas, terms] = await Promise.all([
    loaders.everyServiceListing.load("all"),
    byArea || cityCode !== undefined ? loaders.areasOfLevel.load(level) : [],
    dimensions.includes("TARGET_GROUP") ? loaders.everyTerm.load("all") : [],
  ]);
  const own = cityCode === undefined ? areas : areas.filter((area) => area.cityCode === cityCode);
  return {
    areas: byArea ? own : [],
    terms: targetGroups(terms),
    services: cityCode === undefined ? services : inCity(services, cityCode, own),
  };
}

const ofLevel = (areas: readonly Area[], level: AreaLevel): Area[] =>
  areas.filter((area) => area.level === level);
