import type { Position, Ring } from "./ring";

/** Deeper than files that round the same corner differently: 0.1 m. */
const deepDegrees = 1e-6;
/** Pairs of edges that are compared at most, so that no drawing takes longer than a second. */
const maxPairs = 8_000_000;

interface Edge {
  readonly a: Position;
  readonly b: Position;
  /** The corner after `b`. */
  readonly after: Position;
  readonly west: number;
  readonly east: number;
}

/**
 * A position at which the rings cross themselves or each other; `null` if they do not, "TOO_DETAILED" if their edges are
 * too many to compare. A ring may touch itself or another one.
 */
export function crossingOf(rings: readonly Ring[]): Position | "TOO_DETAILED" | null {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.west - b.west);
  let pairs = 0;
  for (const [i, edge] of edges.entries())
    for (let j = i + 1; j < edges.length && edges[j]!.west <= edge.east; j++) {
      if (++pairs > maxPairs) return "TOO_DETAILED";
      if (cross(edge, edges[j]!)) return edge.a;
    }
  return crossingCorner(rings);
}

const edgesOf = (ring: Ring): Edge[] =>
  ring.slice(1).map((b, i) => {
    const a = ring[i]!;
    const after = ring[i + 2] ?? ring[1]!;
    return { a, b, after, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
  });

/** Whether each edge has an end well on either side of the other, or one line crosses the other with a corner on it. */
function cross(first: Edge, second: Edge): boolean {
  const [{ a, b }, { a: c, b: d }] = [first, second];
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  if (areApart(c, d, a, b) && areApart(a, b, c, d)) return true;
  return crossesWithCorner(first, second) || crossesWithCorner(second, first);
}

/** Whether the corner at the end of an edge lies on the other one, away from its ends, and the line goes on beyond it. */
function crossesWithCorner({ a, b, after }: Edge, { a: c, b: d }: Edge): boolean {
  const [dx, dy] = [d[0] - c[0], d[1] - c[1]];
  const length = Math.hypot(dx, dy);
  const along = (dx * (b[0] - c[0]) + dy * (b[1] - c[1])) / length;
  const aside = Math.abs(dx * (b[1] - c[1]) - dy * (b[0] - c[0])) / length;
  const isOn = aside <= deepDegrees && along > deepDegrees && along < length - deepDegrees;
  return isOn && areApart(c, d, a, after);
}

function areApart(from: Position, to: Position, a: Position, b: Position): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return false;
  const [left, right] = [a, b].map(([x, y]) => (dx * (y - from[1]) - dy * (x - from[0])) / length);
  return Math.min(Math.abs(left!), Math.abs(right!)) > deepDegrees && left! * right! < 0;
}

/** A corner that two lines share and cross at, as in a bow tie whose middle is a corner. */
function crossingCorner(rings: readonly Ring[]): Position | null {
  const passes = new Map<string, [before: Position, after: Position][]>();
  for (const ring of rings) {
    const corners = ring.filter((each, i) => i === 0 || !isSame(each, ring[i - 1]!)).slice(0, -1);
    for (const [i, corner] of corners.entries()) {
      const pass: [Position, Position] = [corners.at(i - 1)!, corners[(i + 1) % corners.length]!];
      const others = passes.get(corner.join()) ?? [];
      if (others.some((other) => alternate(corner, other, pass))) return corner;
      passes.set(corner.join(), [...others.slice(-7), pass]);
    }
  }
  return null;
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether exactly one end of the second line lies between the ends of the first, seen from the corner. */
function alternate(
  [x, y]: Position,
  [from, to]: readonly [Position, Position],
  ends: readonly [Position, Position],
): boolean {
  const angle = (end: Position): number => Math.atan2(end[1] - y, end[0] - x);
  const turnTo = (end: Position): number => (angle(end) - angle(from) + 4 * Math.PI) % (2 * Math.PI);
  const turns = ends.map(turnTo);
  const isAlong = turns.some(
    (turn) => Math.min(turn, 2 * Math.PI - turn, Math.abs(turn - turnTo(to))) < 1e-9,
  );
  return !isAlong && turns.filter((turn) => turn < turnTo(to)).length === 1;
}
