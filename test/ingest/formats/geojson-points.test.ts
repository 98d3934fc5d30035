import fc from "fast-check";
import { isGeoPoint } from "../../../src/domain/geo/point";
import { HubError } from "../../../src/domain/kit/errors";
import { geoJsonPoints } from "../../../src/ingest/formats/geojson-points";
import { mutationsOf } from "../../support/mutations";
import { readRows } from "../../support/read-rows";
import { runs } from "../../support/runs";
import { featureCollection } from "../../support/synthetic-city";

const feature = (geometry: unknown, properties: unknown = { a: 1 }) => ({
  type: "Feature",
  properties,
  geometry,
});
const read = (features: readonly unknown[]) => readRows(geoJsonPoints(), featureCollection(features));

test("reads a point, a MultiPoint of one point, and a feature without geometry", async () => {
  const rows = await read([
    feature({ type: "Point", coordinates: [9.2, 45.5, 120] }),
    feature({ type: "MultiPoint", coordinates: [[9.1, 45.4]] }, null),
    feature(null),
  ]);
  expect(rows).toEqual({
    rows: [
      { line: 0, properties: { a: 1 }, point: { longitude: 9.2, latitude: 45.5 } },
      { line: 1, properties: {}, point: { longitude: 9.1, latitude: 45.4 } },
      { line: 2, properties: { a: 1 }, point: null },
    ],
    problems: [],
    unreadable: 0,
  });
});

test.each<[what: string, feature: unknown, message: string, column: string]>([
  [
    "several points",
    feature({
      type: "MultiPoint",
      coordinates: [
        [9, 45],
        [9, 46],
      ],
    }),
    "The MultiPoint has 2 points, and it is unknown which of them is meant.",
    "geometry.coordinates",
  ],
  [
    "no point at all",
    feature({ type: "MultiPoint", coordinates: [] }),
    "The MultiPoint has 0 points",
    "geometry.coordinates",
  ],
  [
    "a polygon",
    feature({ type: "Polygon", coordinates: [] }),
    "The geometry is Polygon; a Point is expected.",
    "geometry.type",
  ],
  [
    "words for numbers",
    feature({ type: "Point", coordinates: ["9", "45"] }),
    "The coordinates of the Point do not have the form of GeoJSON.",
    "geometry.coordinates.0",
  ],
  [
    "metres",
    feature({ type: "Point", coordinates: [1_515_114, 5_040_232] }),
    "[1515114, 5040232] are no degrees; they may be metres of EPSG:3003 (45.52 N, 9.19 E).",
    "geometry.coordinates",
  ],
  ["no feature", { type: "Point", coordinates: [9, 45] }, "This is not a GeoJSON Feature.", "type"],
])("refuses %s, and reads on behind it", async (_what, wrong, message, column) => {
  const sound = feature({ type: "Point", coordinates: [9, 45] });
  const { rows, problems, unreadable } = await read([sound, wrong, sound]);
  expect(rows.map(({ line }) => line)).toEqual([0, 2]);
  expect(unreadable).toBe(1);
  expect(problems).toEqual([
    expect.objectContaining({
      line: 1,
      rule: "NOT_A_GEOMETRY",
      column,
      message: expect.stringContaining(message),
    }),
  ]);
});

test("gives all batches in the order of the file", async () => {
  const many = Array.from({ length: 2_500 }, (_, i) =>
    feature({ type: "Point", coordinates: [i / 100, 45] }),
  );
  const sizes: (readonly [number, number])[] = [];
  async function* file() {
    yield Buffer.from(featureCollection(many));
  }
  for await (const { rows, nextLine } of geoJsonPoints().read(file())) sizes.push([rows.length, nextLine]);
  expect(sizes).toEqual([
    [1_000, 1_000],
    [1_000, 2_000],
    [500, 2_500],
  ]);
});

test("a damaged file gives valid points, or an error that it cannot be read", async () => {
  const file = Buffer.from(
    featureCollection([1, 2, 3].map((n) => feature({ type: "Point", coordinates: [n, 45.5] }, { n }))),
  );
  await fc.assert(
    fc.asyncProperty(mutationsOf(file), async ({ bytes }) => {
      try {
        const { rows, problems, unreadable } = await readRows(geoJsonPoints(), bytes);
        expect(rows.every(({ point }) => point === null || isGeoPoint(point))).toBe(true);
        expect(problems).toHaveLength(unreadable);
      } catch (error) {
        expect(error).toBeInstanceOf(HubError);
        expect((error as HubError).code).toBe("SOURCE_UNREADABLE");
      }
    }),
    { numRuns: runs(1_000) },
  );
});
