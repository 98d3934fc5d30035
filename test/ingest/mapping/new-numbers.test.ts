import { rm } from "node:fs/promises";
import { formatReport } from "../../../src/ingest/report/format-report";
import type { IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { featureCollection, folderWith, square } from "../../support/synthetic-city";

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];
let hub: TestHub;

beforeAll(async () => {
  hub = await startHub();
  const options = { origin: "test", now };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], options);
  await saveAll(
    hub.table,
    codecs.area,
    [aCity(), anArea({ code: "nil:1" }), anArea({ code: "nil:2" })],
    options,
  );
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

const source = (code: string) => ({
  code,
  title: "Numeri inventati",
  publisher: "Comune Sintetico",
  licence: "NOT_STATED",
  rights: { it: "Inventato per una prova: nessuna licenza" },
  synthetic: true,
});

const indicator = (code: string) => ({
  code,
  name: { it: code },
  definition: { it: "Come pubblicato." },
  family: "CONTEXT",
  unit: "persons",
  decimals: 0,
  polarity: "NEUTRAL",
  aggregation: "NONE",
  finestLevel: "NEIGHBOURHOOD",
});

const numberOf = async (indicatorCode: string, area: string, period: string) => {
  const { data, errors } = await hub.ask<{ area: { observation: unknown } }>(
    `query Number($indicator: String!, $area: String!, $period: PartialDate!) {
      area(code: $area) {
        observation(indicator: $indicator, period: $period) { value status note { it } numerator denominator }
      }
    }`,
    { indicator: indicatorCode, area, period },
  );
  expect(errors).toBeUndefined();
  return data!.area.observation;
};

test("loads observations with a column for each indicator", async () => {
  const mapping = {
    source: source("wide"),
    file: {
      path: "wide.csv",
      format: "csv",
      delimiter: "\t",
      decimalChar: ",",
      groupChar: ".",
      mode: "FULL",
    },
    indicators: [indicator("visitors"), indicator("visitors_share")],
    records: [
      {
        type: "observation",
        when: { column: "quartiere", isNot: ["Totale"] },
        area: { template: "nil:{quartiere}", type: "integer" },
        level: "NEIGHBOURHOOD",
        period: { column: "mese", format: "MM/YYYY" },
        values: [
          // The column's own mark: one damaged cell does not make the others doubtful.
          { indicator: { constant: "visitors" }, value: { column: "visite", groupChar: "." } },
          {
            indicator: { constant: "visitors_share" },
            value: { column: "quota" },
            numerator: { column: "visite", groupChar: "." },
            denominator: { column: "tutti" },
            status: { column: "stato", map: { d: "NORMAL", p: "PROVISIONAL", c: "CONFIDENTIAL" } },
          },
        ],
      },
    ],
  };
  const rows = [
    "quartiere\tmese\tvisite\tquota\ttutti\tstato",
    "01\t7/2024\t1.234\t12,5\t9.872\tp",
    "02\t7/2024\t\t\t\tc",
    "02\t8/2024\t12.34\tn.d.\t5\td",
    "99\t8/2024\t1\t1\t1\td",
    "Totale\t8/2024\t1\t1\t1\td",
    "",
  ];
  const report = await ingest({
    "wide.csv": rows.join("\n"),
    "wide.mapping.json": JSON.stringify(mapping, null, 1),
  });
  expect(sourceIn(report, "wide").rows).toMatchObject({ read: 5, new: 3, unchanged: 1, rejected: 1 });
  expect(sourceIn(report, "wide").leftOut).toMatchObject({ CONDITION: 1 });
  expect(problemsOf(report, "wide")).toEqual([
    [3, "EMPTY_CELL", "visite", null],
    [4, "NOT_A_NUMBER", "visite", "12.34"],
    [4, "NOT_A_NUMBER", "visite", "12.34"],
    [4, "EMPTY_CELL", "quota", "n.d."],
    [5, "UNKNOWN_AREA", "quartiere", "nil:99"],
  ]);
  expect(await numberOf("visitors", "nil:1", "2024-07")).toEqual({
    value: 1234,
    status: "NORMAL",
    note: null,
    numerator: null,
    denominator: null,
  });
  expect(await numberOf("visitors_share", "nil:1", "2024-07")).toEqual({
    value: 12.5,
    status: "PROVISIONAL",
    note: null,
    numerator: 1234,
    denominator: 9872,
  });
  expect(await numberOf("visitors_share", "nil:2", "2024-07")).toMatchObject({
    value: null,
    status: "CONFIDENTIAL",
    note: { it: "La fonte lascia vuota la cella." },
  });
});

