import type { MultiPolygon } from "../../src/domain/geo/polygon";
import type { Position, Ring } from "../../src/domain/geo/ring";

/** How the edges of shapes fit together, each edge in the direction of its ring. */
export interface SharedEdges {
  /** Edges that two rings run in the same direction: their areas overlap. */
  readonly twice: readonly string[];
  /** Edges that a neighbour runs in the opposite direction. */
  readonly shared: readonly string[];
  /** Edges of one area alone: the outline of all areas together, and of gaps. */
  readonly alone: readonly string[];
}

export const sharedEdges = (shapes: readonly MultiPolygon[]): SharedEdges => {
  const counts = new Map<string, number>();
  for (const ring of shapes.flat(2))
    for (const [i, to] of ring.entries())
      if (i > 0) {
        const name = nameOf(ring[i - 1]!, to);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  const names = [...counts.keys()];
  const hasOpposite = (name: string) => counts.has(name.split(" ").reverse().join(" "));
  return {
    twice: names.filter((name) => counts.get(name)! > 1),
    shared: names.filter(hasOpposite),
    alone: names.filter((name) => !hasOpposite(name)),
  };
};

const nameOf = (from: Position, to: Position): string => `${from.join()} ${to.join()}`;

/** Square degrees inside a ring, below 0 if it runs clockwise. */
export function signedSurface(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  return ring.reduce((sum, [x, y], i) => {
    const [ax, ay] = ring[Math.max(0, i - 1)]!;
    return sum + ((ax - x0) * (y - y0) - (x - x0) * (ay - y0)) / 2;
  }, 0);
}

/** What RFC 7946 asks of rings and is not so here. */
export const ringFaults = (shapes: readonly MultiPolygon[]): string[] =>
  shapes.flat().flatMap((polygon, p) =>
    polygon.flatMap((ring, r) => {
      const at = `polygon ${p}, ring ${r}`;
      return [
        ...(ring.length < 4 ? [`${at} has ${ring.length} positions`] : []),
        ...(ring[0]!.join() === ring.at(-1)!.join() ? [] : [`${at} is open`]),
        ...(signedSurface(ring) > 0 === (r === 0) ? [] : [`${at} runs the wrong way`]),
      ];
    }),
  );
