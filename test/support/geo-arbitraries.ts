import fc from "fast-check";
import type { BoundingBox } from "../../src/domain/geo/bounding-box";
import type { GeoPoint } from "../../src/domain/geo/point";
import type { MultiPolygon } from "../../src/domain/geo/polygon";
import type { Position, Ring } from "../../src/domain/geo/ring";

/** A number of the range, ends included, mostly spread evenly: doubles drawn alike crowd around zero. */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.nat(steps).map((i) => Math.min(max, min + (max - min) * (i / steps))) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  );

const steps = 2 ** 31 - 1;

/** Anywhere on earth, poles and antimeridian included. */
export const anyPoint: fc.Arbitrary<GeoPoint> = fc.record({
  latitude: between(-90, 90),
  longitude: between(-180, 180),
});

export const pointIn = ({ west, south, east, north }: BoundingBox): fc.Arbitrary<GeoPoint> =>
  fc.record({ latitude: between(south, north), longitude: between(west, east) });

/** A polygon that is seen whole from its middle, so that it does not cross itself; perhaps with a hole like it. */
export interface Star {
  readonly middle: GeoPoint;
  readonly radius: number;
  readonly shape: MultiPolygon;
}

export const star: fc.Arbitrary<Star> = fc
  .record({
    middle: fc.record({ latitude: between(-80, 80), longitude: between(-170, 170) }),
    radius: between(0.01, 8),
    corners: fc.array(fc.record({ turn: between(0, 0.9), reach: between(0.2, 1) }), {
      minLength: 5,
      maxLength: 24,
    }),
    hole: fc.option(between(0.1, 0.9)),
    reversed: fc.boolean(),
  })
  .map(({ middle, radius, corners, hole, reversed }) => {
    const ring = (scale: number): Ring => {
      const line = corners.map(({ turn, reach }, i): Position => {
        const angle = (2 * Math.PI * (i + turn)) / corners.length;
        const far = radius * reach * scale;
        return [middle.longitude + far * Math.cos(angle), middle.latitude + far * Math.sin(angle)];
      });
      const closed = [...line, line[0]!];
      return reversed ? closed.reverse() : closed;
    };
    return { middle, radius, shape: [hole === null ? [ring(1)] : [ring(1), ring(hole)]] };
  });

/** Points in and around the star. */
export const pointNear = ({ middle, radius }: Star): fc.Arbitrary<GeoPoint> =>
  pointIn(boxAround(middle, radius * 1.1));

/** Boxes that meet the star, from far smaller than it to larger. */
export const boxNear = ({ middle, radius }: Star): fc.Arbitrary<BoundingBox> =>
  fc
    .record({
      latitude: between(middle.latitude - radius, middle.latitude + radius),
      longitude: between(middle.longitude - radius, middle.longitude + radius),
      size: between(radius / 50, radius * 1.2),
    })
    .map(({ size, ...point }) => boxAround(point, size));

const boxAround = ({ latitude, longitude }: GeoPoint, reach: number): BoundingBox => ({
  west: longitude - reach,
  south: latitude - reach,
  east: longitude + reach,
  north: latitude + reach,
});

/** Degrees from a point to the nearest edge of a shape: on an edge, rounding decides the side. */
export function degreesToEdge(shape: MultiPolygon, { latitude, longitude }: GeoPoint): number {
  let nearest = Infinity;
  for (const ring of shape.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[x0, y0], [x1, y1]] = [ring[i - 1]!, ring[i]!];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const along = ((longitude - x0) * dx + (latitude - y0) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(longitude - x0 - share * dx, latitude - y0 - share * dy));
    }
  }
  return nearest;
}
