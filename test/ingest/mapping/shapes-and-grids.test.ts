import { rm } from "node:fs/promises";
import { runIngest } from "../../../src/ingest/run/run";
import { startHub, type TestHub } from "../../support/hub";
import {
  featureCollection,
  folderWith,
  middleOf,
  municipio,
  nil,
  square,
} from "../../support/synthetic-city";

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];
let hub: TestHub;

beforeAll(async () => {
  hub = await startHub();
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  await ingest({
    "ds379_municipi_label.geojson": featureCollection(numbers.map((number) => municipio(number))),
    "ds964_nil_wm.geojson": featureCollection(numbers.map((number) => nil(number))),
  });
});

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function ingest(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(files);
  folders.push(folder);
  return runIngest({ table: hub.table, folder, now, demo: true });
}

const header = (code: string, file: string) => `
source: { code: ${code}, title: Prova, publisher: Comune Sintetico, licence: CC BY 4.0, rights: { it: Inventato }, modified: 2026-05, synthetic: true }
file: { path: ${code}.data, mode: PARTIAL, ${file} }
`;
async function load(code: string, file: string, records: string, data: string) {
  const report = await ingest({
    [`${code}.data`]: data,
    [`${code}.mapping.yaml`]: header(code, file) + records,
  });
  const source = report.sources.find((each) => each.source === code)!;
  return {
    ...source,
    said: source.problems.map(({ line, rule, severity, message }) => [line, rule, severity, message]),
  };
}

const blocks = `
records:
  - type: area
    code: { template: "blocco:{id}" }
    level: NEIGHBOURHOOD
    localType: { it: blocco }
    name: { column: id }
    city: "comune:015146"
`;
const block = (id: number, coordinates: unknown) => ({
  type: "Feature",
  properties: { id },
  geometry: { type: "Polygon", coordinates },
});
const turned = square(2).map((ring) => ring.map(([x, y]) => [y, x]));
const moved = square(2).map((ring) => ring.map(([x, y]) => [x! + 4, y! - 7]));

test("an area outside its city is reported, and the sound ones beside it are imported", async () => {
  const { rows, said } = await load(
    "blocks",
    "format: geojson, geometry: polygon",
    blocks,
    featureCollection([
      block(1, square(1)),
      block(2, turned),
      block(3, moved),
      block(4, [
        [
          [179.5, 0],
          [-179.5, 0],
          [-179.5, 1],
          [179.5, 1],
          [179.5, 0],
        ],
      ]),
    ]),
  );
  expect(rows).toMatchObject({ read: 4, new: 1, rejected: 3 });
  expect(said).toEqual([
    [
      1,
      "NOT_A_GEOMETRY",
      "ERROR",
      expect.stringMatching(/ from its city Milano\. Latitude and longitude are swapped\./),
    ],
    [
      2,
      "NOT_A_GEOMETRY",
      "ERROR",
      expect.stringMatching(
        /^The shape lies around 38\.\d+ N, 13\.\d+ E, \d{3} km from its city Milano\. Correct/,
      ),
    ],
    [3, "NOT_A_GEOMETRY", "ERROR", expect.stringMatching(/crosses the antimeridian/)],
  ]);
  const { latitude, longitude } = middleOf(2);
  const at = (lat: number, lon: number) =>
    `{ areasAt: areaAt(point: { latitude: ${lat}, longitude: ${lon} }) { areas { code } } }`;
  expect((await hub.ask(at(longitude, latitude))).errors?.[0]?.extensions?.code).toBe(
    "POINT_OUTSIDE_COVERAGE",
  );
});

const stops = `
key: { column: id }
records:
  - type: centre
    name: { column: id }
    position: POSITION
    areas: { always: ["comune:015146"] }
`;
const csvStops = stops.replace("POSITION", "{ longitude: { column: x }, latitude: { column: y } }");

test("a point outside the city keeps its position and belongs to no city, also after an earlier import", async () => {
  const inside = middleOf(3);
  const csv = (x: number) => `id;x;y\nrho;${x};45.52\nduomo;${inside.longitude};${inside.latitude}\n`;
  const file = 'format: csv, delimiter: ";"';
  await load("stops", file, csvStops, csv(inside.longitude).replace("45.52", String(inside.latitude)));
  const { said } = await load("stops", file, csvStops, csv(9.0428));
  expect(said).toEqual([
    [2, "POINT_OUTSIDE_CITY", "WARNING", expect.stringMatching(/belongs to no area and no city/)],
  ]);
  const { data } = await hub.ask(`{
    out: centre(code: "stops:rho") { position { latitude longitude } areas { code } }
    in: centre(code: "stops:duomo") { areas { code } }
  }`);
  expect(data).toEqual({
    out: { position: { latitude: 45.52, longitude: 9.0428 }, areas: [] },
    in: { areas: [{ code: "comune:015146" }, { code: "municipio:3" }, { code: "nil:3" }] },
  });
});

test("metres are named when nothing declares them, and transformed when something does", async () => {
  const csv = "id;x;y\nlib;1515114.54;5040232.60\n";
  const file = 'format: csv, delimiter: ";"';
  const plain = await load("grid", file, csvStops, csv);
  expect(plain.said).toEqual([
    [
      2,
      "NOT_A_COORDINATE",
      "ERROR",
      expect.stringMatching(/metres of EPSG:3003 \(45\.52 N, 9\.19 E\)\. Declare .* file\.crs/),
    ],
  ]);
  await load("grid", `${file}, crs: "EPSG:3003"`, csvStops, csv);
  const { data } = await hub.ask(`{ centre(code: "grid:lib") { position { latitude longitude } } }`);
  expect(data).toEqual({ centre: { position: { latitude: 45.51528238, longitude: 9.19315525 } } });
});

test("a GeoJSON declares its grid itself, as one Feature or with a Feature on each line", async () => {
  const pointStops = stops.replace("POSITION", "{ geometry: true }");
  const feature = (id: string, coordinates: number[], more: object = {}) =>
    JSON.stringify({
      type: "Feature",
      properties: { id },
      geometry: { type: "Point", coordinates },
      ...more,
    });
  const crs = { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3003" } } };
  const file = "format: geojson, geometry: point";
  const one = await load("one", file, pointStops, feature("lib", [1515114.54, 5040232.6], crs));
  expect(one.rows).toMatchObject({ read: 1, new: 1 });
  const { longitude, latitude } = middleOf(4);
  const lines = [
    feature("a", [longitude, latitude]),
    "{ broken",
    "",
    `\u001e${feature("b", [longitude, latitude])}`,
  ];
  const many = await load("many", file, pointStops, lines.join("\n"));
  expect(many.rows).toMatchObject({ read: 3, new: 2 });
  expect(many.said).toEqual([[1, "NOT_A_GEOMETRY", "ERROR", expect.stringMatching(/not a GeoJSON Feature/)]]);
  const { data } = await hub.ask(`{
    one: centre(code: "one:lib") { position { longitude } } b: centre(code: "many:b") { position { longitude } }
  }`);
  expect(data).toEqual({ one: { position: { longitude: 9.19315525 } }, b: { position: { longitude } } });
});
