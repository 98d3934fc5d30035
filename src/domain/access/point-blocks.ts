import { meanEarthRadiusMetres } from "../geo/distance";
import type { UnitPoints } from "../geo/unit-points";
import { type Ball, ballAround, type FacilitiesOfBall, facilitiesOfBall } from "./ball";
import { facilityOfSlot } from "./zone";

/** Consecutive points that are in one cell. */
export interface PointBlock {
  readonly start: number;
  /** The first point after the block. */
  readonly end: number;
  readonly facilities: FacilitiesOfBall;
}

export interface PointBlocks {
  /** In the order of the points. */
  readonly blocks: readonly PointBlock[];
  /** Pairs to compare: points with facilities, and cells with facilities to find those within reach. */
  readonly pairs: number;
}

/**
 * The points of an area in blocks: a spatial index over the points. It only decides which pairs are compared, never the
 * result. Its cells are cubes: a sphere in cubes has no poles and no antimeridian.
 */
export function pointBlocks(
  points: UnitPoints,
  facilities: UnitPoints,
  catchmentMetres: number,
): PointBlocks {
  const { xs, ys, zs } = points;
  const every = Array.from(facilities.xs, (_, j) => j);
  const ofArea = facilitiesOfBall(ballAround(points), facilities, every, catchmentMetres);
  const within = [...ofArea.near, ...ofArea.inZone.map(facilityOfSlot)];
  const cells = new Map<number, FacilitiesOfBall>();
  const found: { readonly start: number; readonly facilities: FacilitiesOfBall }[] = [];
  let pairs = every.length;
  let last = -1;
  for (let i = 0; i < xs.length; i++) {
    const x = stepOf(xs[i]!);
    const y = stepOf(ys[i]!);
    const z = stepOf(zs[i]!);
    const cell = (x * steps + y) * steps + z;
    if (cell !== last) {
      let ofCell = cells.get(cell);
      if (ofCell === undefined) {
        ofCell = facilitiesOfBall(ballAroundCell(x, y, z), facilities, within, catchmentMetres);
        cells.set(cell, ofCell);
        pairs += within.length;
      }
      found.push({ start: i, facilities: ofCell });
      last = cell;
    }
    pairs += found.at(-1)!.facilities.near.length;
  }
  return { blocks: found.map((block, i) => ({ ...block, end: found[i + 1]?.start ?? xs.length })), pairs };
}

/** Eight points of the usual grid a side: on the data of Milan neither half nor twice as much needs fewer pairs. */
const cellMetres = 200;
const side = cellMetres / meanEarthRadiusMetres;
/** More than the cells along an axis, so that a cell has one number. */
const steps = 2 ** 17;

const stepOf = (value: number): number => Math.floor((value + 1) / side);

function ballAroundCell(...cell: readonly [number, number, number]): Ball {
  const [x, y, z] = cell.map((step) => Float64Array.of((step + 0.5) * side - 1));
  return { middle: { xs: x!, ys: y!, zs: z! }, radius: (side * Math.sqrt(3)) / 2 };
}
