import type { Partnership } from "../../domain/strategy/partnership";
import type { Page, PageRequest } from "../engine/page";
import type { Table } from "../engine/table";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function partnershipRepository(table: Table) {
  const records = codecs.partnership.repository(table);
  return {
    ...records,

    /** The partnerships of which an organisation is a member, by code: one Query and one BatchGet. */
    ofOrganization: (organizationCode: string, request: PageRequest): Promise<Page<Partnership>> =>
      records.listedIn({ partition: keys.partnershipOfOrganization(organizationCode, "").pk }, request),

    /** The partnerships that serve a strategy, by code: one Query and one BatchGet. */
    ofStrategy: (strategyCode: string, request: PageRequest): Promise<Page<Partnership>> =>
      records.listedIn({ partition: keys.partnershipInStrategy(strategyCode, "").pk }, request),
  };
}
