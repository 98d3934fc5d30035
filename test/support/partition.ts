import fc from "fast-check";
import { crossingLines } from "../../src/domain/geo/crossing-lines";
import { containsPoint, type MultiPolygon, type Polygon } from "../../src/domain/geo/polygon";
import type { Position } from "../../src/domain/geo/ring";
import { between } from "./geo-arbitraries";

/** Degrees of one cell: about 1 km. */
const cell = 0.01;

/** A city cut into cells with crooked borders, some with a hole that another area fills. */
export interface Partition {
  readonly shapes: readonly MultiPolygon[];
}

/** How far corners of a border lie from its straight line, as shares of a cell. */
const crooked = fc.array(between(-0.1, 0.1), { minLength: 0, maxLength: 30 });

/** Columns and rows of cells; neighbours have the same corners along their common border. */
export const partition: fc.Arbitrary<Partition> = fc
  .record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      corners: fc.array(fc.tuple(between(-0.15, 0.15), between(-0.15, 0.15)), {
        minLength: (columns + 1) * (rows + 1),
        maxLength: (columns + 1) * (rows + 1),
      }),
      borders: fc.array(crooked, { minLength: 2 * (columns + 1) * (rows + 1), maxLength: 100 }),
      islands: fc.array(fc.tuple(between(0, 1), between(0, 1), between(0.02, 0.2)), {
        minLength: columns * rows,
        maxLength: 16,
      }),
      /** The same corner written a little differently in each area. */
      noise: fc.constantFrom(0, 1e-10),
    }),
  )
  .map(({ columns, rows, corners, borders, islands, noise }): Partition => {
    const at = (x: number, y: number) => y * (columns + 1) + x;
    const corner = (x: number, y: number): Position => {
      const [dx, dy] = corners[at(x, y)]!;
      return [9 + (x + dx) * cell, 45 + (y + dy) * cell];
    };
    /** From a corner to the next one to the east or to the north, without the last position. */
    const border = (x: number, y: number, east: boolean): Position[] => {
      const [from, to] = [corner(x, y), east ? corner(x + 1, y) : corner(x, y + 1)];
      const bends = borders[2 * at(x, y) + (east ? 0 : 1)]!;
      const between = bends.map((bend, i): Position => {
        const t = (i + 1) / (bends.length + 1);
        // Less near its ends, so that it does not meet the next border.
        const off = 4 * bend * t * (1 - t) * cell;
        return [
          from[0] + (to[0] - from[0]) * t + (east ? 0 : off),
          from[1] + (to[1] - from[1]) * t + (east ? off : 0),
        ];
      });
      return [from, ...between];
    };
    const back = (line: Position[], end: Position): Position[] => [end, ...line.slice(1).reverse()];
    const shapes: MultiPolygon[] = [];
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) {
        const outer = [
          ...border(x, y, true),
          ...border(x + 1, y, false),
          ...back(border(x, y + 1, true), corner(x + 1, y + 1)),
          ...back(border(x, y, false), corner(x, y + 1)),
        ];
        const hole = circle(x, y, islands[y * columns + x]!);
        // Far enough from the border for the coarsest rounding of a test.
        const [east, north, size] = islands[y * columns + x]!;
        const hasHole = liesIn(circle(x, y, [east, north, size + 0.03]), outer);
        const written = [outer, ...(hasHole ? [hole] : [])].map((ring) =>
          [...ring, ring[0]!].map(([a, b], i): Position => [a + noise * (i % 3), b]),
        );
        shapes.push([closed(written)]);
        if (hasHole) shapes.push([closed([[...hole, hole[0]!]])]);
      }
    return { shapes };
  });

/** An island: its middle in a cell, and its radius in cells. */
const circle = (x: number, y: number, [east, north, size]: [number, number, number]): Position[] =>
  Array.from({ length: 12 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / 12;
    return [9 + (x + east + size * Math.cos(angle)) * cell, 45 + (y + north + size * Math.sin(angle)) * cell];
  });

const liesIn = (hole: readonly Position[], outer: readonly Position[]): boolean => {
  const lines = [outer, hole].map((ring) =>
    [...ring, ring[0]!].map(([x, y]) => [Math.round(x * 1e7), Math.round(y * 1e7)] as const),
  );
  const [longitude, latitude] = hole[0]!;
  return crossingLines(lines).size === 0 && containsPoint([[[...outer, outer[0]!]]], { longitude, latitude });
};

const closed = (rings: readonly (readonly Position[])[]): Polygon =>
  rings.map((ring) => [...ring.slice(0, -1), ring[0]!]);
