import { distinct } from "../../domain/kit/distinct";
import { limits } from "../../domain/kit/limits";
import { textIn } from "../../domain/kit/localized-text";
import { offeredStatuses, type StatusOrUnknown, statusOf } from "../../domain/kit/status";
import type { CareDomain, FreeOfCharge, Service, ServiceChannel } from "../../domain/services/service";
import type { ServiceListing } from "../../domain/services/service-listing";
import { countOf, countRepository } from "../documents/count.repository";
import { type Candidate, itemsToOrder, orderedPage, tooManyToOrder } from "../engine/ordered-page";
import type { Page, PageRequest, Selection } from "../engine/page";
import { given, type ItemFilter } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { isWrittenSince, type PlaceOrder } from "../places/centre.repository";
import { readCentreTwins } from "../places/centre-twins";
import { centresNear, type Near } from "../places/centres-near";
import { codecs } from "../records/codecs";
import { everyArea, highestSortableAge, keys, sortableAge } from "../records/keys";
import { candidatesOf } from "../records/records.repository";
import { withStatus } from "../records/status-filter";
import { serviceAtLocationRepository } from "./service-at-location.repository";

/** All conditions must hold; absent ones exclude nothing. */
export interface ServiceCriteria {
  /** Code of an area of any level that it covers or is located in. */
  readonly areaCode?: string;
  readonly organizationCode?: string;
  /** Code of an area that it is for as a whole. */
  readonly servesCode?: string;
  readonly statuses?: readonly StatusOrUnknown[];
  readonly targetGroupCode?: string;
  readonly serviceTypeCode?: string;
  readonly careDomain?: CareDomain;
  /** Known to be so. */
  readonly freeOfCharge?: FreeOfCharge;
  /** Whole years within its stated limits; a service without limits is for every age. */
  readonly age?: number;
  readonly channel?: ServiceChannel;
  /** BCP 47. */
  readonly language?: string;
  /** Whether one of its locations has access without steps. */
  readonly stepFree?: ServiceListing["stepFree"];
  /** One of its locations is there. */
  readonly near?: Near;
  /** Written in the hub at this instant or later. */
  readonly updatedSince?: Date;
}

/** Services at locations that are examined for one circle. */
const maxLocations = 5_000;

export function serviceRepository(reader: Reader) {
  const { byCodes, listedIn, page: listed } = codecs.service.repository(reader);
  const listings = codecs.serviceListing.repository(reader);
  const counts = countRepository(reader);

  function candidates(criteria: ServiceCriteria): Candidate<Service>[] {
    const distances = criteria.near && distancesOf(reader, criteria.near);
    const codes = distances
      ? meeting([...distances.keys()], criteria)
      : itemsToOrder(reader, listOf(criteria)).map(({ code }) => String(code));
    const found = candidatesOf<Service>(reader, codecs.service, codes);
    const written = found.filter(isWrittenSince(criteria.updatedSince));
    return written.map((each) => {
      const distanceMetres = distances?.get(each.code);
      return distanceMetres === undefined ? each : { ...each, distanceMetres };
    });
  }

  function meeting(codes: readonly string[], criteria: ServiceCriteria): string[] {
    const found = listings.byCodes(codes);
    return codes.filter((_, i) => found[i] && meets(found[i], criteria));
  }

  /** A page whose total is a sum of published numbers, if they say everything that the criteria ask. */
  function totalled(
    page: Page<Service>,
    criteria: ServiceCriteria,
    selection: Selection<Service> | undefined,
  ): Page<Service> {
    const { areaCode, statuses, careDomain, organizationCode, targetGroupCode, ...others } = criteria;
    if (selection || Object.values(others).some((each) => each !== undefined)) return page;
    const dimensions = [
      ...(careDomain === undefined ? [] : ["CARE_DOMAIN"]),
      ...(organizationCode === undefined ? [] : ["ORGANIZATION"]),
      ...(targetGroupCode === undefined ? [] : ["TARGET_GROUP"]),
    ];
    const totalCount = () => {
      const facts = counts.factsWith("SERVICES", dimensions, { areaCode, statuses });
      if (facts === null) return page.totalCount();
      const found = facts.filter(
        (fact) =>
          (careDomain === undefined || fact.careDomains.includes(careDomain)) &&
          (organizationCode === undefined || fact.organizationCode === organizationCode) &&
          (targetGroupCode === undefined || fact.targetGroupCodes.includes(targetGroupCode)),
      );
      return countOf(found);
    };
    return { ...page, totalCount };
  }

  return {
    byCodes,

    /** A page of all services, by code. */
    listed: (request: PageRequest): Page<Service> => listed(request),

    /** The listings of all services. */
    allListings(): ServiceListing[] {
      const params = { partition: keys.serviceInArea(everyArea, "", "").pk };
      const items = readWhole(reader, params, { limit: limits.totalledRecords, type: "Service" });
      const found = listings.byCodes(items.map(({ code }) => String(code)));
      return found.filter((listing) => listing !== null);
    },

    /** Codes of the organisations responsible for the offered services of an area. */
    organizationCodesIn(areaCode: string): string[] {
      const facts = counts.factsWith("SERVICES", ["ORGANIZATION"], { areaCode, statuses: offeredStatuses });
      if (facts !== null) return distinct(facts.flatMap(({ organizationCode }) => organizationCode ?? []));
      const whole = { limit: limits.totalledRecords, type: "Service" };
      const items = readWhole(
        reader,
        { partition: keys.serviceInArea(areaCode, "", "").pk, where: withStatus(offeredStatuses) },
        whole,
      );
      return [
        ...new Set(
          items.flatMap(({ organizationCode }) => (organizationCode ? [String(organizationCode)] : [])),
        ),
      ];
    },

    /** Services that meet the criteria, by name or in another order: of the area, else of the organisation, else all. */
    page(
      criteria: ServiceCriteria,
      request: PageRequest,
      selection?: Selection<Service>,
      sort: PlaceOrder = "NAME",
    ): Page<Service> {
      if (!criteria.near && !criteria.updatedSince && sort === "NAME")
        return totalled(listedIn(listOf(criteria), request, selection), criteria, selection);
      const list = ["services", criteria, selection?.name];
      const read = () => candidates(criteria);
      return orderedPage(list, sort, request, ({ name }) => textIn(name, "it").value, read, selection);
    },
  };
}

