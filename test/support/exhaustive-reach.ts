import type { AreaReach } from "../../src/domain/access/area-reach";
import { metresOf, squaredChord, squaredChordOf, type UnitPoints } from "../../src/domain/geo/unit-points";

/** The reach of an area's points from all pairs, as the definition says. */
export function exhaustiveReach(
  points: UnitPoints,
  facilities: UnitPoints,
  radii: readonly [number, ...number[]],
): AreaReach {
  const places = Array.from(facilities.xs, (_, j) => j);
  const thirds = [radii[0] / 3, (2 * radii[0]) / 3, radii[0]].map(squaredChordOf);
  const zones = places.map((): [number, number, number] => [0, 0, 0]);
  const covered = radii.map(() => 0);
  let sumOfNearest = 0;
  for (let i = 0; i < points.xs.length; i++) {
    let nearest = Infinity;
    for (const j of places) {
      const squared = squaredChord(points, i, facilities, j);
      nearest = Math.min(nearest, squared);
      const zone = thirds.findIndex((third) => squared <= third);
      if (zone >= 0) zones[j]![zone]!++;
    }
    for (const [k, metres] of radii.entries()) if (nearest <= squaredChordOf(metres)) covered[k]!++;
    sumOfNearest += metresOf(nearest);
  }
  const count = points.xs.length;
  return {
    points: count,
    covered,
    meanNearestMetres: count > 0 && places.length > 0 ? sumOfNearest / count : null,
    zones,
  };
}
