import { type StatusOrUnknown, statusOf } from "../kit/status";
import { type Centre, currentKindCode, type EquipmentFeature, stepFreeAccess } from "./centre";

/** All conditions must hold; absent ones exclude nothing. */
export interface CentreConditions {
  /** Code of an area of any level. */
  readonly areaCode?: string;
  /** The current kind is one of them; any if empty. */
  readonly kindCodes?: readonly string[];
  readonly strategyCode?: string;
  readonly statuses?: readonly StatusOrUnknown[];
  /** Known to exist: UNKNOWN does not match. */
  readonly equipment?: readonly EquipmentFeature[];
  /** UNKNOWN matches neither. */
  readonly stepFree?: "NO" | "YES";
}

export function meetsConditions(centre: Centre, conditions: CentreConditions): boolean {
  const { areaCode, kindCodes = [], strategyCode, equipment = [], statuses, stepFree } = conditions;
  const current = currentKindCode(centre);
  return (
    (areaCode === undefined || centre.areaCodes.includes(areaCode)) &&
    (kindCodes.length === 0 || (current !== null && kindCodes.includes(current))) &&
    (statuses === undefined || statuses.includes(statusOf(centre))) &&
    (strategyCode === undefined || centre.strategyCodes.includes(strategyCode)) &&
    equipment.every((wanted) =>
      centre.equipment.some(({ feature, availability }) => feature === wanted && availability === "YES"),
    ) &&
    (stepFree === undefined || stepFreeAccess(centre) === stepFree)
  );
}
