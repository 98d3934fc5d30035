import {
  type CountDimension,
  centreCube,
  type GroupRecords,
  serviceCube,
} from "../../domain/counts/countable";
import {
  type CentreTotalsDocument,
  type CountedCentre,
  type CountedService,
  centreKinds,
  centreTotalsId,
  inCity,
  type ServiceTotalsDocument,
  serviceTotalsId,
  type TotalsDocument,
  targetGroups,
  totalsScope,
} from "../../domain/counts/totals-document";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { AreaLevel } from "../../domain/places/area";
import type { Cube } from "../../domain/statistics/cube";
import { knownCodeIfGiven } from "../kit/known-code";
import type { Loaders } from "../kit/loaders";
import { loadDocument } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

export type CountSubject = "CENTRES" | "SERVICES";

/** Centres or services, and the records that their groups are. */
export interface Counted extends GroupRecords {
  readonly cube: Cube<CountDimension | "ORGANIZATION", number>;
}

export interface CountScope {
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** The day of the kinds of centres. */
  readonly on: string;
}

/** @param dimensions what is grouped or filtered by: the records of others are not read. */
export async function readCounted(
  of: CountSubject,
  dimensions: readonly string[],
  scope: CountScope,
  context: QueryContext,
): Promise<Counted> {
  const byArea = dimensions.includes("AREA");
  if (of === "CENTRES") {
    const { things, ...groups } = await readThings(centres, byArea, true, scope, context);
    return { ...groups, cube: centreCube(things, groups, scope.on) };
  }
  const byTerm = dimensions.includes("TARGET_GROUP");
  const { things, ...groups } = await readThings(services, byArea, byTerm, scope, context);
  return { ...groups, cube: serviceCube(things, groups) };
}

/** Where things are published, and where they are else read. */
interface Things<T, D extends TotalsDocument> {
  readonly id: string;
  readonly of: (document: D) => readonly T[];
  readonly every: (loaders: Loaders) => Promise<readonly T[]>;
  readonly terms: (terms: readonly TaxonomyTerm[]) => TaxonomyTerm[];
}

const centres: Things<CountedCentre, CentreTotalsDocument> = {
  id: centreTotalsId,
  of: (document) => document.centres,
  every: ({ everyCentre }) => everyCentre.load("all"),
  terms: centreKinds,
};

const services: Things<CountedService, ServiceTotalsDocument> = {
  id: serviceTotalsId,
  of: (document) => document.services,
  every: ({ everyServiceListing }) => everyServiceListing.load("all"),
  terms: targetGroups,
};

/**
 * Of a city as they are published, in one Get and one Query; else one Query each for things, areas and terms (and of services
 * one batch for every hundred). What was read as a list is not read again by code.
 * @throws HubError UNKNOWN_CODE for a city of which nothing is published and that the hub does not know.
 */
async function readThings<T extends { readonly areaCodes: readonly string[] }, D extends TotalsDocument>(
  { id, of, every, terms }: Things<T, D>,
  byArea: boolean,
  byTerm: boolean,
  { level, city }: CountScope,
  { loaders }: QueryContext,
): Promise<GroupRecords & { readonly things: readonly T[] }> {
  const document = city === null ? null : await loadDocument<D>(loaders, totalsScope(city), id);
  const read = document
    ? {
        areas: byArea ? document.areas.filter((area) => area.level === level) : [],
        terms: document.terms,
        things: of(document),
      }
    : await readEach();
  for (const area of read.areas) loaders.area.prime(area.code, area);
  for (const term of read.terms) loaders.taxonomyTerm.prime(term.code, term);
  return read;

  async function readEach() {
    const cityCode = await knownCodeIfGiven(loaders.area, "city", city);
    const [things, areas, words] = await Promise.all([
      every(loaders),
      byArea || cityCode !== undefined ? loaders.areasOfLevel.load(level) : [],
      byTerm ? loaders.everyTerm.load("all") : [],
    ]);
    const own = cityCode === undefined ? areas : areas.filter((area) => area.cityCode === cityCode);
    return {
      areas: byArea ? own : [],
      terms: terms(words),
      things: cityCode === undefined ? things : inCity(things, cityCode, own),
    };
  }
}
