import fc from "fast-check";
import { networkOf } from "../../../src/domain/geo/border-network";
import { crossingLines } from "../../../src/domain/geo/crossing-lines";
import { containsPoint, type MultiPolygon, surfaceKm2 } from "../../../src/domain/geo/polygon";
import type { Ring } from "../../../src/domain/geo/ring";
import { type Simplification, simplifyTogether } from "../../../src/domain/geo/simplify-together";
import { partition } from "../../support/partition";
import { runs } from "../../support/runs";
import { edgeLines, piecesOf, ringFaults, sharedEdges } from "../../support/shared-edges";

const simplified = (shapes: readonly MultiPolygon[], how: Simplification): MultiPolygon[] =>
  simplifyTogether(networkOf(shapes), how);

const anyPrecision = fc.constantFrom<Simplification>(
  { metres: 5, decimals: 5 },
  { metres: 100, decimals: 5 },
  { metres: 400, decimals: 4 },
);

test("neighbours stay neighbours: each common edge is in both, no edge in two areas, and no line crosses another", () => {
  fc.assert(
    fc.property(partition, anyPrecision, ({ shapes }, precision) => {
      const result = simplified(shapes, precision);
      expect(ringFaults(result)).toEqual([]);
      const { twice, shared, alone } = sharedEdges(result);
      expect(twice).toEqual([]);
      for (const [outer, ...holes] of result.flat())
        for (const hole of holes) {
          const [longitude, latitude] = hole[0]!;
          const isCorner = outer!.some((corner) => corner.join() === hole[0]!.join());
          expect(isCorner || containsPoint([[outer!]], { longitude, latitude })).toBe(true);
        }
      // What is alone is the outline of all areas, in one piece: a gap between areas would be another piece.
      expect(piecesOf(alone)).toBe(1);
      expect([...crossingLines(edgeLines([...alone, ...shared], precision.decimals))]).toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});

test("each area keeps its polygons and holes, and stays near its surface", () => {
  fc.assert(
    fc.property(partition, ({ shapes }) => {
      const result = simplified(shapes, { metres: 5, decimals: 6 });
      expect(result.map((polygons) => polygons.map((rings) => rings.length))).toEqual(
        shapes.map((polygons) => polygons.map((rings) => rings.length)),
      );
      const total = (all: readonly MultiPolygon[]) => all.reduce((sum, each) => sum + surfaceKm2(each), 0);
      expect(Math.abs(total(result) / total(shapes) - 1)).toBeLessThan(0.02);
    }),
    { numRuns: runs(200) },
  );
});

const square: Ring = [
  [9, 45],
  [9, 45.01],
  [9.01, 45.01],
  [9.01, 45],
  [9, 45],
];
const ring = (...positions: [number, number][]): Ring => [...positions, positions[0]!];

test("a clockwise ring is reversed, and its corners stay where they are", () => {
  expect(simplified([[[square]]], { metres: 5, decimals: 5 })).toEqual([[[[...square].reverse()]]]);
});

test("a small island keeps three corners, however coarse the precision", () => {
  const island = ring([9.004, 45.004], [9.0044, 45.004], [9.0044, 45.0044], [9.004, 45.0044]);
  const [around, alone] = simplified([[[square, island]], [[island]]], { metres: 2000, decimals: 5 });
  expect(around![0]).toHaveLength(2);
  expect(alone![0]![0]!.length).toBeGreaterThanOrEqual(4);
  const middle = { latitude: 45.0042, longitude: 9.0042 };
  expect([around!, alone!].map((shape) => containsPoint(shape, middle))).toContain(true);
  expect(sharedEdges([around!, alone!])).toMatchObject({ twice: [] });
});

/** A square with a bulge at its eastern border, and an island somewhere. */
const bulge = (...island: [number, number][]): MultiPolygon[] => {
  const west = ring([9, 45], [9.01, 45], [9.012, 45.005], [9.01, 45.01], [9, 45.01]);
  const east = ring([9.01, 45], [9.02, 45], [9.02, 45.01], [9.01, 45.01], [9.012, 45.005]);
  return [[[west, ring(...island)]], [[east]], [[ring(...island)]]];
};

test("a border that would cross an island, or leave it on the other side, is drawn more finely", () => {
  const crossed = bulge([9.009, 45.004], [9.011, 45.004], [9.011, 45.006], [9.009, 45.006]);
  const passed = bulge([9.0105, 45.0045], [9.011, 45.0045], [9.011, 45.0055], [9.0105, 45.0055]);
  const far = bulge([9.004, 45.004], [9.006, 45.004], [9.006, 45.006], [9.004, 45.006]);
  const eastOf = (shapes: MultiPolygon[]) => simplified(shapes, { metres: 300, decimals: 4 })[1]![0]![0];
  const corner = [9.012, 45.005];
  expect(eastOf(far)).not.toContainEqual(corner);
  expect(eastOf(crossed)).toContainEqual(corner);
  expect(eastOf(passed)).toContainEqual(corner);
});

test("what rounding makes a line without width goes from its rings, on the way and at their start", () => {
  const spike: [number, number][] = [
    [9, 45],
    [9, 44.99],
    [9.000001, 44.99],
    [9.000001, 45],
  ];
  const rest: [number, number][] = [
    [9.01, 45],
    [9.01, 45.01],
    [9, 45.01],
  ];
  const plain = [
    [9, 45],
    [9.01, 45],
    [9.01, 45.01],
    [9, 45.01],
  ];
  const all = [...spike, ...rest];
  for (const start of all.keys()) {
    const positions = [...all.slice(start), ...all.slice(0, start)] as [number, number][];
    const [[result]] = simplified([[[ring(...positions)]]], { metres: 0, decimals: 5 })[0]! as [[Ring]];
    expect(result).toHaveLength(5);
    expect(result.slice(1)).toEqual(expect.arrayContaining(plain));
  }
});

test("a ring smaller than the rounding goes, and nothing gives nothing", () => {
  const speck = ring([9.004, 45.004], [9.0040001, 45.004], [9.004, 45.0040001]);
  expect(simplified([[[square, speck]], [[speck]]], { metres: 5, decimals: 5 })).toEqual([
    [[[...square].reverse()]],
    [],
  ]);
  expect(simplified([], { metres: 5, decimals: 5 })).toEqual([]);
});
