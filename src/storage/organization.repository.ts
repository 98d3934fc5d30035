import type { Organization } from "../domain/organization";
import { codecs } from "./codecs";
import { keys } from "./keys";
import { type Page, type PageRequest, readPage } from "./page";
import { recordsRepository } from "./records.repository";
import type { Table } from "./table";

export function organizationRepository(table: Table) {
  const records = recordsRepository<Organization>(table, codecs.organization);
  return {
    ...records,

    /** The units of a body, by name: one Query and one BatchGet. */
    units: (parentCode: string, request: PageRequest): Promise<Page<Organization>> =>
      readPage(table, { partition: keys.unitOfOrganization(parentCode, "", "").pk }, request, (items) =>
        records.byCodes(items.map((item) => String(item.code))),
      ),
  };
}
