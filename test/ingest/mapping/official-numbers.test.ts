import { rm } from "node:fs/promises";
import { runIngest } from "../../../src/ingest/run/run";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, aSource } from "../../support/builders";
import { startHub } from "../../support/hub";
import { folderWith } from "../../support/synthetic-city";

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const mappingOf = (code: string, format: string, level: string, rest: string): string => `
source: { code: ${code}, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: ${code}.csv, ${format}, mode: PARTIAL }
indicators: [{ code: ${code}_v, name: { it: V }, definition: { it: V }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: ${level} }]
${rest}`;
const ofNil = (code: string): string =>
  mappingOf(
    code,
    'format: csv, delimiter: ";"',
    "NEIGHBOURHOOD",
    `records:
  - type: observation
    area: { template: "nil:{nil}", type: integer }
    level: NEIGHBOURHOOD
    period: { column: anno }
    values: [{ indicator: { constant: ${code}_v }, value: { column: v }, status: { column: s, map: { f: FORECAST, n: NORMAL, c: CONFIDENTIAL, m: MISSING } } }]
`,
  );

test("numbers that cannot be kept end no run, and a forecast keeps its status up to the answer", async () => {
  const hub = await startHub();
  const options = { origin: "test", now };
  const areas = [aCity(), anArea({ code: "nil:1" }), anArea({ code: "nil:2" }), anArea({ code: "nil:3" })];
  await saveAll(hub.table, codecs.sourceRef, [aSource()], options);
  await saveAll(hub.table, codecs.area, areas, options);
  const city = areas[0]!.code;
  const folder = await folderWith({
    "large.mapping.yaml": ofNil("large"),
    "large.csv": "nil;anno;v;s\n1;2024;10;n\n2;2024;9007199254740993;n\n3;2024;30;f\n",
    "flow.mapping.yaml": mappingOf(
      "flow",
      "format: sdmx-csv",
      "CITY",
      `sdmx:
  areas: { dimension: geo, codes: { ITC4C: { code: "${city}", level: CITY } } }
  series: [{ indicator: flow_v, where: { indic_de: JAN } }]
`,
    ),
    "flow.csv":
      "DATAFLOW,freq,indic_de,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nE:D(1.0),A,JAN,ITC4C,2030,100,f\nE:D(1.0),A,JAN,ITC4C,2031,1E+20,\n",
    "small.mapping.yaml": ofNil("small"),
    "small.csv": "nil;anno;v;s\n1;2024;7;n\n2;2024;4711;c\n3;2024;0;m\n",
  });
  folders.push(folder);
  const report = await runIngest({ table: hub.table, folder, now, demo: true });
  const own = report.sources.filter(({ source }) => ["large", "flow", "small"].includes(source));
  expect(
    own.map(({ source, status, problems }) => [source, status, problems.map(({ rule }) => rule)]),
  ).toEqual([
    ["flow", "IMPORTED", ["NOT_A_NUMBER"]],
    ["large", "IMPORTED", ["NOT_A_NUMBER"]],
    ["small", "IMPORTED", []],
  ]);
  const { data, errors } = await hub.ask(
    `query ($city: String!) {
      large: observations(first: 9, filter: { indicator: "large_v" }) { nodes { value status } }
      small: observations(first: 9, filter: { indicator: "small_v" }) { nodes { value status note { en } } }
      flow: area(code: $city) {
        forecast: observation(indicator: "flow_v", period: "2030") { value status note { it en } }
        lost: observation(indicator: "flow_v", period: "2031") { value status }
      }
      __type(name: "ObservationStatus") { enumValues { name description } }
    }`,
    { city },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    large: {
      nodes: [
        { value: 10, status: "NORMAL" },
        { value: null, status: "MISSING" },
        { value: 30, status: "FORECAST" },
      ],
    },
    small: {
      nodes: [
        { value: 7, status: "NORMAL" },
        { value: null, status: "CONFIDENTIAL", note: { en: "The source marks the value as confidential." } },
        { value: null, status: "MISSING", note: { en: "The source marks the value as missing." } },
      ],
    },
    flow: {
      forecast: {
        value: 100,
        status: "FORECAST",
        note: { it: 'La fonte segna il valore "F".', en: 'The source flags the value "F".' },
      },
      lost: { value: null, status: "MISSING" },
    },
  });
  expect(JSON.stringify([data, report])).not.toContain("4711");
  expect(JSON.stringify(data)).toContain("Forecast or projection");
});
