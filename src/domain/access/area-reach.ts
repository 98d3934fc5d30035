import { metresOf, squaredChord, squaredChordOf, type UnitPoints } from "../geo/unit-points";
import type { PointBlock } from "./point-blocks";
import { zoneRadiiOf, zoneSlot } from "./zone";

/** The distances of an area's points to some facilities. */
export interface AreaReach {
  readonly points: number;
  /** For each radius, how many points have a facility within it. */
  readonly covered: readonly number[];
  /** Mean of the straight-line distances to the nearest facility; `null` if there is none. */
  readonly meanNearestMetres: number | null;
  /** For each facility, how many points lie in each third of the first radius, from the middle outwards. */
  readonly zones: readonly (readonly [number, number, number])[];
}

/**
 * The points of an area against the facilities, once for all radii.
 * @param blocks all points, in their order.
 */
export function areaReach(
  points: UnitPoints,
  facilities: UnitPoints,
  radii: readonly [number, ...number[]],
  blocks: readonly PointBlock[],
): AreaReach {
  const count = points.xs.length;
  const limits = radii.map(squaredChordOf);
  const outer = limits[0]!;
  const [inner, middle] = zoneRadiiOf(radii[0]).map(squaredChordOf);
  const covered = radii.map(() => 0);
  const counts = new Uint32Array(facilities.xs.length * 3);
  let sumOfNearest = 0;
  for (const {
    start,
    end,
    facilities: { near, inZone },
  } of blocks) {
    for (const slot of inZone) counts[slot]! += end - start;
    for (let i = start; i < end; i++) {
      let nearest = Infinity;
      for (const j of near) {
        const squared = squaredChord(points, i, facilities, j);
        if (squared < nearest) nearest = squared;
        if (squared > outer) continue;
        const zone = squared <= inner! ? 0 : squared <= middle! ? 1 : 2;
        counts[zoneSlot(j, zone)]!++;
      }
      for (let k = 0; k < limits.length; k++) if (nearest <= limits[k]!) covered[k]!++;
      sumOfNearest += metresOf(nearest);
    }
  }
  return {
    points: count,
    covered,
    meanNearestMetres: count > 0 && facilities.xs.length > 0 ? sumOfNearest / count : null,
    zones: Array.from(facilities.xs, (_, j) => [
      counts[zoneSlot(j, 0)]!,
      counts[zoneSlot(j, 1)]!,
      counts[zoneSlot(j, 2)]!,
    ]),
  };
}
