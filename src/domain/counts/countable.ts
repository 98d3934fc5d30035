import { knownOrUnknown, statusOf } from "../kit/status";
import type { TaxonomyTerm } from "../kit/taxonomy-term";
import type { Area } from "../places/area";
import { kindOn } from "../places/kind-on";
import type { CalendarDay } from "../schedule/calendar-day";
import { careDomains } from "../services/service";
import { type Cube, cubeOf, type Weighted } from "../statistics/cube";
import type { CountedCentre, CountedService } from "./counted";

type CentreDimension = "AREA" | "KIND" | "STATUS";
type ServiceDimension = "AREA" | "CARE_DOMAIN" | "ORGANIZATION" | "STATUS" | "TARGET_GROUP";

/** The records of the groups. */
export interface GroupRecords {
  /** The areas of one level, for counts by area. */
  readonly areas: readonly Area[];
  readonly terms: readonly TaxonomyTerm[];
}

/** How many things, and how many of them have no current status in any source. */
export interface Counted {
  readonly count: number;
  readonly ofUnknownStatus: number;
}

/** Things, or classes of things that are alike. */
type OneOrMany<T> = T & Partial<Weighted>;

const sizeOf = ({ count = 1 }: Partial<Weighted>): number => count;
const sumOf = (things: readonly Partial<Weighted>[]): number =>
  things.reduce((sum, thing) => sum + sizeOf(thing), 0);

/** Centres on a day. Unknown kinds are never guessed. */
export function centreCube(
  centres: readonly OneOrMany<CountedCentre>[],
  { areas, terms }: GroupRecords,
  on: CalendarDay,
): Cube<CentreDimension, Counted> {
  const groups = { AREA: codesOf(areas), KIND: codesOf(terms) };
  const isArea = new Set(groups.AREA);
  const isTerm = new Set(groups.KIND);
  return cubeOf({
    facts: centres.map(({ areaCodes, kindHistory, status = null, count }) => ({
      // In a sliver a point may lie in two areas: it counts in the first, so that cells add up.
      AREA: areaCodes.filter((code) => isArea.has(code)).slice(0, 1),
      KIND: [kindOn(kindHistory, on).period?.kindCode ?? ""].filter((code) => isTerm.has(code)),
      STATUS: [statusOf({ status })],
      ...(count !== undefined && { count }),
    })),
    weightOf: sizeOf,
    dimensions: {
      AREA: { groups: groups.AREA, of: ({ AREA }) => AREA },
      KIND: { groups: groups.KIND, of: ({ KIND }) => KIND },
      STATUS: { groups: knownOrUnknown, of: ({ STATUS }) => STATUS },
    },
    measure: ({ facts }) => ({
      count: sumOf(facts),
      ofUnknownStatus: sumOf(facts.filter(({ STATUS }) => STATUS.includes("UNKNOWN"))),
    }),
  });
}

export function serviceCube(
  services: readonly OneOrMany<CountedService>[],
  { areas, terms }: GroupRecords,
): Cube<ServiceDimension, Counted> {
  const providers = [...new Set(services.flatMap(({ organizationCode }) => organizationCode ?? []))].sort();
  const groups = { AREA: codesOf(areas), TARGET_GROUP: codesOf(terms) };
  const isArea = new Set(groups.AREA);
  const isTerm = new Set(groups.TARGET_GROUP);
  return cubeOf({
    facts: services,
    weightOf: sizeOf,
    dimensions: {
      AREA: { groups: groups.AREA, of: ({ areaCodes }) => areaCodes.filter((code) => isArea.has(code)) },
      CARE_DOMAIN: { groups: careDomains, of: (service) => service.careDomains },
      ORGANIZATION: { groups: providers, of: ({ organizationCode }) => [organizationCode ?? []].flat() },
      STATUS: { groups: knownOrUnknown, of: (service) => [statusOf(service)] },
      TARGET_GROUP: {
        groups: groups.TARGET_GROUP,
        of: ({ targetGroupCodes }) => targetGroupCodes.filter((code) => isTerm.has(code)),
      },
    },
    measure: ({ facts }) => ({
      count: sumOf(facts),
      ofUnknownStatus: sumOf(facts.filter((service) => statusOf(service) === "UNKNOWN")),
    }),
  });
}

const codesOf = (records: readonly { readonly code: string }[]): string[] => records.map(({ code }) => code);
