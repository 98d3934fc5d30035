import type { MultiPolygon } from "./polygon";
import type { Position } from "./ring";

/** A piece of a ring: a line of the network in its own or in the opposite direction. */
export interface RingPiece {
  readonly line: number;
  readonly reversed: boolean;
}

/** Shapes as lines that neighbours share, so that a line which changes does so in both. */
export interface BorderNetwork {
  /** Each common line once, from junction to junction; a ring without junctions is one closed line. */
  readonly lines: readonly (readonly Position[])[];
  /** For each shape its polygons, for each of them its rings. */
  readonly shapes: readonly (readonly (readonly (readonly RingPiece[])[])[])[];
}

/** Positions at most so many degrees apart are one: 0.1 m. Files round the same corner differently in two areas. */
const sameDegrees = 1e-6;

export function networkOf(shapes: readonly MultiPolygon[]): BorderNetwork {
  const positions: Position[] = [];
  const idOf = snapped(positions);
  const rings = shapes.map((polygons) =>
    polygons.map((polygon) =>
      polygon.map((ring) => withoutRepetitions(ring.map(idOf))).filter((ids, i) => ids.length > 2 || i === 0),
    ),
  );
  const isJunction = junctionsOf(rings.flat(2));
  const lines: Position[][] = [];
  const known = new Map<string, number>();
  const pieceOf = (ids: readonly number[]): RingPiece => {
    const reversed = isBackward(ids);
    const inOrder = reversed ? [...ids].reverse() : ids;
    const name = inOrder.join();
    const line = known.get(name) ?? lines.push(inOrder.map((id) => positions[id]!)) - 1;
    known.set(name, line);
    return { line, reversed };
  };
  return {
    shapes: rings.map((polygons) =>
      polygons
        .filter(([outer = []]) => outer.length > 2)
        .map((polygon) => polygon.map((ids) => cut(ids, isJunction).map(pieceOf))),
    ),
    lines,
  };
}

/** Numbers positions: the same number for those that are one. */
function snapped(positions: Position[]): (position: Position) => number {
  const cells = new Map<string, number[]>();
  const around = [0, -1, 1];
  return ([x, y]) => {
    const [column, row] = [Math.floor(x / sameDegrees), Math.floor(y / sameDegrees)];
    for (const dx of around)
      for (const dy of around)
        for (const id of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const [otherX, otherY] = positions[id]!;
          if (Math.hypot(x - otherX, y - otherY) <= sameDegrees) return id;
        }
    const id = positions.push([x, y]) - 1;
    const cell = `${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), id]);
    return id;
  };
}

/** The corners of a ring, each once in a row; the last does not repeat the first. */
const withoutRepetitions = (ids: readonly number[]): number[] =>
  ids.filter((id, i) => id !== ids[(i + 1) % ids.length]);

/** Corners from which rings go on in different ways. */
function junctionsOf(rings: readonly (readonly number[])[]): (id: number) => boolean {
  const ways = new Map<number, string>();
  const junctions = new Set<number>();
  for (const ids of rings)
    for (const [i, id] of ids.entries()) {
      const [before, after] = [ids.at(i - 1)!, ids[(i + 1) % ids.length]!];
      const way = before < after ? `${before} ${after}` : `${after} ${before}`;
      if ((ways.get(id) ?? way) !== way) junctions.add(id);
      ways.set(id, way);
    }
  return (id) => junctions.has(id);
}

/** A ring cut at its junctions; one closed line, from its lowest corner, if it has none. */
function cut(ids: readonly number[], isJunction: (id: number) => boolean): number[][] {
  const first = ids.findIndex(isJunction);
  const start = first < 0 ? ids.indexOf(ids.reduce((low, id) => Math.min(low, id))) : first;
  const closed = [...ids.slice(start), ...ids.slice(0, start), ids[start]!];
  const pieces: number[][] = [[closed[0]!]];
  for (const [i, id] of closed.entries()) {
    if (i === 0) continue;
    pieces.at(-1)!.push(id);
    if (isJunction(id) && i < closed.length - 1) pieces.push([id]);
  }
  return pieces;
}

/** Whether a line is listed in the direction opposite to the one in which it is kept. */
function isBackward(ids: readonly number[]): boolean {
  const [first, last] = [ids[0]!, ids.at(-1)!];
  return first === last ? ids[1]! > ids.at(-2)! : first > last;
}
