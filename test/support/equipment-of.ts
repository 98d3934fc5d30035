import type { Availability, Centre, EquipmentFeature } from "../../src/domain/places/centre";

/** What a centre says of one feature; a feature that it does not name is UNKNOWN. */
export const equipmentOf = (centre: Pick<Centre, "equipment">, feature: EquipmentFeature): Availability =>
  centre.equipment.find((e) => e.feature === feature)?.availability ?? "UNKNOWN";
