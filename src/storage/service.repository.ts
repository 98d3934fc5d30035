import type { CareDomain, FreeOfCharge, Service } from "../domain/service";
import type { ServiceListing } from "../domain/service-listing";
import { codecs } from "./codecs";
import { everyArea, keys } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import type { ItemFilter } from "./query-input";
import { recordsByKeys, recordsRepository } from "./records.repository";
import type { Table } from "./table";

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
}

export function serviceRepository(table: Table) {
  const { byCodes } = recordsRepository<Service>(table, codecs.service);
  return {
    byCodes,

    /** What is known for finding a service, in the order of the codes; `null` where there is none. */
    listings: (serviceCodes: readonly string[]): Promise<(ServiceListing | null)[]> =>
      recordsByKeys<ServiceListing>(table, serviceCodes.map(keys.serviceListing)),

    /** Services that meet the criteria, by name: of the area, else of the organisation, else all. */
    page(criteria: ServiceCriteria, request: PageRequest): Promise<Page<Service>> {
      const { areaCode, organizationCode } = criteria;
      const { pk } =
        areaCode === undefined && organizationCode !== undefined
          ? keys.serviceOfOrganization(organizationCode, "", "")
          : keys.serviceInArea(areaCode ?? everyArea, "", "");
      return readPage(table, { partition: pk, where: filtersOf(criteria) }, request, (items) =>
        byCodes(items.map((item) => String(item.code))),
      );
    },
  };
}

function filtersOf(criteria: ServiceCriteria): ItemFilter[] {
  const filters: readonly (readonly [ItemFilter["attribute"], ItemFilter["test"], string | undefined])[] = [
    ["careDomains", "contains", criteria.careDomain],
    ["freeOfCharge", "equals", criteria.freeOfCharge],
    ["organizationCode", "equals", criteria.organizationCode],
    ["serviceTypeCodes", "contains", criteria.serviceTypeCode],
    ["targetGroupCodes", "contains", criteria.targetGroupCode],
  ];
  return filters.flatMap(([attribute, test, value]) =>
    value === undefined ? [] : [{ attribute, test, value }],
  );
}
