import { limits } from "../../domain/kit/limits";
import type { Partnership, PartnershipKind } from "../../domain/strategy/partnership";
import type { Page, PageRequest } from "../engine/page";
import { given } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

/** All conditions must hold; absent ones exclude nothing. */
interface PartnershipCriteria {
  readonly kind?: PartnershipKind | undefined;
  readonly strategyCode?: string | undefined;
}

const partitionOfArea = (areaCode: string): string => keys.partnershipInArea(areaCode, "").pk;

export function partnershipRepository(reader: Reader) {
  const records = codecs.partnership.repository(reader);
  return {
    ...records,

    /** The partnerships that name an area, by code. */
    ofArea: (
      areaCode: string,
      { kind, strategyCode }: PartnershipCriteria,
      request: PageRequest,
    ): Page<Partnership> => {
      const where = given([
        ["kind", "equals", kind],
        ["strategyCode", "equals", strategyCode],
      ]);
      return records.listedIn({ partition: partitionOfArea(areaCode), where }, request);
    },

    /** Codes of all partnerships that name an area. */
    codesOfArea(areaCode: string): string[] {
      const whole = { limit: limits.totalledRecords, type: "Partnership" };
      const items = readWhole(reader, { partition: partitionOfArea(areaCode) }, whole);
      return items.map(({ code }) => String(code));
    },

    /** The partnerships of which an organisation is a member, by code. */
    ofOrganization: (organizationCode: string, request: PageRequest): Page<Partnership> =>
      records.listedIn({ partition: keys.partnershipOfOrganization(organizationCode, "").pk }, request),

    /** The partnerships that serve a strategy, by code. */
    ofStrategy: (strategyCode: string, request: PageRequest): Page<Partnership> =>
      records.listedIn({ partition: keys.partnershipInStrategy(strategyCode, "").pk }, request),
  };
}
