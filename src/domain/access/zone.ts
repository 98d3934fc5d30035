/** A third of a catchment, from the middle outwards. */
type Zone = 0 | 1 | 2;

/** Distances at which the zones of a catchment end. */
export const zoneRadiiOf = (catchmentMetres: number): readonly [number, number, number] => [
  catchmentMetres / 3,
  (2 * catchmentMetres) / 3,
  catchmentMetres,
];

/** Place of a facility and a zone in a flat list of counts. */
export const zoneSlot = (facility: number, zone: Zone): number => facility * 3 + zone;

export const facilityOfSlot = (slot: number): number => Math.floor(slot / 3);
