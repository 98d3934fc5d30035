import type { BorderNetwork, RingPiece } from "./border-network";
import { crossingLines, type GridPosition } from "./crossing-lines";
import { meanEarthRadiusMetres, radians } from "./distance";
import type { MultiPolygon } from "./polygon";
import type { Position } from "./ring";
import { type PlanePoint, simplifiedLine } from "./simplify-line";
import { sweepingLines } from "./sweeping-lines";

export interface Simplification {
  /** Highest distance of the drawn border from the simpler one, before rounding. */
  readonly metres: number;
  /** Of the degrees of the answer: 5 are about 1 m, 4 about 10 m. */
  readonly decimals: number;
}

/** Lines that cross or pass others are drawn with half the tolerance, so many times; then in full detail. */
const halvings = 4;

/**
 * Shapes with fewer corners. Neighbours stay neighbours: a border that two of them share position by position is simplified
 * once, for both. No two lines cross that did not before, and none passes over an island or a hole. Rings are closed,
 * outer ones counter-clockwise and holes clockwise (RFC 7946, 3.1.6). A ring that is smaller than the rounding goes.
 */
export function simplifyTogether(
  network: BorderNetwork,
  { metres, decimals }: Simplification,
): MultiPolygon[] {
  const planes = network.lines.map(planeOf(middleLatitude(network.lines)));
  const tolerances = network.lines.map(() => metres);
  const cornersOf = (line: number): Position[] =>
    simplifiedLine(planes[line]!, tolerances[line]!).map((i) => network.lines[line]![i]!);
  const scale = 10 ** decimals;
  const onGrid = (corners: readonly Position[]): GridPosition[] =>
    withoutRepetitions(corners.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]));

  const corners = tolerances.map((_, line) => cornersOf(line));
  let lines = corners.map(onGrid);
  for (;;) {
    const faulty = new Set([...crossingLines(lines), ...sweepingLines(network.lines, corners)]);
    const finer = [...faulty].filter((line) => tolerances[line]! > 0);
    if (finer.length === 0) break;
    for (const line of finer) {
      const half = tolerances[line]! / 2;
      tolerances[line] = half < metres / 2 ** halvings ? 0 : half;
      corners[line] = cornersOf(line);
    }
    lines = corners.map(onGrid);
  }
  const degrees = ([x, y]: GridPosition): Position => [x / scale, y / scale];
  return network.shapes.map((polygons) =>
    polygons.flatMap((polygon) => {
      const rings = polygon.map((pieces) => ringOf(pieces, lines));
      if (surfaceOf(rings[0]!) === 0) return [];
      const sound = rings.filter((ring) => surfaceOf(ring) !== 0);
      return [sound.map((ring, i) => turned(ring, i === 0).map(degrees))];
    }),
  );
}

function ringOf(
  pieces: readonly RingPiece[],
  lines: readonly (readonly GridPosition[])[],
): readonly GridPosition[] {
  const parts = pieces.map(({ line, reversed }) => (reversed ? [...lines[line]!].reverse() : lines[line]!));
  return withoutSpikes(withoutRepetitions(parts.flat()));
}

/** Without ways that go to a position and straight back: rounding leaves them of what is thinner than its step. */
function withoutSpikes(ring: readonly GridPosition[]): readonly GridPosition[] {
  const corners: GridPosition[] = [];
  for (const corner of ring.slice(0, -1)) {
    corners.push(corner);
    while (corners.length > 2 && same(corners.at(-1)!, corners.at(-3)!)) corners.splice(-2);
  }
  let [first, last] = [0, corners.length - 1];
  // The same where the end of the ring meets its start.
  while (last - first > 1)
    if (same(corners[first + 1]!, corners[last]!)) [first, last] = [first + 1, last - 1];
    else if (same(corners[first]!, corners[last - 1]!)) last -= 2;
    else break;
  const kept = corners.slice(first, last + 1);
  return [...kept, ...kept.slice(0, 1)];
}

const same = (a: GridPosition, b: GridPosition): boolean => a[0] === b[0] && a[1] === b[1];

const withoutRepetitions = (positions: readonly GridPosition[]): GridPosition[] =>
  positions.filter(([x, y], i) => i === 0 || x !== positions[i - 1]![0] || y !== positions[i - 1]![1]);

/** Twice the surface of a ring, above 0 if it runs counter-clockwise. */
function surfaceOf(ring: readonly GridPosition[]): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

const turned = (ring: readonly GridPosition[], counterClockwise: boolean): readonly GridPosition[] =>
  surfaceOf(ring) > 0 === counterClockwise ? ring : [...ring].reverse();

const middleLatitude = (lines: BorderNetwork["lines"]): number => {
  const latitudes = lines.flatMap((line) => line[0]![1]);
  return (
    (latitudes.reduce((low, y) => Math.min(low, y), 90) +
      latitudes.reduce((high, y) => Math.max(high, y), -90)) /
    2
  );
};

/** Metres in the plane that touches the Earth at a latitude: exact enough for a city. */
const planeOf =
  (latitude: number) =>
  (line: readonly Position[]): PlanePoint[] =>
    line.map(([x, y]) => [
      radians(x) * meanEarthRadiusMetres * Math.cos(radians(latitude)),
      radians(y) * meanEarthRadiusMetres,
    ]);
