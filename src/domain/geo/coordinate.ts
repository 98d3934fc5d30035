import type { MultiPolygon } from "./polygon";

/** Digits after the point that boundaries keep: 1 cm. RFC 7946 (11.2) finds 6 enough. */
export const coordinateDecimals = 7;

const scale = 10 ** coordinateDecimals;

/**
 * A shape with the digits that the hub keeps. Files have up to 15, which nobody measured. Neighbours that share a position
 * still do so afterwards.
 */
export const roundedShape = (shape: MultiPolygon): MultiPolygon =>
  shape.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x, y]) => [Math.round(x * scale) / scale, Math.round(y * scale) / scale]),
    ),
  );
