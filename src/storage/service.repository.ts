import { limits } from "../domain/limits";
import type { CareDomain, FreeOfCharge, Service, ServiceChannel } from "../domain/service";
import type { ServiceListing } from "../domain/service-listing";
import { codecs } from "./codecs";
import { everyArea, highestSortableAge, keys, sortableAge } from "./keys";
import { type Page, type PageRequest, readPage, readSelectedPage, type Selection } from "./page";
import type { ItemFilter } from "./query-input";
import { recordsByKeys, recordsRepository } from "./records.repository";
import type { Item, Table } from "./table";
import { readWhole } from "./whole-list";

/** Conditions that all must hold; absent ones exclude nothing. */
export interface ServiceCriteria {
  /** Code of an area of any level that it serves or lies in. */
  readonly areaCode?: string;
  readonly organizationCode?: string;
  readonly targetGroupCode?: string;
  readonly serviceTypeCode?: string;
  readonly careDomain?: CareDomain;
  /** Known to be so. */
  readonly freeOfCharge?: FreeOfCharge;
  /** Whole years that its stated limits allow; one without limits is for every age. */
  readonly age?: number;
  readonly channel?: ServiceChannel;
  /** BCP 47. */
  readonly language?: string;
}

export function serviceRepository(table: Table) {
  const { byCodes } = recordsRepository<Service>(table, codecs.service);
  const listings = (serviceCodes: readonly string[]): Promise<(ServiceListing | null)[]> =>
    recordsByKeys<ServiceListing>(table, serviceCodes.map(keys.serviceListing));
  return {
    byCodes,

    /** What is known of every service for finding it: one Query, and one BatchGet for every hundred services. */
    async everyListing(): Promise<ServiceListing[]> {
      const params = { partition: keys.serviceInArea(everyArea, "", "").pk };
      const items = await readWhole(table, params, { limit: limits.totalledRecords, what: "services" });
      const found = await listings(items.map((item) => String(item.code)));
      return found.filter((listing) => listing !== null);
    },

    /** What is known for finding a service, in the order of the codes; `null` where there is none. */
    listings,

    /** Services that meet the criteria, by name: of the area, else of the organisation, else all. */
    page(
      criteria: ServiceCriteria,
      request: PageRequest,
      selection?: Selection<Service>,
    ): Promise<Page<Service>> {
      const { areaCode, organizationCode } = criteria;
      const { pk } =
        areaCode === undefined && organizationCode !== undefined
          ? keys.serviceOfOrganization(organizationCode, "", "")
          : keys.serviceInArea(areaCode ?? everyArea, "", "");
      const params = { partition: pk, where: filtersOf(criteria) };
      const servicesOf = (items: readonly Item[]) => byCodes(items.map((item) => String(item.code)));
      return selection
        ? readSelectedPage(table, params, request, servicesOf, selection)
        : readPage(table, params, request, servicesOf);
    },
  };
}

function filtersOf(criteria: ServiceCriteria): ItemFilter[] {
  const filters: readonly (readonly [ItemFilter["attribute"], ItemFilter["test"], string | undefined])[] = [
    ["careDomains", "contains", criteria.careDomain],
    ["freeOfCharge", "equals", criteria.freeOfCharge],
    ["organizationCode", "equals", criteria.organizationCode],
    ["serviceTypeCodes", "contains", criteria.serviceTypeCode],
    ["channels", "contains", criteria.channel],
    ["languages", "contains", criteria.language],
    ["targetGroupCodes", "contains", criteria.targetGroupCode],
  ];
  return [
    ...filters.flatMap(([attribute, test, value]) =>
      value === undefined ? [] : [{ attribute, test, value }],
    ),
    ...(criteria.age === undefined ? [] : forAge(sortableAge(criteria.age))),
  ];
}

const forAge = (age: string): ItemFilter[] => [
  { attribute: "fromAge", test: "between", value: [sortableAge(0), age] },
  { attribute: "toAge", test: "between", value: [age, sortableAge(highestSortableAge)] },
];
