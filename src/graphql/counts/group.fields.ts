import { Nullable } from "../kit/decorators";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { CareDomainEnum } from "../services/service.enum";

const groupField = <T extends object>(type: () => T, what: string) =>
  Nullable(type, `${what}; null if not requested or unknown.`);

/** Group fields of cells of counts. */
export const AreaGroup = groupField(() => AreaType, "Area");
export const CareDomainGroup = groupField(() => CareDomainEnum, "Care domain");
export const KindGroup = groupField(() => TaxonomyTermType, "Kind of centre");
export const TargetGroupGroup = groupField(() => TaxonomyTermType, "Target group");
