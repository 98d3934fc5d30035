import { nullable } from "../kit/output";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { CareDomainEnum } from "../services/service.enum";

const groupField = <T extends object>(type: () => T, what: string) =>
  nullable(type, `${what}; null if not requested or unknown.`);

/** Group fields of cells of counts. */
export const areaGroup = groupField(() => AreaType, "Area");
export const careDomainGroup = groupField(() => CareDomainEnum, "Care domain");
export const kindGroup = groupField(() => TaxonomyTermType, "Kind of centre");
export const targetGroupGroup = groupField(() => TaxonomyTermType, "Target group");
