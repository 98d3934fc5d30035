import { rm } from "node:fs/promises";
import type { IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { startHub, type TestHub } from "../../support/hub";
import { featureCollection, folderWith, middleOf, municipio, nil } from "../../support/synthetic-city";

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

async function ingest(files: Readonly<Record<string, string | Uint8Array>>): Promise<IngestReport> {
  const folder = await folderWith(files);
  folders.push(folder);
  return runIngest({ table: hub.table, folder, now, demo: true });
}

const sourceIn = (report: IngestReport, code: string) =>
  report.sources.find(({ source }) => source === code)!;
const problemsOf = (report: IngestReport, code: string) =>
  sourceIn(report, code).problems.map(({ line, rule, column, value }) => [line, rule, column, value]);

const header = (code: string, file: string) => `
source:
  code: ${code}
  title: Dati inventati
  publisher: Comune Sintetico
  licence: CC BY 4.0
  rights: { it: Inventato per una prova }
  modified: 2026-05
  synthetic: true
file:
  ${file.trim().replaceAll("\n", "\n  ")}
`;

const gardens = `${header(
  "gardens",
  `
path: giardini.csv
format: csv
delimiter: ";"
encoding: windows-1252
decimalChar: ","
missingValues: [ND]
mode: FULL`,
)}
key: { column: [codice, id], type: integer }
terms:
  - { code: "centre-kind:SHARED_GARDEN", name: { it: Giardino condiviso, en: Shared garden } }
organizations:
  - { code: garden-club, name: Circolo dei giardini, kind: THIRD_SECTOR }
services:
  - code: "gardens:courses"
    name: { it: Corsi di orto }
    organizationCode: garden-club
    careDomains: [RECREATION]
records:
  - type: centre
    when: { column: tipo, isNot: [privato] }
    name: { column: nome }
    kinds:
      - term: { column: tipo, map: { condiviso: "centre-kind:SHARED_GARDEN", altro: null } }
        validFrom: { column: dal, format: [DD/MM/YYYY, YYYY] }
    address: { streetAddress: { column: via }, locality: { constant: Sintetica }, country: { constant: IT } }
    position: { longitude: { column: x }, latitude: { column: y } }
    areas:
      declared: { template: "municipio:{zona}", type: integer }
      always: ["comune:015146"]
    accessibility: { STEP_FREE_ACCESS: { column: disabili, yesNo: { yes: [si, sì], no: [no] } } }
    hours: { column: orari, timezone: Europe/Rome }
    notes: { column: note }
    externalIdentifiers: [{ scheme: plots, value: { column: lotto } }]
  - type: serviceAtLocation
    service: { column: corsi, map: { si: "gardens:courses", no: null } }
    phones: { column: telefoni, split: "/" }
`;

const comma = (number: number): string => String(number).replace(".", ",");
const at = (number: number): string =>
  `${comma(middleOf(number).longitude)};${comma(middleOf(number).latitude)}`;

const gardensCsv = [
  "id;nome;tipo;dal;via;x;y;zona;disabili;orari;note;lotto;corsi;telefoni",
  `01;Orto di città;condiviso;05/02/2020;Via Inventata 1;${at(5)};05;Sì;Lun 9:00-12:00;ND;L1;si;02 1234/02 5678 (mattina)`,
  `2;Orto chiuso;privato;;;;;;;;;;;`,
  `3;Orto perplesso;condiviso;mai;Via Inventata 3;${at(2)};3;forse;;;;forse;`,
  `4;Orto lontano;altro;2019;Via Inventata 4;1,5;41,2;1;;;;;no;`,
  `;Senza codice;condiviso;;;;;;;;;;;`,
  "",
].join("\r\n");

test("loads an unknown CSV of points, by its mapping file alone", async () => {
  const files = {
    "giardini.csv": Buffer.from(gardensCsv, "latin1"),
    "giardini.mapping.yaml": gardens,
  };
  const report = await ingest(files);
  expect(sourceIn(report, "gardens")).toMatchObject({
    status: "IMPORTED",
    mode: "FULL",
    file: "giardini.csv",
    rows: { read: 5, new: 3, changed: 0, unchanged: 1, rejected: 1 },
  });
  expect(problemsOf(report, "gardens")).toEqual([
    [4, "AREA_MISMATCH", "zona", "3"],
    [4, "NOT_A_DATE", "dal", "mai"],
    [4, "NOT_YES_OR_NO", "disabili", "forse"],
    [4, "UNKNOWN_WORD", "corsi", "forse"],
    [5, "POINT_OUTSIDE_CITY", "x", "1.5; 41.2"],
    [6, "NOT_A_CODE", "id", ""],
  ]);
  const { data } = await hub.ask(`{
    centre(code: "gardens:1") {
      name position { latitude longitude } address { streetAddress locality country }
      kind { code name { it en } } kindHistory { validFrom assertedOn }
      areas { code } declaredArea { code } notes openingHoursText
      accessibility { feature availability }
      services { service { code } phones { number note { it } } }
      sourceRefs { code licence synthetic modified }
    }
  }`);
  expect(data).toEqual({
    centre: {
      name: "Orto di città",
      position: middleOf(5),
      address: { streetAddress: "Via Inventata 1", locality: "Sintetica", country: "IT" },
      kind: { code: "centre-kind:SHARED_GARDEN", name: { it: "Giardino condiviso", en: "Shared garden" } },
      kindHistory: [{ validFrom: "2020-02-05", assertedOn: "2026-05" }],
      areas: [{ code: "comune:015146" }, { code: "municipio:5" }, { code: "nil:5" }],
      declaredArea: { code: "municipio:5" },
      notes: null,
      openingHoursText: "Lun 9:00-12:00",
      accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "YES" }],
      services: [
        {
          service: { code: "gardens:courses" },
          phones: [
            { number: "02 1234", note: null },
            { number: "02 5678", note: { it: "mattina" } },
          ],
        },
      ],
      sourceRefs: [{ code: "gardens", licence: "CC BY 4.0", synthetic: true, modified: "2026-05" }],
    },
  });
  const again = await runIngest({
    table: hub.table,
    folder: folders.at(-1)!,
    demo: true,
    now,
  });
  expect(sourceIn(again, "gardens").rows).toMatchObject({
    new: 0,
    changed: 0,
    unchanged: 4,
  });
  expect(sourceIn(again, "gardens").records).toMatchObject({
    created: 0,
    changed: 0,
  });
});

