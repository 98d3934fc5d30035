/** A position on a grid: whole numbers, so that the tests below are exact. */
export type GridPosition = readonly [x: number, y: number];

interface Segment {
  readonly line: number;
  readonly from: GridPosition;
  readonly to: GridPosition;
}

/** Numbers of the lines of which a segment crosses, touches or covers another one, except at common ends. */
export function crossingLines(lines: readonly (readonly GridPosition[])[]): Set<number> {
  const segments = lines.flatMap((positions, line) =>
    positions.slice(1).map((to, i): Segment => ({ line, from: positions[i]!, to })),
  );
  const found = new Set<number>();
  const cells = new Map<string, Segment[]>();
  const size = cellSize(segments);
  for (const segment of segments)
    for (const cell of cellsOf(segment, size)) {
      const others = cells.get(cell) ?? [];
      for (const other of others)
        if (meet(segment, other)) {
          found.add(segment.line);
          found.add(other.line);
        }
      others.push(segment);
      cells.set(cell, others);
    }
  return found;
}

const cellSize = (segments: readonly Segment[]): number =>
  1 +
  segments.reduce((sum, { from, to }) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]), 0) /
    Math.max(1, segments.length);

function* cellsOf({ from, to }: Segment, size: number): Generator<string> {
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])].map((x) => Math.floor(x / size));
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])].map((y) =>
    Math.floor(y / size),
  );
  for (let x = west!; x <= east!; x++) for (let y = south!; y <= north!; y++) yield `${x} ${y}`;
}

const equal = (a: GridPosition, b: GridPosition): boolean => a[0] === b[0] && a[1] === b[1];

/** Above 0 if c lies left of the line from a to b, 0 if it lies on it. */
const side = (a: GridPosition, b: GridPosition, c: GridPosition): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function meet({ from: a, to: b }: Segment, { from: c, to: d }: Segment): boolean {
  const common = [a, b].filter((end) => equal(end, c) || equal(end, d));
  if (common.length === 2) return true;
  if (common.length === 1)
    return continues(common[0]!, equal(common[0]!, a) ? b : a, equal(common[0]!, c) ? d : c);
  const [ca, cb, ac, ad] = [side(c, d, a), side(c, d, b), side(a, b, c), side(a, b, d)].map(Math.sign);
  if (ca! * cb! > 0 || ac! * ad! > 0) return false;
  // All four on one line: they meet only where they overlap.
  return [0, 1].every(
    (axis) =>
      Math.max(a[axis]!, b[axis]!) >= Math.min(c[axis]!, d[axis]!) &&
      Math.max(c[axis]!, d[axis]!) >= Math.min(a[axis]!, b[axis]!),
  );
}

/** Whether two segments leave a common end in the same direction. */
const continues = (end: GridPosition, b: GridPosition, d: GridPosition): boolean =>
  side(end, b, d) === 0 && (b[0] - end[0]) * (d[0] - end[0]) + (b[1] - end[1]) * (d[1] - end[1]) > 0;
