import { meanEarthRadiusMetres, radians } from "../geo/distance";
import { boxOf, type MultiPolygon, type Polygon } from "../geo/polygon";
import { emptyUnitPoints, type UnitPoints } from "../geo/unit-points";

/** Neighbouring points of a row: first and last are columns. */
export type GridRun = readonly [row: number, first: number, last: number];

/** Points of a square grid. Row 0 and column 0 are at latitude 0, longitude 0. */
export interface GridPoints {
  readonly spacingMetres: number;
  readonly runs: readonly GridRun[];
}

/** Distance of points in areas that are large enough. */
export const spreadSpacingMetres = 25;
const enoughPoints = 100;
const mostHalvings = 8;

/**
 * A square grid inside a shape, for an even spread of people over its surface. There is one grid for the whole globe:
 * neighbours share no point, and the same shape gives the same points. A shape that is too small for a hundred points gets
 * a finer grid, half as wide each time.
 */
export function evenSpread(shape: MultiPolygon): GridPoints {
  let spread = gridInside(shape, spreadSpacingMetres);
  for (let halvings = 0; pointCount(spread) < enoughPoints && halvings < mostHalvings; halvings++)
    spread = gridInside(shape, spread.spacingMetres / 2);
  return spread;
}

export const pointCount = ({ runs }: Pick<GridPoints, "runs">): number =>
  runs.reduce((sum, [, first, last]) => sum + last - first + 1, 0);

/** Row by row. Each point is the one before, rotated by the same angle. */
export function gridPoints(grid: GridPoints): UnitPoints {
  const points = emptyUnitPoints(pointCount(grid));
  let i = 0;
  for (const [row, first, last] of grid.runs) {
    const { latitude, width } = rowAt(row, grid.spacingMetres);
    const [start, turn] = [radians((first + 0.5) * width), radians(width)];
    const [cos, sin, z] = [Math.cos(turn), Math.sin(turn), Math.sin(radians(latitude))];
    let [x, y] = [Math.cos(start), Math.sin(start)].map((part) => part * Math.cos(radians(latitude)));
    for (let column = first; column <= last; column++, i++) {
      points.xs[i] = x!;
      points.ys[i] = y!;
      points.zs[i] = z;
      [x, y] = [x! * cos - y! * sin, y! * cos + x! * sin];
    }
  }
  return points;
}

/** A row is inside between crossings 1 and 2, 3 and 4, and so on (even-odd rule, as `ringContains`). */
function gridInside(shape: MultiPolygon, spacingMetres: number): GridPoints {
  const { south, north } = boxOf(shape);
  const height = heightOf(spacingMetres);
  const runs: GridRun[] = [];
  for (let row = Math.floor(south / height); row * height <= north; row++) {
    const { latitude, width } = rowAt(row, spacingMetres);
    for (const polygon of shape) {
      const crossings = crossingsOf(polygon, latitude);
      for (let i = 1; i < crossings.length; i += 2) {
        const first = Math.ceil(crossings[i - 1]! / width - 0.5);
        const last = Math.ceil(crossings[i]! / width - 0.5) - 1;
        if (first <= last) runs.push([row, first, last]);
      }
    }
  }
  return { spacingMetres, runs };
}

/** Longitudes at which the rings of a polygon cross a latitude, from west to east. */
function crossingsOf(polygon: Polygon, latitude: number): number[] {
  const found: number[] = [];
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
      if (latitude < low[1] || latitude >= high[1]) continue;
      found.push(low[0] + ((latitude - low[1]) / (high[1] - low[1])) * (high[0] - low[0]));
    }
  }
  return found.sort((a, b) => a - b);
}

/** Degrees of latitude between rows. */
const heightOf = (spacingMetres: number): number => spacingMetres / (radians(1) * meanEarthRadiusMetres);

/** Latitude of a row, and degrees of longitude between its points. */
function rowAt(row: number, spacingMetres: number): { readonly latitude: number; readonly width: number } {
  const height = heightOf(spacingMetres);
  const latitude = (row + 0.5) * height;
  return { latitude, width: height / Math.cos(radians(latitude)) };
}
