import type { BorderNetwork, RingPiece } from "./border-network";
import { crossingLines, type GridPosition } from "./crossing-lines";
import { meanEarthRadiusMetres, radians } from "./distance";
import type { MultiPolygon } from "./polygon";
import type { Position } from "./ring";
import { type PlanePoint, simplifiedLine } from "./simplify-line";

export interface Simplification {
  /** Highest distance of the drawn border from the simpler one, before rounding. */
  readonly metres: number;
  /** Of the degrees of the answer: 5 are about 1 m, 4 about 10 m. */
  readonly decimals: number;
}

/** Lines that cross others are drawn with half the tolerance, so many times; then in full detail. */
const halvings = 4;

/**
 * Shapes with fewer corners. Neighbours stay neighbours: a border that two of them share position by position is simplified
 * once, for both, and no two lines cross that did not before. Rings are closed, outer ones counter-clockwise and holes
 * clockwise (RFC 7946, 3.1.6). A ring that is smaller than the rounding goes.
 */
export function simplifyTogether(
  network: BorderNetwork,
  { metres, decimals }: Simplification,
): MultiPolygon[] {
  const planes = network.lines.map(planeOf(middleLatitude(network.lines)));
  const scale = 10 ** decimals;
  const drawn = (line: number, tolerance: number): GridPosition[] => {
    const all = network.lines[line]!;
    const corners = simplifiedLine(planes[line]!, tolerance).map((i) => all[i]!);
    return withoutRepetitions(corners.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]));
  };
  const tolerances = network.lines.map(() => metres);
  const lines = tolerances.map((tolerance, line) => drawn(line, tolerance));
  for (;;) {
    const finer = [...faultyLines(network, lines)].filter((line) => tolerances[line]! > 0);
    if (finer.length === 0) break;
    for (const line of finer) {
      const half = tolerances[line]! / 2;
      tolerances[line] = half < metres / 2 ** halvings ? 0 : half;
      lines[line] = drawn(line, tolerances[line]!);
    }
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

/** Lines that cross others, and lines of rings that lost their surface. */
function faultyLines({ shapes }: BorderNetwork, lines: readonly (readonly GridPosition[])[]): Set<number> {
  const faulty = crossingLines(lines);
  for (const pieces of shapes.flat(2))
    if (surfaceOf(ringOf(pieces, lines)) === 0) for (const { line } of pieces) faulty.add(line);
  return faulty;
}

function ringOf(
  pieces: readonly RingPiece[],
  lines: readonly (readonly GridPosition[])[],
): readonly GridPosition[] {
  const parts = pieces.map(({ line, reversed }) => (reversed ? [...lines[line]!].reverse() : lines[line]!));
  return withoutRepetitions(parts.flat());
}

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
