import type { Organization } from "../../domain/places/organization";
import type { Page, PageRequest } from "../engine/page";
import type { Reader } from "../engine/reader";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function organizationRepository(reader: Reader) {
  const records = codecs.organization.repository(reader);
  return {
    ...records,

    /** The units of an organisation, by name. */
    units: (parentCode: string, request: PageRequest): Page<Organization> =>
      records.listedIn({ partition: keys.unitOfOrganization(parentCode, "", "").pk }, request),
  };
}
