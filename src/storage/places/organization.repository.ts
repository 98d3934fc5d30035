import type { Organization } from "../../domain/places/organization";
import type { Page, PageRequest } from "../engine/page";
import type { Table } from "../engine/table";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function organizationRepository(table: Table) {
  const records = codecs.organization.repository(table);
  return {
    ...records,

    /** The units of an organisation, by name: one Query and one BatchGet. */
    units: (parentCode: string, request: PageRequest): Promise<Page<Organization>> =>
      records.listedIn({ partition: keys.unitOfOrganization(parentCode, "", "").pk }, request),
  };
}
