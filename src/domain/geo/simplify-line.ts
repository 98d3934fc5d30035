/** A place in a plane, in metres. */
export type PlanePoint = readonly [east: number, north: number];

/**
 * Indexes of the points that stay, the first and the last among them: every point that goes lies within the tolerance of the
 * simpler line (Douglas and Peucker 1973). Of a closed line the point that is farthest from its start stays too. A tolerance
 * of 0 keeps all points.
 */
export function simplifiedLine(points: readonly PlanePoint[], tolerance: number): number[] {
  if (tolerance === 0) return [...points.keys()];
  const last = points.length - 1;
  const kept = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const { index, distance } = farthest(points, from, to);
    const isClosed = from === 0 && to === last && distanceTo(points[0]!, points[last]!, points[last]!) === 0;
    if (index === null || (distance <= tolerance && !isClosed)) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  return [...kept].sort((a, b) => a - b);
}

/** The point between two others that is farthest from the line between them; `null` if there is none. */
function farthest(points: readonly PlanePoint[], from: number, to: number) {
  let [index, distance]: [number | null, number] = [null, -1];
  for (let i = from + 1; i < to; i++) {
    const own = distanceTo(points[i]!, points[from]!, points[to]!);
    if (own > distance) [index, distance] = [i, own];
  }
  return { index, distance };
}

/** Distance of a point from the line between two others. */
function distanceTo([x, y]: PlanePoint, [ax, ay]: PlanePoint, [bx, by]: PlanePoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
