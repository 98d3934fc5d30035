import { readFileSync } from "node:fs";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { clipToBox, coversBox } from "../../../src/domain/geo/clip";
import { encodeGeohash, geohashBox, geohashesCovering } from "../../../src/domain/geo/geohash";
import type { GeoPoint } from "../../../src/domain/geo/point";
import {
  boxOf,
  containsPoint,
  type MultiPolygon,
  type Polygon,
  surfaceKm2,
} from "../../../src/domain/geo/polygon";
import { multiPolygonProblem } from "../../../src/domain/geo/shape-problem";
import { boxesIntersect, unionOfBoxes } from "../../support/boxes";
import { sharedData, testWithSharedData } from "../../support/shared-data";

interface Nil {
  readonly id: number;
  /** Square metres, as the publisher states them on its projection. */
  readonly statedArea: number;
  readonly shape: MultiPolygon;
}

interface NilFile {
  readonly features: readonly {
    readonly properties: { readonly ID_NIL: number; readonly Shape_Area: number };
    readonly geometry: { readonly type: "Polygon"; readonly coordinates: Polygon };
  }[];
}

function readNils(): Nil[] {
  const path = sharedData("boundaries/ds964_nil_wm.geojson");
  if (path === null) throw new Error("boundaries/ds964_nil_wm.geojson is missing from the shared data.");
  const { features } = JSON.parse(readFileSync(path, "utf8")) as NilFile;
  return features.map(({ properties, geometry }) => ({
    id: properties.ID_NIL,
    statedArea: properties.Shape_Area,
    shape: [geometry.coordinates],
  }));
}

const nilsAt = (nils: readonly Nil[], point: GeoPoint): number[] =>
  nils.filter(({ shape }) => containsPoint(shape, point)).map(({ id }) => id);

testWithSharedData("finds two centres of Milan in one NIL each, among 88 sound ones", () => {
  const nils = readNils();
  expect(nils).toHaveLength(88);
  expect(nils.map(({ shape }) => multiPolygonProblem(shape)).filter(Boolean)).toEqual([]);
  expect(nilsAt(nils, { latitude: 45.4274613, longitude: 9.174779 })).toEqual([42]);
  expect(nilsAt(nils, { latitude: 45.4595239, longitude: 9.2480092 })).toEqual([30]);
});

testWithSharedData("measures each NIL within half a percent of what its publisher states", () => {
  for (const { shape, statedArea } of readNils()) {
    expect(Math.abs(surfaceKm2(shape) / (statedArea / 1e6) - 1)).toBeLessThan(0.005);
  }
});

testWithSharedData("finds the same NILs through the cells of a grid as on the whole map, and as turf", () => {
  const nils = readNils();
  const boxes = new Map(nils.map((nil) => [nil, boxOf(nil.shape)]));
  const box = unionOfBoxes([...boxes.values()])!;
  const cells = new Map(
    geohashesCovering(box, 6).map((hash) => {
      const cell = geohashBox(hash);
      const near = nils.filter((nil) => boxesIntersect(boxes.get(nil)!, cell));
      const clipped = near.map((nil) => ({ ...nil, shape: clipToBox(nil.shape, cell) }));
      const covering = near.filter(({ shape }) => coversBox(shape, cell)).map(({ id }) => id);
      return [hash, { nils: clipped.filter(({ shape }) => shape.length > 0), covering }];
    }),
  );
  const geoJson = nils.map(({ id, shape }) => {
    const coordinates = shape[0]!.map((ring) => ring.map((position) => [...position]));
    return { id, geometry: { type: "Polygon" as const, coordinates } };
  });
  for (let i = 1; i <= 500; i++) {
    // An additive recurrence spreads the points evenly and the same way each time (Roberts 2018, "R2").
    const point = {
      latitude: box.south + ((i * 0.7548776662466927) % 1) * (box.north - box.south),
      longitude: box.west + ((i * 0.5698402909980532) % 1) * (box.east - box.west),
    };
    const expected = nilsAt(nils, point);
    const cell = cells.get(encodeGeohash(point, 6))!;
    expect(nilsAt(cell.nils, point)).toEqual(expected);
    expect(expected).toEqual(expect.arrayContaining(cell.covering));
    const position = [point.longitude, point.latitude];
    const holding = geoJson.filter(({ geometry }) => booleanPointInPolygon(position, geometry));
    expect(holding.map(({ id }) => id)).toEqual(expected);
  }
});
