import { guaranteedRadiusMetres } from "../../domain/geo/geohash";
import type { GeoPoint } from "../../domain/geo/point";
import { limits } from "../../domain/kit/limits";
import { byCode } from "../../domain/kit/order";
import type { Centre } from "../../domain/places/centre";
import { type CentreConditions, meetsConditions } from "../../domain/places/centre-conditions";
import { countOf, countRepository } from "../documents/count.repository";
import { chunks } from "../engine/chunks";
import {
  type Candidate,
  itemsToOrder,
  keptOf,
  type OrderName,
  orderedPage,
  writtenSince,
} from "../engine/ordered-page";
import type { Page, PageRequest, Selection } from "../engine/page";
import { given } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { everyArea, keys } from "../records/keys";
import { candidatesOf, recordOf } from "../records/records.repository";
import { withStatus } from "../records/status-filter";
import { readCentreTwins } from "./centre-twins";
import { type CentreNear, centresInCells, centresNear, type Near, searchPrecisions } from "./centres-near";

/** All conditions must hold; absent ones exclude nothing. */
export interface CentreCriteria extends CentreConditions {
  readonly near?: Near;
  /** Written in the hub at this instant or later. */
  readonly updatedSince?: Date;
}

export interface CentreNearby {
  readonly centre: Centre;
  readonly distanceMetres: number;
}

const whole = { limit: limits.placesOfArea, type: "Centre" };

/** The orders of a list of places; `NAME` is that of the stored list. */
export type PlaceOrder = OrderName;

export function centreRepository(reader: Reader) {
  const { byCodes, listedIn, page: listedPage } = codecs.centre.repository(reader);
  const counts = countRepository(reader);

  /** Those that meet the conditions of keys and filters; the others are checked on the records. */
  function candidates(criteria: CentreCriteria): Candidate<Centre>[] {
    const { near } = criteria;
    if (near) return centresNear(reader, near).filter(({ node }) => meetsConditions(node, criteria));
    const items = itemsToOrder(reader, listOf(criteria));
    const codes = items.map(({ code }) => String(code));
    return candidatesOf<Centre>(reader, codecs.centre, codes);
  }

  function allIn(areaCode: string): Centre[] {
    const items = readWhole(reader, { partition: keys.centreInArea(areaCode, "", "").pk }, whole);
    const codes = items.map(({ code }) => String(code));
    return candidatesOf<Centre>(reader, codecs.centre, codes).map(({ node }) => node);
  }

  /** A page whose total is a sum of published numbers, if they say everything that the criteria ask. */
  function totalled(
    page: Page<Centre>,
    criteria: CentreCriteria,
    selection: Selection<Centre> | undefined,
  ): Page<Centre> {
    const { areaCode, statuses, equipment = [], kindCodes = [], ...others } = criteria;
    const isMore = equipment.length > 0 || kindCodes.length > 0;
    if (selection || isMore || Object.values(others).some((each) => each !== undefined)) return page;
    const totalCount = () => {
      const facts = counts.factsWith("CENTRES", [], { areaCode, statuses });
      return facts === null ? page.totalCount() : countOf(facts);
    };
    return { ...page, totalCount };
  }

  return {
    byCodes,

    /** A page of all centres, by code. */
    listed: (request: PageRequest): Page<Centre> => listedPage(request),

    /** Every centre, by code; an error above `limits.placesOfArea`. */
    all(): Centre[] {
      const { listPk } = keys.list.records("Centre", "");
      return readWhole(reader, { index: "list", partition: listPk }, whole).map((item) =>
        recordOf<Centre>(item),
      );
    },

    twins: () => readCentreTwins(reader),

    /** The centres of an area of any level; an error above `limits.placesOfArea`. */
    allIn,

    /** The centres that an organisation manages, or those that it owns, by code: a filter over the list of all centres. */
    ofOrganization: (
      role: "managerCode" | "ownerCode",
      organizationCode: string,
      request: PageRequest,
    ): Page<Centre> => listedPage(request, { [role]: organizationCode }),

    /** Centres that meet the criteria, by name or in another order. */
    page(
      criteria: CentreCriteria,
      request: PageRequest,
      selection?: Selection<Centre>,
      sort: PlaceOrder = "NAME",
    ): Page<Centre> {
      if (!criteria.near && sort === "NAME")
        return totalled(listedIn(listOf(criteria), request, selection), criteria, selection);
      const read = () => candidates(criteria).filter(isWrittenSince(criteria.updatedSince));
      const list = ["centres", criteria, selection?.name];
      return orderedPage(list, sort, request, ({ name }) => name, read, selection);
    },

    /**
     * The nearest centres in a straight line, nearest first. Searches ever larger cells until the results are certainly
     * nearer than anything outside. Beyond 67 degrees of latitude the largest cells are narrower than the largest
     * radius, and centres outside are not found.
     * @param withinMetres 1 to `limits.searchRadiusMetres`.
     * @param selection examines only centres that meet the criteria, nearest first, until there are enough.
     */
    nearest(
      point: GeoPoint,
      limit: number,
      withinMetres: number,
      criteria: CentreCriteria = {},
      selection?: Selection<Centre>,
    ): CentreNearby[] {
      let found: CentreNear[] = [];
      for (const precision of searchPrecisions) {
        const certain = Math.min(guaranteedRadiusMetres(point, precision), withinMetres);
        const near = centresInCells(reader, { point, withinMetres: certain }, precision);
        const wanted = near
          .filter(({ node }) => meetsConditions(node, criteria))
          .sort((a, b) => a.distanceMetres - b.distanceMetres || byCode(a, b));
        found = firstKept(wanted, limit, selection);
        if (found.length >= limit || certain === withinMetres) break;
      }
      return found.map(({ node, distanceMetres }) => ({ centre: node, distanceMetres }));
    },
  };
}

function listOf(criteria: CentreCriteria) {
  const { kindCodes = [], strategyCode, equipment = [], stepFree, updatedSince } = criteria;
  const where = given([
    ["kindCode", "oneOf", kindCodes.length === 0 ? undefined : kindCodes],
    ["strategyCodes", "contains", strategyCode],
    ...equipment.map((feature) => ["equipment", "contains", feature] as const),
    ["stepFree", "equals", stepFree],
  ]);
  return {
    partition: keys.centreInArea(criteria.areaCode ?? everyArea, "", "").pk,
    where: [...where, ...withStatus(criteria.statuses), ...writtenSince(updatedSince)],
  };
}

export const isWrittenSince =
  (updatedSince: Date | undefined) =>
  ({ updatedAt }: Pick<Candidate<unknown>, "updatedAt">): boolean =>
    updatedSince === undefined || Date.parse(updatedAt) >= updatedSince.getTime();

/** In their order, as many as wanted; later ones are not examined. */
function firstKept(
  centres: readonly CentreNear[],
  limit: number,
  selection: Selection<Centre> | undefined,
): CentreNear[] {
  if (!selection) return centres.slice(0, limit);
  const found: CentreNear[] = [];
  for (const group of chunks(centres, limit)) {
    found.push(...keptOf(group, selection));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
