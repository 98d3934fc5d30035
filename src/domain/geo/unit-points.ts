import { meanEarthRadiusMetres, radians } from "./distance";
import type { GeoPoint } from "./point";

/**
 * Points on a sphere of radius 1. Straight lines through it (chords) compare like great circles, and need no sine,
 * which would take most of the time for many thousands of points.
 */
export interface UnitPoints {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly zs: Float64Array;
}

export const emptyUnitPoints = (count: number): UnitPoints => ({
  xs: new Float64Array(count),
  ys: new Float64Array(count),
  zs: new Float64Array(count),
});

export function unitPoints(points: readonly GeoPoint[]): UnitPoints {
  const found = emptyUnitPoints(points.length);
  for (const [i, { latitude, longitude }] of points.entries()) {
    const [lat, lon] = [radians(latitude), radians(longitude)];
    found.xs[i] = Math.cos(lat) * Math.cos(lon);
    found.ys[i] = Math.cos(lat) * Math.sin(lon);
    found.zs[i] = Math.sin(lat);
  }
  return found;
}

export const squaredChord = (a: UnitPoints, i: number, b: UnitPoints, j: number): number =>
  (a.xs[i]! - b.xs[j]!) ** 2 + (a.ys[i]! - b.ys[j]!) ** 2 + (a.zs[i]! - b.zs[j]!) ** 2;

/** The square of the chord under a great circle of that length: `(2 sin(d / 2R))^2`. */
export const squaredChordOf = (metres: number): number =>
  (2 * Math.sin(metres / 2 / meanEarthRadiusMetres)) ** 2;

export const metresOf = (squared: number): number =>
  2 * meanEarthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(squared) / 2));

/** The point in the middle of some points, as a list of one. */
export function middleOf({ xs, ys, zs }: UnitPoints): UnitPoints {
  const [x, y, z] = [sumOf(xs), sumOf(ys), sumOf(zs)];
  const length = Math.hypot(x, y, z) || 1;
  return {
    xs: Float64Array.of(x / length),
    ys: Float64Array.of(y / length),
    zs: Float64Array.of(z / length),
  };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
