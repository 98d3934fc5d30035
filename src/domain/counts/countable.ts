import type { TaxonomyTerm } from "../kit/taxonomy-term";
import type { Area } from "../places/area";
import { kindOn } from "../places/kind-on";
import type { CalendarDay } from "../schedule/calendar-day";
import { careDomains } from "../services/service";
import type { Countable } from "./totals";
import type { CountedCentre, CountedService } from "./totals-document";

export type CentreDimension = "AREA" | "KIND";
export type ServiceDimension = "AREA" | "CARE_DOMAIN" | "TARGET_GROUP";
/** What services are counted by: what totals offer, and who gives them. */
export type ServiceGrouping = ServiceDimension | "ORGANIZATION";

/** The records that groups are. */
export interface Groups {
  /** The areas of one level, where things are counted by area. */
  readonly areas: readonly Area[];
  readonly terms: readonly TaxonomyTerm[];
}

export interface CountableCentres extends Countable {
  /** Centres of which the kind on the day is not known. */
  readonly unknownKind: number;
}

/** Centres with their groups on a day. What kind they were is never guessed. */
export function countableCentres(
  centres: readonly CountedCentre[],
  dimensions: readonly CentreDimension[],
  { areas, terms }: Groups,
  on: CalendarDay,
): CountableCentres {
  const isTerm = new Set(codesOf(terms));
  const isThere = new Set(codesOf(areas));
  const kinds = centres
    .map((centre) => kindOn(centre.kindHistory, on).period?.kindCode ?? null)
    .map((code) => (code !== null && isTerm.has(code) ? code : null));
  const things = centres.map(({ areaCodes }, i) =>
    dimensions.map((dimension) => {
      const kind = kinds[i] ?? null;
      if (dimension === "KIND") return kind === null ? [] : [kind];
      // In a sliver a point may lie in two areas: it is counted in the first, so that cells add up.
      return areaCodes.filter((code) => isThere.has(code)).slice(0, 1);
    }),
  );
  const sides = dimensions.map((dimension) => codesOf(dimension === "KIND" ? terms : areas));
  return { sides, things, unknownKind: kinds.filter((kind) => kind === null).length };
}

/** Services with their groups. */
export function countableServices(
  services: readonly CountedService[],
  dimensions: readonly ServiceGrouping[],
  { areas, terms }: Groups,
): Countable {
  const groups: Readonly<Record<ServiceGrouping, readonly string[]>> = {
    AREA: codesOf(areas),
    CARE_DOMAIN: careDomains,
    ORGANIZATION: [...new Set(services.map(({ organizationCode }) => organizationCode))].sort(),
    TARGET_GROUP: codesOf(terms),
  };
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
  return { sides: dimensions.map((dimension) => groups[dimension]), things };
}

const codesOf = (records: readonly { readonly code: string }[]): string[] => records.map(({ code }) => code);
