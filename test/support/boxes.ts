import type { BoundingBox } from "../../src/domain/geo/bounding-box";
import type { GeoPoint } from "../../src/domain/geo/point";

/** Edges count as inside. */
export const boxContains = (box: BoundingBox, { latitude, longitude }: GeoPoint): boolean =>
  longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north;

export const boxesIntersect = (a: BoundingBox, b: BoundingBox): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** The box around several boxes; `null` around none. */
export function unionOfBoxes(boxes: readonly BoundingBox[]): BoundingBox | null {
  if (boxes.length === 0) return null;
  return {
    west: Math.min(...boxes.map((b) => b.west)),
    south: Math.min(...boxes.map((b) => b.south)),
    east: Math.max(...boxes.map((b) => b.east)),
    north: Math.max(...boxes.map((b) => b.north)),
  };
}
