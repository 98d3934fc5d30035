import { Nullable } from "../kit/decorators";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { CareDomainEnum } from "../services/service.enum";

const groupField = <T extends object>(type: () => T, what: string) =>
  Nullable(type, `${what}; null if not asked for or unknown.`);

/** The fields of a cell that say which group it is, alike in every cell of counts. */
export const AreaGroup = groupField(() => AreaType, "The area");
export const CareDomainGroup = groupField(() => CareDomainEnum, "The sort of care");
export const KindGroup = groupField(() => TaxonomyTermType, "The kind");
export const TargetGroupGroup = groupField(() => TaxonomyTermType, "For whom");
