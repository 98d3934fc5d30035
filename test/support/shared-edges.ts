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
function signedSurface(ring: Ring): number {
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

/** Undirected edges, each once, as lines on the grid of their rounding. */
export const edgeLines = (edges: readonly string[], decimals: number): [number, number][][] => {
  const undirected = edges.map((edge) => edge.split(" ").sort().join(" "));
  const scaled = (end: string) => end.split(",").map((n) => Math.round(Number(n) * 10 ** decimals));
  return [...new Set(undirected)].map((edge) => edge.split(" ").map(scaled) as [number, number][]);
};

/** How many pieces the edges form: those with a common end are of one piece. */
export function piecesOf(edges: readonly string[]): number {
  const next = new Map<string, string>();
  const rootOf = (end: string): string => {
    const parent = next.get(end) ?? end;
    return parent === end ? end : rootOf(parent);
  };
  for (const edge of edges) {
    const [from, to] = edge.split(" ").map(rootOf) as [string, string];
    next.set(from, to);
  }
  return new Set(edges.map((edge) => rootOf(edge.split(" ")[0]!))).size;
}