test("loads observations with a column for the indicator, and leaves out those listed as known", async () => {
  const mapping = `
source: ${JSON.stringify(source("long"))}
file: { path: [old.csv, long.csv], format: csv, delimiter: ",", mode: PARTIAL }
indicators: [${JSON.stringify(indicator("births_made_up"))}]
records:
  - type: observation
    area: { constant: "comune:1" }
    level: CITY
    period: { column: anno }
    values:
      - indicator: { column: serie, map: { nati: births_made_up, morti: null } }
        value: { column: valore }
`;
  const rows = "serie,anno,valore\nnati,2023,10\nmorti,2023,5\nNati ,2024,1e1\nsposi,2024,1\nnati,24,1\n";
  const report = await ingest({ "long.csv": rows, "long.mapping.yaml": mapping });
  expect(sourceIn(report, "long")).toMatchObject({
    file: "long.csv",
    rows: { read: 5, new: 2, unchanged: 1, rejected: 2 },
    leftOut: { WORD: 1, CONDITION: 0, BLANK: 0 },
  });
  expect(formatReport(report)).toContain("long: of 5 rows these give nothing: 1 by null in a map");
  expect(problemsOf(report, "long")).toEqual([
    [5, "UNKNOWN_WORD", "serie", "sposi"],
    [6, "NOT_A_DATE", "anno", "24"],
  ]);
  expect(await numberOf("births_made_up", "comune:1", "2024")).toMatchObject({ value: 10, status: "NORMAL" });
});

test("loads SDMX-CSV by the codes of its dimensions, with flags", async () => {
  const mapping = `
source: ${JSON.stringify(source("flow"))}
file: { path: flow.csv, format: sdmx-csv, mode: PARTIAL }
origin: { kind: sdmx, service: istat, flow: "22_289", key: A.015146.JAN.9, startPeriod: 2023 }
indicators: [${JSON.stringify(indicator("women_made_up"))}]
sdmx:
  areas: { dimension: REF_AREA, codes: { "015146": { code: "comune:1", level: CITY }, "9": { code: "comune:9", level: CITY } } }
  series: [{ indicator: women_made_up, where: { DATA_TYPE: JAN, SEX: "2" } }]
`;
  const rows = [
    "015146,JAN,2,2023,7.1E2,P",
    "015146,JAN,9,2023,1,",
    "9,JAN,2,2023,5,",
    "015146,JAN,2,2024-W05,7,",
  ];
  const file = [
    "DATAFLOW,REF_AREA,DATA_TYPE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
    ...rows.map((row) => `X,${row}`),
    "",
  ];
  const report = await ingest({ "flow.csv": file.join("\n"), "flow.mapping.yaml": mapping });
  expect(sourceIn(report, "flow").rows).toMatchObject({ read: 4, new: 1, unchanged: 1, rejected: 2 });
  expect(problemsOf(report, "flow")).toEqual([
    [4, "UNKNOWN_AREA", "REF_AREA", "9"],
    [5, "NOT_A_DATE", "TIME_PERIOD", "2024-W05"],
  ]);
  expect(await numberOf("women_made_up", "comune:1", "2023")).toMatchObject({
    value: 710,
    status: "PROVISIONAL",
  });
});

test("loads areas with their boundaries from a GeoJSON, with observations of each", async () => {
  const mapping = `
source: ${JSON.stringify(source("quarters"))}
file: { path: quartieri.geojson, format: geojson, geometry: polygon, mode: FULL }
indicators: [${JSON.stringify(indicator("trees_made_up"))}]
records:
  - type: observation
    area: { template: "quartiere:{N}" }
    level: NEIGHBOURHOOD
    period: { constant: 2025 }
    values: [{ indicator: { constant: trees_made_up }, value: { column: alberi } }]
  - type: area
    code: { template: "quartiere:{N}" }
    level: NEIGHBOURHOOD
    localType: { it: Quartiere, en: Quarter }
    name: { column: nome }
    city: "comune:1"
`;
  const quarter = (N: number, properties: object = {}) => ({
    type: "Feature",
    properties: { N, nome: `Quartiere ${N}`, alberi: 7.5, ...properties },
    geometry: { type: "Polygon", coordinates: square(N) },
  });
  const layer = featureCollection([quarter(1), quarter(2, { nome: null }), quarter(3, { alberi: "molti" })]);
  const report = await ingest({ "quartieri.geojson": layer, "quartieri.mapping.yaml": mapping });
  expect(sourceIn(report, "quarters").rows).toMatchObject({ read: 3, new: 2, rejected: 1 });
  expect(problemsOf(report, "quarters")).toEqual([
    [1, "NOT_A_CODE", "nome", ""],
    [1, "UNKNOWN_AREA", "N", "quartiere:2"],
    [2, "NOT_A_NUMBER", "alberi", "molti"],
  ]);
  const { data } = await hub.ask(`{
    area(code: "quartiere:1") { name level localType { en } city { code } areaKm2 }
    areaAt(point: { latitude: 45.01, longitude: 9.01 }) { areas { code } }
  }`);
  expect(data).toEqual({
    area: {
      name: "Quartiere 1",
      level: "NEIGHBOURHOOD",
      localType: { en: "Quarter" },
      city: { code: "comune:1" },
      areaKm2: expect.closeTo(3.5, 1),
    },
    areaAt: { areas: [{ code: "comune:1" }, { code: "quartiere:1" }] },
  });
  expect(await numberOf("trees_made_up", "quartiere:1", "2025")).toMatchObject({ value: 7.5 });
  expect(await numberOf("trees_made_up", "quartiere:3", "2025")).toMatchObject({
    status: "MISSING",
    note: { it: 'La fonte scrive "molti", che non è un numero.' },
  });
});
