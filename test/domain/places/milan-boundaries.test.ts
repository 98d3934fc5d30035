import { readFileSync } from "node:fs";
import { networkOf } from "../../../src/domain/geo/border-network";
import { crossingLines } from "../../../src/domain/geo/crossing-lines";
import {
  boxOf,
  containsPoint,
  type MultiPolygon,
  type Polygon,
  surfaceKm2,
} from "../../../src/domain/geo/polygon";
import { simplifyTogether } from "../../../src/domain/geo/simplify-together";
import { boundaryPrecisions } from "../../../src/domain/places/boundaries-document";
import { boxContains, unionOfBoxes } from "../../support/boxes";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import { edgeLines, ringFaults, sharedEdges } from "../../support/shared-edges";

interface Collection {
  readonly features: readonly {
    readonly geometry: { readonly type: "Polygon"; readonly coordinates: Polygon };
  }[];
}

const shapesIn = (file: string): MultiPolygon[] =>
  (JSON.parse(readFileSync(sharedData(`boundaries/${file}`)!, "utf8")) as Collection).features.map(
    ({ geometry }) => [geometry.coordinates],
  );

const total = (shapes: readonly MultiPolygon[]): number =>
  shapes.reduce((sum, shape) => sum + surfaceKm2(shape), 0);

/** Longest distance of the corners of a shape from the edges of another one, in metres; the plane is that of Milan. */
function shiftMetres(corners: MultiPolygon, edges: MultiPolygon): number {
  const north = 111_195;
  const east = north * Math.cos((45.46 * Math.PI) / 180);
  const plane = ([x, y]: readonly [number, number]) => [(x - 9.19) * east, (y - 45.46) * north] as const;
  const segments = edges
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [plane(ring[i]!), plane(to)] as const));
  let longest = 0;
  for (const corner of corners.flat(2)) {
    const [x, y] = plane(corner);
    let shortest = Infinity;
    for (const [[ax, ay], [bx, by]] of segments) {
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      shortest = Math.min(shortest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
    longest = Math.max(longest, shortest);
  }
  return longest;
}

const cases = [
  { file: "ds964_nil_wm.geojson", name: "88 NIL", areas: 88, holes: 1 },
  { file: "ds379_municipi_label.geojson", name: "9 Municipi", areas: 9, holes: 0 },
].flatMap((own) =>
  Object.entries(boundaryPrecisions).map(([precision, how]) => ({ ...own, precision, how })),
);

for (const { file, name, areas, holes, precision, how } of cases)
  testWithSharedData(
    `${name} of Milan fit together at ${precision}, within ${how.metres} m of the drawn borders`,
    () => {
      const drawn = shapesIn(file);
      const network = networkOf(drawn);
      const shapes = simplifyTogether(network, how);
      expect(shapes).toHaveLength(areas);
      expect(shapes.map((polygons) => polygons.length)).toEqual(Array(areas).fill(1));
      expect(shapes.flat().reduce((sum, rings) => sum + rings.length - 1, 0)).toBe(holes);
      expect(ringFaults(shapes)).toEqual([]);

      // Every border of two areas of the file is one of two areas in the answer, and of the same two.
      const { twice, alone, shared } = sharedEdges(shapes);
      expect(twice).toEqual([]);
      expect(shared.length).toBeGreaterThan(100);
      expect(neighbours(shapes)).toEqual(neighbours(simplifyTogether(network, { metres: 0, decimals: 7 })));
      expect([...crossingLines(edgeLines([...alone, ...shared], how.decimals))]).toEqual([]);

      expect(Math.abs(total(shapes) / total(drawn) - 1)).toBeLessThan(0.001);
      const steps = 10 ** -how.decimals * 111_195;
      // A spit of the file thinner than 1 m goes: the longest is 10 m long.
      const longest = Math.max(how.metres, 10) + steps;
      for (const [i, shape] of shapes.entries()) expect(shiftMetres(drawn[i]!, shape)).toBeLessThan(longest);
    },
  );

/** Pairs of areas with a common edge. */
function neighbours(shapes: readonly MultiPolygon[]): string[] {
  const ownerOf = new Map<string, number>();
  for (const [i, shape] of shapes.entries())
    for (const ring of shape.flat())
      for (const [k, to] of ring.slice(1).entries()) ownerOf.set(`${ring[k]!.join()} ${to.join()}`, i);
  const pairs = [...ownerOf].flatMap(([edge, own]) => {
    const other = ownerOf.get(edge.split(" ").reverse().join(" "));
    return other === undefined || other < own ? [] : [`${own} ${other}`];
  });
  return [...new Set(pairs)].sort();
}

testWithSharedData(
  "no point of Milan lies in two simpler NIL, and few change sides of the city's border",
  () => {
    const drawn = shapesIn("ds964_nil_wm.geojson");
    const simpler = simplifyTogether(networkOf(drawn), boundaryPrecisions.MAP);
    const { west, south, east, north } = unionOfBoxes(drawn.map(boxOf))!;
    const side = 100;
    const points = Array.from({ length: side * side }, (_, i) => ({
      longitude: west + ((east - west) * ((i % side) + 0.5)) / side,
      latitude: south + ((north - south) * (Math.floor(i / side) + 0.5)) / side,
    }));
    const counts = [drawn, simpler].map((shapes) => {
      const boxed = shapes.map((shape) => ({ shape, box: boxOf(shape) }));
      return points.map(
        (point) =>
          boxed.filter(({ shape, box }) => boxContains(box, point) && containsPoint(shape, point)).length,
      );
    });
    const [before, after] = counts as [number[], number[]];
    expect(Math.max(...after)).toBe(1);
    const inside = before.filter((count) => count > 0).length;
    expect(inside).toBeGreaterThan(4000);
    const changed = points.filter((_, i) => before[i]! > 0 !== after[i]! > 0).length;
    expect(changed / inside).toBeLessThan(0.01);
  },
);
