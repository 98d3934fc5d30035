import type { Organization } from "../../domain/places/organization";
import { type Page, type PageRequest, readPage } from "../engine/page";
import type { Table } from "../engine/table";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";
import { recordsRepository } from "../records/records.repository";

export function organizationRepository(table: Table) {
  const records = recordsRepository<Organization>(table, codecs.organization);
  return {
    ...records,

    /** The units of an organisation, by name: one Query and one BatchGet. */
    units: (parentCode: string, request: PageRequest): Promise<Page<Organization>> =>
      readPage(table, { partition: keys.unitOfOrganization(parentCode, "", "").pk }, request, (items) =>
        records.byCodes(items.map((item) => String(item.code))),
      ),
  };
}
