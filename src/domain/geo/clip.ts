import type { BoundingBox } from "./bounding-box";
import type { MultiPolygon, Polygon } from "./polygon";
import { type Position, type Ring, ringContains } from "./ring";

/**
 * How far outside the box its shapes are cut, in degrees (about 0.1 m). The cut itself becomes a border, and
 * `containsPoint` treats a border as half inside; with the margin that happens beyond the box, never on its edge.
 */
const defaultMarginDegrees = 1e-6;

/**
 * The part of a shape that a point lookup in the box needs: for each point in the box, edges included, `containsPoint`
 * returns the same as for the whole shape. There is no guarantee for points outside the box.
 *
 * Each ring is cut by Sutherland & Hodgman 1974, "Reentrant polygon clipping"; separate parts of a ring stay joined
 * along
 * the edge of the cut, where the even-odd rule cancels them out. Shortened edges move only by rounding (under 1e-12
 * degrees,
 * 0.1 micrometres), and by the same amount in two shapes that share them.
 */
export function clipToBox(
  m: MultiPolygon,
  box: BoundingBox,
  marginDegrees = defaultMarginDegrees,
): MultiPolygon {
  const cut = grown(box, marginDegrees);
  return m.map((polygon) => clipPolygon(polygon, cut)).filter((polygon) => polygon.length > 0);
}

/**
 * Whether one polygon of the shape covers the whole box, edges and margin included. `true` is certain; `false` may also
 * mean that the shape ends within the margin, or that two of its polygons cover the box only together.
 */
export function coversBox(m: MultiPolygon, box: BoundingBox, marginDegrees = defaultMarginDegrees): boolean {
  const cut = grown(box, marginDegrees);
  return m.some((polygon) => {
    const [outer, ...holes] = clipPolygon(polygon, cut);
    return outer !== undefined && followsEdges(outer, cut) && holes.length === 0;
  });
}

/** The polygon without the parts outside the box; no rings if nothing is left, or if a hole covers the box. */
function clipPolygon(polygon: Polygon, box: BoundingBox): Polygon {
  const [outer = [], ...holes] = polygon.map((ring) => clipRing(ring, box));
  if (outer.length === 0 || holes.some((hole) => followsEdges(hole, box))) return [];
  return [outer, ...holes.filter((hole) => hole.length > 0)];
}

/** Empty if the ring covers nothing of the box, five positions if it covers all of it. */
function clipRing(ring: Ring, box: BoundingBox): Ring {
  let line = ring.slice(0, -1);
  line = keepBeyond(line, 0, box.west, 1);
  line = keepBeyond(line, 0, box.east, -1);
  line = keepBeyond(line, 1, box.south, 1);
  line = keepBeyond(line, 1, box.north, -1);
  if (line.length === 0) return [];
  const closed = [...line, line[0]!];
  if (!followsEdges(closed, box)) return closed;
  // The ring never enters the box: it encloses it, or only runs back and forth along its edge.
  const middle = { latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2 };
  return ringContains(closed, middle) ? ringOfBox(box) : [];
}

/** One step of Sutherland-Hodgman: replaces the part of the line before the limit on one axis by a line along it. */
function keepBeyond(line: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Position[] {
  const isKept = (position: Position): boolean => sign * (position[axis] - limit) >= 0;
  const kept: Position[] = [];
  for (const [i, position] of line.entries()) {
    const previous = line.at(i - 1)!;
    if (isKept(position) !== isKept(previous)) kept.push(crossing(previous, position, axis, limit));
    if (isKept(position)) kept.push(position);
  }
  return kept;
}

/**
 * The intersection of an edge and the limit; computed from its lower end, so that it is the same for both directions.
 */
function crossing(a: Position, b: Position, axis: 0 | 1, limit: number): Position {
  const [from, to] = a[axis] < b[axis] ? [a, b] : [b, a];
  const share = (limit - from[axis]) / (to[axis] - from[axis]);
  const along = (other: 0 | 1): number => from[other] + share * (to[other] - from[other]);
  return axis === 0 ? [limit, along(1)] : [along(0), limit];
}

/** Whether a ring runs along the edges of the box and nowhere else; then `clipRing` returns the whole box. */
const followsEdges = (ring: Ring, { west, south, east, north }: BoundingBox): boolean =>
  ring.length > 0 &&
  ring.every(([x1, y1], i) => {
    const [x0, y0] = ring[Math.max(i - 1, 0)]!;
    return (x0 === x1 && (x1 === west || x1 === east)) || (y0 === y1 && (y1 === south || y1 === north));
  });

const ringOfBox = ({ west, south, east, north }: BoundingBox): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const grown = ({ west, south, east, north }: BoundingBox, by: number): BoundingBox => ({
  west: west - by,
  south: south - by,
  east: east + by,
  north: north + by,
});
