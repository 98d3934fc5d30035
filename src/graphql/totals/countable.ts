import type { Area, AreaLevel } from "../../domain/area";
import { kindOn } from "../../domain/kind-on";
import { careDomains } from "../../domain/service";
import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import type { Countable } from "../../domain/totals";
import type { Context } from "../context";
import type { Loaders } from "../loaders";
import { centresToCount, servicesToCount } from "./things-to-count";
import type { CentreDimension, ServiceDimension } from "./totals.type";

/** Things to be counted, and the records that their groups are. */
export interface CountableRecords extends Countable {
  /** The areas of the level, where they were asked for. */
  readonly areas: readonly Area[];
  readonly terms: readonly TaxonomyTerm[];
}

/** What services are counted by: what totals offer, and who gives them. */
export type ServiceGrouping = ServiceDimension | "ORGANIZATION";

/** Centres on a day, of the whole hub or of one city. */
export async function countableCentres(
  dimensions: readonly CentreDimension[],
  level: AreaLevel,
  on: string,
  context: Context,
  city: string | null = null,
): Promise<CountableRecords & { readonly unknownKind: number }> {
  const { loaders } = context;
  const { centres, areas, terms } = await centresToCount(dimensions.includes("AREA"), level, context, city);
  const isTerm = new Set(codesOf(terms));
  const kinds = centres
    .map((centre) => kindOn(centre.kindHistory, on).period?.kindCode ?? null)
    .map((code) => (code !== null && isTerm.has(code) ? code : null));
  const isThere = new Set(codesOf(areas));
  prime(loaders, areas, terms);
  const things = centres.map(({ areaCodes }, i) =>
    dimensions.map((dimension) => {
      const kind = kinds[i] ?? null;
      if (dimension === "KIND") return kind === null ? [] : [kind];
      // In a sliver a point may lie in two areas: it is counted in the first, so that cells add up.
      return areaCodes.filter((code) => isThere.has(code)).slice(0, 1);
    }),
  );
  const sides = dimensions.map((dimension) => codesOf(dimension === "KIND" ? terms : areas));
  return { sides, things, areas, terms, unknownKind: kinds.filter((kind) => kind === null).length };
}

/** Services, of the whole hub or of one city. */
export async function countableServices(
  dimensions: readonly ServiceGrouping[],
  level: AreaLevel,
  context: Context,
  city: string | null = null,
): Promise<CountableRecords> {
  const { loaders } = context;
  const { services, areas, terms } = await servicesToCount(dimensions, level, context, city);
  const bodies = [...new Set(services.map(({ organizationCode }) => organizationCode))].sort();
  const groups: Readonly<Record<ServiceGrouping, readonly string[]>> = {
    AREA: codesOf(areas),
    CARE_DOMAIN: careDomains,
    ORGANIZATION: bodies,
    TARGET_GROUP: codesOf(terms),
  };
  prime(loaders, areas, terms);
  const isArea = new Set(groups.AREA);
  const isTerm = new Set(groups.TARGET_GROUP);
  const things = services.map((service) => {
    const own: Readonly<Record<ServiceGrouping, readonly string[]>> = {
      AREA: service.areaCodes.filter((code) => isArea.has(code)),
      CARE_DOMAIN: service.careDomains,
      ORGANIZATION: [service.organizationCode],
      TARGET_GROUP: service.targetGroupCodes.filter((code) => isTerm.has(code)),
    };
    return dimensions.map((dimension) => own[dimension]);
  });
  return { sides: dimensions.map((dimension) => groups[dimension]), things, areas, terms };
}

/** What was read as a list is not read again by code. */
function prime(loaders: Loaders, areas: readonly Area[], terms: readonly TaxonomyTerm[]): void {
  for (const area of areas) loaders.area.prime(area.code, area);
  for (const term of terms) loaders.taxonomyTerm.prime(term.code, term);
}

const codesOf = (records: readonly { readonly code: string }[]): string[] => records.map(({ code }) => code);