/** Services of the centres in the circle, each with the distance of the nearest one. */
function distancesOf(reader: Reader, near: Near): Map<string, number> {
  const locations = serviceAtLocationRepository(reader);
  const centres = centresNear(reader, near);
  const twins = readCentreTwins(reader);
  // What another record of a place offers is offered there.
  const ofCentre = new Map(
    centres.flatMap(({ code, distanceMetres }) =>
      [code, ...(twins.get(code) ?? [])].map((each) => [each, distanceMetres] as const),
    ),
  );
  const offers = codecs.centreServices.repository(reader).byCodes([...ofCentre.keys()]);
  const locationCodes = offers.flatMap((each) => each?.locationCodes ?? []);
  if (locationCodes.length > maxLocations) throw tooManyToOrder();
  const distances = new Map<string, number>();
  for (const location of locations.byCodes(locationCodes)) {
    const distance = location ? ofCentre.get(location.centreCode) : undefined;
    // The list of a centre follows from the locations and may be a moment behind them.
    if (!location || distance === undefined) continue;
    distances.set(location.serviceCode, Math.min(distance, distances.get(location.serviceCode) ?? distance));
  }
  return distances;
}

function listOf(criteria: ServiceCriteria) {
  const { areaCode, organizationCode } = criteria;
  const { pk } =
    areaCode === undefined && organizationCode !== undefined
      ? keys.serviceOfOrganization(organizationCode, "", "")
      : keys.serviceInArea(areaCode ?? everyArea, "", "");
  return { partition: pk, where: filtersOf(criteria) };
}

/** The criteria on a listing besides its area, for filters and for listings alike. */
const asked = (criteria: ServiceCriteria) =>
  [
    ["careDomains", "contains", criteria.careDomain],
    ["freeOfCharge", "equals", criteria.freeOfCharge],
    ["organizationCode", "equals", criteria.organizationCode],
    ["serviceTypeCodes", "contains", criteria.serviceTypeCode],
    ["channels", "contains", criteria.channel],
    ["languages", "contains", criteria.language],
    ["serviceAreaCodes", "contains", criteria.servesCode],
    ["stepFree", "equals", criteria.stepFree],
    ["targetGroupCodes", "contains", criteria.targetGroupCode],
  ] as const;

const filtersOf = (criteria: ServiceCriteria): ItemFilter[] => [
  ...given(asked(criteria)),
  ...withStatus(criteria.statuses),
  ...(criteria.age === undefined ? [] : forAge(sortableAge(criteria.age))),
];

const forAge = (age: string): ItemFilter[] => [
  { attribute: "fromAge", test: "between", value: [sortableAge(0), age] },
  { attribute: "toAge", test: "between", value: [age, sortableAge(highestSortableAge)] },
];

/** The conditions of the list, checked on the listing itself. */
const meets = (listing: ServiceListing, criteria: ServiceCriteria): boolean =>
  (criteria.age === undefined ||
    ((listing.minimumAge ?? 0) <= criteria.age &&
      criteria.age <= (listing.maximumAge ?? highestSortableAge))) &&
  (criteria.statuses === undefined || criteria.statuses.includes(statusOf(listing))) &&
  (criteria.areaCode === undefined || listing.areaCodes.includes(criteria.areaCode)) &&
  asked(criteria).every(
    ([attribute, , value]) => value === undefined || [listing[attribute]].flat().includes(value),
  );