const fountains = `${header(
  "fountains",
  `
path: layers/fontane.geojson
format: geojson
geometry: point
mode: PARTIAL`,
)}
key: { column: Id Fontana, slug: true }
records:
  - type: centre
    name: { template: "Fontana {Id Fontana}" }
    position: { geometry: true }
    areas: { always: ["comune:015146"] }
`;

const point = (properties: object, geometry: object | null) => ({ type: "Feature", properties, geometry });
const lonLat = (number: number): number[] => [middleOf(number).longitude, middleOf(number).latitude];

test("loads a GeoJSON of points, and does not choose among several points of one feature", async () => {
  const layer = featureCollection([
    point({ "Id Fontana": "A/1" }, { type: "Point", coordinates: lonLat(7) }),
    point({ "Id Fontana": 2 }, { type: "MultiPoint", coordinates: [lonLat(1)] }),
    point({ "Id Fontana": 3 }, { type: "MultiPoint", coordinates: [lonLat(1), lonLat(2)] }),
    point({ "Id Fontana": 4 }, null),
    point({ "Id Fontana": 5 }, { type: "LineString", coordinates: [lonLat(1), lonLat(2)] }),
    point({ "Id Fontana": 6 }, { type: "Point", coordinates: [...lonLat(8)].reverse() }),
  ]);
  const report = await ingest({ "layers/fontane.geojson": layer, "fontane.mapping.yml": fountains });
  expect(sourceIn(report, "fountains")).toMatchObject({
    rowsAre: "features",
    rows: { read: 6, new: 4, rejected: 2 },
  });
  expect(
    sourceIn(report, "fountains").problems.map(({ line, rule, message }) => [line, rule, message]),
  ).toEqual([
    [
      2,
      "NOT_A_GEOMETRY",
      "The MultiPoint has 2 points, and it is unknown which of them is meant. Correct the feature at the source.",
    ],
    [
      4,
      "NOT_A_GEOMETRY",
      "The geometry is LineString; a Point is expected. Correct the feature at the source.",
    ],
    [5, "POINT_OUTSIDE_CITY", expect.stringContaining("Latitude and longitude are swapped")],
  ]);
  const { data } = await hub.ask(`{
    first: centre(code: "fountains:a-1") { name position { longitude latitude } areas { code } }
    second: centre(code: "fountains:2") { name areas { code } }
    none: centre(code: "fountains:4") { name position { latitude } areas { code } }
  }`);
  expect(data).toEqual({
    first: {
      name: "Fontana A/1",
      position: middleOf(7),
      areas: [{ code: "comune:015146" }, { code: "municipio:7" }, { code: "nil:7" }],
    },
    second: {
      name: "Fontana 2",
      areas: [{ code: "comune:015146" }, { code: "municipio:1" }, { code: "nil:1" }],
    },
    none: { name: "Fontana 4", position: null, areas: [{ code: "comune:015146" }] },
  });
});
