import { rm } from "node:fs/promises";
import type { IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, aSource } from "../../support/builders";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

// SYNTHETIC: zones without boundaries, hints, half years, empty cells with a meaning, declared breaks, and people without an area.

const now = "2026-11-22T10:00:00.000Z";
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function imported(mapping: string, ...lines: readonly string[]) {
  const table = await startTable();
  const options = { origin: "test", now };
  await saveAll(table, codecs.sourceRef, [aSource()], options);
  const areas = [aCity(), anArea({ code: "nil:1" }), anArea({ code: "nil:2" })];
  await saveAll(table, codecs.area, areas, options);
  const folder = await folderWith({ "zone.csv": `${lines.join("\n")}\n`, "zone.mapping.yaml": mapping });
  folders.push(folder);
  const report = await runIngest({ table, folder, now, demo: true });
  return { table, report };
}

const ofZones = ({ sources }: IngestReport) => sources.find(({ source }) => source === "zones")!;

const head = `
source: { code: zones, title: Zone inventate, publisher: Nessuno, licence: NOT_STATED, rights: { it: Inventato }, synthetic: true }
file: { path: zone.csv, format: csv, delimiter: ";", mode: FULL }
knownAreas: ["comune:1"]
`;

const indicator = (code: string, more = "aggregation: NONE") =>
  `  - { code: ${code}, name: { it: ${code} }, definition: { it: Inventato. }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, finestLevel: OMI_ZONE, ${more} }\n`;

const zones = `${head}
records:
  - type: area
    code: { template: "zona:{zona}", slug: true }
    level: OMI_ZONE
    localType: { it: Zona, en: Zone }
    name: { column: zona }
    city: "comune:1"
  - type: hint
    area: { template: "zona:{zona}", slug: true }
    to: { column: nil, split: "|", prefix: "nil:" }
    period: { column: semestre }
    note: { it: "Da {fonte}.", en: "From {fonte}." }
  - type: observation
    area: { template: "zona:{zona}", slug: true }
    level: OMI_ZONE
    period: { column: semestre }
    values:
      - indicator: { constant: rent_up }
        value: { column: canone }
        whenBlank: { status: CONFIDENTIAL, note: { it: Omesso dalla fonte., en: Suppressed by the source. } }
      - { indicator: { constant: homes_up }, value: { column: case, type: count } }
derived: { ratios: [ratio_up] }
breaks:
  - { indicators: [rent_up], from: 2024-S2, areas: ["zona:piazza-a-corso-b"], reason: { it: Ridisegnata., en: Redrawn. } }
indicators:
${indicator("rent_up")}${indicator("homes_up")}${indicator("ratio_up", "aggregation: WEIGHTED_MEAN, numeratorCode: rent_up, denominatorCode: homes_up, factor: 1")}`;

const rows = [
  "semestre;zona;nil;fonte;canone;case",
  "2024-S1;Piazza A, Corso B;1;un elenco;10;5",
  "2024-S2;Piazza A, Corso B;1|2|99;un altro elenco;12;6",
  "2024-S2;Viale C;2;un elenco;;4",
];

const numberAt = async (table: Table, indicatorCode: string, areaCode: string, period: string) =>
  (await tableRepositories(table).observations.byKeys([{ indicatorCode, areaCode, period }]))[0];

test("rows name zones without boundaries, each once, with values by half year", async () => {
  const { table, report } = await imported(zones, ...rows);
  expect(ofZones(report)).toMatchObject({ status: "IMPORTED", rows: { read: 3, new: 3, rejected: 0 } });
  const areas = await tableRepositories(table).areas.all("OMI_ZONE");
  expect(areas.map(({ areaKm2, cityCode, code, name }) => [code, name, cityCode, areaKm2])).toEqual([
    ["zona:piazza-a-corso-b", "Piazza A, Corso B", "comune:1", null],
    ["zona:viale-c", "Viale C", "comune:1", null],
  ]);
  expect(await numberAt(table, "rent_up", "zona:piazza-a-corso-b", "2024-S1")).toMatchObject({ value: 10 });
});

test("a hint keeps its first and last period, is found from both sides, and needs a known area", async () => {
  const { table, report } = await imported(zones, ...rows);
  const { areaHints } = tableRepositories(table);
  const hints = await areaHints.ofArea("zona:piazza-a-corso-b");
  expect(
    hints.map(({ otherCode, firstPeriod, lastPeriod, note }) => [
      otherCode,
      firstPeriod,
      lastPeriod,
      note.en,
    ]),
  ).toEqual([
    ["nil:1", "2024-S1", "2024-S2", "From un altro elenco."],
    ["nil:2", "2024-S2", "2024-S2", "From un altro elenco."],
  ]);
  expect((await areaHints.ofArea("nil:2")).map(({ areaCode }) => areaCode)).toEqual([
    "zona:piazza-a-corso-b",
    "zona:viale-c",
  ]);
  const unknown = ofZones(report).problems.filter(({ rule }) => rule === "UNKNOWN_AREA");
  expect(unknown.map(({ line, column, value }) => [line, column, value])).toEqual([[3, "nil", "nil:99"]]);
});

