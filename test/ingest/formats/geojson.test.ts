import { HubError } from "../../../src/domain/kit/errors";
import { featuresIn } from "../../../src/ingest/formats/feature-list";
import { geoJson, readSurface } from "../../../src/ingest/formats/geojson";
import { rowsOf } from "../../../src/ingest/formats/read-whole";
import { readRows } from "../../support/read-rows";
import { featureCollection, municipio, square } from "../../support/synthetic-city";

const read = (text: string) => rowsOf(featuresIn(Buffer.from(text)), 0, readSurface);

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof HubError && error.code === "SOURCE_UNREADABLE")
      return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** The problem of one broken feature between two sound ones, which must stay. */
function problemOf(broken: unknown) {
  const { rows, problems, unreadable } = read(featureCollection([municipio(1), broken, municipio(3)]));
  expect(rows.map(({ line }) => line)).toEqual([0, 2]);
  expect(unreadable).toBe(1);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ line: 1, rule: "NOT_A_GEOMETRY", severity: "ERROR" });
  return problems[0]!;
}

test("reads polygons and multipolygons as multipolygons", () => {
  const two = municipio(2, { geometry: { type: "MultiPolygon", coordinates: [square(1), square(2)] } });
  const { rows, problems } = read(featureCollection([municipio(1), two]));
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { line: 0, properties: { MUNICIPIO: 1 }, polygons: [square(1)] },
    { line: 1, properties: { MUNICIPIO: 2 }, polygons: [square(1), square(2)] },
  ]);
});

test("ignores the legacy crs of WGS 84 and rejects an unknown one", () => {
  const withCrs = (name: string) =>
    JSON.stringify({ type: "FeatureCollection", crs: { type: "name", properties: { name } }, features: [] });
  expect(read(withCrs("EPSG:4326")).rows).toEqual([]);
  expect(read(withCrs("urn:ogc:def:crs:OGC:1.3:CRS84")).rows).toEqual([]);
  expect(refusal(withCrs("urn:ogc:def:crs:EPSG::2154"))).toMatch(
    /^The coordinates are in urn:ogc:def:crs:EPSG::2154, which the hub does not know\. Export the layer in EPSG:4326/,
  );
});

test("names line and column if the file is not JSON", () => {
  expect(refusal('{\n  "type": FeatureCollection\n}')).toMatch(
    /^The file is not JSON at line 2, column 11\. /,
  );
});

test("reports that a file was cut", () => {
  const text = featureCollection([municipio(1), municipio(2)]);
  expect(refusal(text.slice(0, text.length / 2))).toMatch(
    /it ends there\. The file is incomplete: download it again\.$/,
  );
});

test("rejects JSON that is not a FeatureCollection", () => {
  expect(refusal('{"type":"Topology"}')).toBe(
    "The file is not a GeoJSON FeatureCollection but a Topology. Export the layer as GeoJSON.",
  );
  expect(refusal("null")).toContain("not a GeoJSON FeatureCollection.");
  expect(refusal('{"type":"FeatureCollection","features":{}}')).toContain("not a GeoJSON FeatureCollection");
});

test("reports a feature without geometry", () => {
  expect(problemOf(municipio(2, { geometry: null })).message).toMatch(/^The feature has no geometry\./);
});

test("reports a geometry without a surface", () => {
  const point = { type: "Point", coordinates: [9, 45] };
  expect(problemOf(municipio(2, { geometry: point })).message).toMatch(/^The geometry is Point; a Polygon/);
});

test("reports a ring that is not closed", () => {
  const coordinates = [square(2)[0]!.slice(0, -1)];
  expect(problemOf(municipio(2, { geometry: { type: "Polygon", coordinates } })).message).toMatch(
    /is open: it begins at/,
  );
});

test("reports coordinates that are not numbers, with their place", () => {
  const coordinates = [
    [
      [9, 45],
      [9, "45.1"],
      [9.1, 45],
      [9, 45],
    ],
  ];
  const problem = problemOf(municipio(2, { geometry: { type: "Polygon", coordinates } }));
  expect(problem.column).toBe("geometry.coordinates.0.1.1");
});

test("reports coordinates out of range, such as metres", () => {
  const coordinates = [
    [
      [514000, 5033000],
      [515000, 5033000],
      [515000, 5034000],
      [514000, 5033000],
    ],
  ];
  expect(problemOf(municipio(2, { geometry: { type: "Polygon", coordinates } })).message).toMatch(/514000/);
});

test("reports an item that is not a feature", () => {
  problemOf(17);
  problemOf({ type: "Polygon" });
});

test("gives many features in batches, with their numbers in the file", async () => {
  const many = Array.from({ length: 2_300 }, (_, i) => (i === 1_500 ? 17 : municipio(1)));
  const text = featureCollection(many);
  const batches = [];
  for await (const batch of geoJson().read(inTwo(text))) batches.push(batch);
  expect(batches.map(({ rows, nextLine }) => [rows.length, nextLine])).toEqual([
    [1_000, 1_000],
    [999, 2_000],
    [300, 2_300],
  ]);
  expect(batches.flatMap(({ problems }) => problems.map(({ line }) => line))).toEqual([1_500]);
});

test("a collection without features is one empty batch", async () => {
  expect(await readRows(geoJson(), featureCollection([]))).toEqual({
    rows: [],
    unreadable: 0,
    problems: [],
  });
});

async function* inTwo(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text.slice(0, 1_000));
  yield Buffer.from(text.slice(1_000));
}
