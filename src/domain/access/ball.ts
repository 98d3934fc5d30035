import { meanEarthRadiusMetres } from "../geo/distance";
import { middleOf, squaredChord, squaredChordOf, type UnitPoints } from "../geo/unit-points";
import { zoneRadiiOf, zoneSlot } from "./zone";

/** A ball around some points; its middle is a list of one. Lengths are chords of the sphere of radius 1. */
export interface Ball {
  readonly middle: UnitPoints;
  readonly radius: number;
}

export function ballAround(points: UnitPoints): Ball {
  const middle = middleOf(points);
  let farthest = 0;
  for (let i = 0; i < points.xs.length; i++)
    farthest = Math.max(farthest, squaredChord(points, i, middle, 0));
  return { middle, radius: Math.sqrt(farthest) };
}

/** What is certain of all points in a ball. Facilities in neither list are out of reach of each. */
export interface FacilitiesOfBall {
  /** May be the nearest of a point, or lie in different zones for two points: these pairs are compared. */
  readonly near: readonly number[];
  /** In the same zone for each point, and not the nearest: slots of `zoneSlot`. */
  readonly inZone: readonly number[];
}

/**
 * Facilities within reach of a ball. With `D` the distance to its middle and `r` its radius, a facility is `D - r` to `D + r`
 * away from each point in it (triangle inequality).
 */
export function facilitiesOfBall(
  ball: Ball,
  facilities: UnitPoints,
  among: readonly number[],
  catchmentMetres: number,
): FacilitiesOfBall {
  const ways = new Float64Array(among.length);
  let nearest = Infinity;
  for (let i = 0; i < among.length; i++) {
    ways[i] = Math.sqrt(squaredChord(facilities, among[i]!, ball.middle, 0));
    nearest = Math.min(nearest, ways[i]!);
  }
  const slack = ball.radius + rounding;
  const [inner, middle, outer] = zoneRadiiOf(catchmentMetres).map((m) => Math.sqrt(squaredChordOf(m)));
  const zoneOf = (way: number) => (way <= inner! ? 0 : way <= middle! ? 1 : way <= outer! ? 2 : 3);
  const near: number[] = [];
  const inZone: number[] = [];
  for (let i = 0; i < among.length; i++) {
    const way = ways[i]!;
    const zone = zoneOf(way - slack);
    if (way - slack <= nearest + slack || zone !== zoneOf(way + slack)) near.push(among[i]!);
    else if (zone !== 3) inZone.push(zoneSlot(among[i]!, zone));
  }
  return { near, inZone };
}

/** A centimetre: more than rounding can change a distance. */
const rounding = 0.01 / meanEarthRadiusMetres;
