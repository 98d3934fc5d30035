import { metresOf, middleOf, squaredChord, squaredChordOf, type UnitPoints } from "../geo/unit-points";

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

/** The points of an area against all facilities, once for all radii. */
export function areaReach(
  points: UnitPoints,
  facilities: UnitPoints,
  radii: readonly [number, ...number[]],
): AreaReach {
  const count = points.xs.length;
  const near = facilitiesThatMatter(points, facilities, radii[0]);
  const limits = radii.map(squaredChordOf);
  const outer = limits[0]!;
  const [inner, middle] = [radii[0] / 3, (2 * radii[0]) / 3].map(squaredChordOf);
  const covered = radii.map(() => 0);
  const counts = new Uint32Array(facilities.xs.length * 3);
  let sumOfNearest = 0;
  for (let i = 0; i < count; i++) {
    let nearest = Infinity;
    for (const j of near) {
      const squared = squaredChord(points, i, facilities, j);
      if (squared < nearest) nearest = squared;
      if (squared > outer) continue;
      const zone = squared <= inner! ? 0 : squared <= middle! ? 1 : 2;
      counts[j * 3 + zone]!++;
    }
    for (let k = 0; k < limits.length; k++) if (nearest <= limits[k]!) covered[k]!++;
    sumOfNearest += metresOf(nearest);
  }
  return {
    points: count,
    covered,
    meanNearestMetres: count > 0 && near.length > 0 ? sumOfNearest / count : null,
    zones: Array.from(facilities.xs, (_, j) => [counts[j * 3]!, counts[j * 3 + 1]!, counts[j * 3 + 2]!]),
  };
}

/**
 * Those that may be within the radius of a point, or the nearest to one. With `D` the distance to the middle of the
 * points and `r` their distance from it, a facility is `D - r` to `D + r` away from any of them (triangle inequality).
 */
function facilitiesThatMatter(points: UnitPoints, facilities: UnitPoints, radius: number): number[] {
  const middle = middleOf(points);
  let farthest = 0;
  for (let i = 0; i < points.xs.length; i++)
    farthest = Math.max(farthest, squaredChord(points, i, middle, 0));
  const around = metresOf(farthest);
  const ways = Array.from(facilities.xs, (_, j) => metresOf(squaredChord(facilities, j, middle, 0)));
  const reach = Math.max(radius, Math.min(...ways) + around) + roundingMetres;
  return [...ways.keys()].filter((j) => ways[j]! - around <= reach);
}

/** More than rounding can change a distance. */
const roundingMetres = 0.01;