test("an empty cell with a meaning is an observation without a number, and no problem", async () => {
  const { table, report } = await imported(zones, ...rows);
  expect(await numberAt(table, "rent_up", "zona:viale-c", "2024-S2")).toMatchObject({
    value: null,
    status: "CONFIDENTIAL",
    note: { it: "Omesso dalla fonte.", en: "Suppressed by the source." },
  });
  expect(ofZones(report).problems.filter(({ rule }) => rule === "EMPTY_CELL")).toEqual([]);
});

test("a declared break marks the observation of its period and area, and what is computed from it", async () => {
  const { table } = await imported(zones, ...rows);
  const broken = { status: "BREAK", note: { it: "Ridisegnata.", en: "Redrawn." } };
  const a = "zona:piazza-a-corso-b";
  expect(await numberAt(table, "rent_up", a, "2024-S1")).toMatchObject({ status: "NORMAL", note: null });
  expect(await numberAt(table, "rent_up", a, "2024-S2")).toMatchObject({ value: 12, ...broken });
  expect(await numberAt(table, "ratio_up", a, "2024-S2")).toMatchObject({ value: 2, ...broken });
  expect(await numberAt(table, "homes_up", a, "2024-S2")).toMatchObject({ status: "NORMAL" });
});

test("a full file without a zone takes the zone, its values and its hints away", async () => {
  const { table } = await imported(zones, ...rows);
  const folder = await folderWith({
    "zone.csv": `${rows.slice(0, 3).join("\n")}\n`,
    "zone.mapping.yaml": zones,
  });
  folders.push(folder);
  await runIngest({ table, folder, now, demo: true });
  const { areas, areaHints } = tableRepositories(table);
  expect((await areas.all("OMI_ZONE")).map(({ code }) => code)).toEqual(["zona:piazza-a-corso-b"]);
  expect((await areaHints.ofArea("nil:2")).map(({ areaCode }) => areaCode)).toEqual([
    "zona:piazza-a-corso-b",
  ]);
  expect(await areaHints.ofArea("zona:viale-c")).toEqual([]);
});

test("a break of an indicator that the file does not define is a fault", async () => {
  await expect(imported(zones.replace("[rent_up], from", "[rent_down], from"), ...rows)).rejects.toThrow(
    "names the indicator rent_down, which does not exist",
  );
});

const population = `${head}
records:
  - type: observation
    area: { template: "nil:{nil}", type: integer, minimum: 1, maximum: 2 }
    level: NEIGHBOURHOOD
    period: { column: anno }
    values:
      - { indicator: { constant: people_up }, value: { column: persone, type: count } }
      - { indicator: { constant: births_up }, value: { column: nati, type: count } }
    total:
      area: "comune:1"
      level: CITY
      partName: { it: NIL, en: NIL }
      rest: { column: nome, is: [N.D.], people: people_up }
breaks: [{ indicators: [people_up], from: 2022, reason: { it: Ricontati., en: Counted again. } }]
indicators:
${indicator("people_up", "aggregation: SUM")}${indicator("births_up", "aggregation: SUM")}`;

test("reports what the rows of people without an area lack, and breaks the total with its parts", async () => {
  const { table, report } = await imported(
    population,
    "anno;nil;nome;persone;nati",
    "2020;1;A;10;1",
    "2020;2;B;20;2",
    "2021;1;A;10;1",
    "2021;2;B;20;2",
    "2021;;N.D.;;",
    "2022;1;A;11;1",
    "2022;;N.D.;0;9",
  );
  const found = ofZones(report).problems.filter(
    ({ rule, about }) => rule !== "NOT_AN_AREA" || about?.code.includes("@2020"),
  );
  expect(
    found.map(({ line, rule, column, value, severity }) => [line, rule, column, value, severity]),
  ).toEqual([
    [null, "NOT_AN_AREA", "nome", "2020", "NOTICE"],
    [6, "EMPTY_CELL", "nome", "N.D.", "NOTICE"],
    [8, "TOTAL_DIFFERS", "nome", "N.D.", "NOTICE"],
  ]);
  expect(found[2]!.message).toContain("has 9 births_up, but people_up is 0");
  // Incomplete and broken: the note says both.
  expect(await numberAt(table, "people_up", "comune:1", "2022")).toMatchObject({
    value: 11,
    status: "BREAK",
    note: { en: expect.stringMatching(/^Counted again\. Sum without 1 NIL/) },
  });
  expect(await numberAt(table, "births_up", "comune:1", "2022")).toMatchObject({ status: "PROVISIONAL" });
});
