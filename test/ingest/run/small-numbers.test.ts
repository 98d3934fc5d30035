import type { Observation } from "../../../src/domain/indicators/observation";
import { suppressedNote } from "../../../src/domain/indicators/suppressed";
import { rollback } from "../../../src/ingest/run/rollback";
import { unzipped } from "../../../src/storage/engine/compressed";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import type { TestHub } from "../../support/hub";
import {
  type CityShape,
  city,
  csvOf,
  emptyCity,
  importedCity,
  ingestCity,
  instants,
  mapping,
  period,
  type Row,
} from "../../support/small-numbers-city";
import { everyItem, stateOf } from "../../support/table-state";

const shape: CityShape = { areas: 4, hasRest: false, addsUp: false, mode: "PARTIAL" };
const row = (fields: Partial<Row> = {}): Row => ({
  ...{ people: 900, alone: 200, accompanied: 700, earners: 500, income: 9_000_000 },
  ...fields,
});
/** In NIL 1 three people live alone; NIL 2 has the fewest of the others. */
const first = [row({ alone: 3 }), row({ alone: 40 }), row({ alone: 60 }), row({ alone: 80 })];

interface Shown {
  readonly value: number | null;
  readonly status: string;
  readonly note: { readonly en: string } | null;
}

const observationOf = async (hub: TestHub, indicator: string, area: string, asOf: string | null = null) => {
  const { data, errors } = await hub.ask<{ observation: Shown }>(
    `query One($indicator: String!, $area: String!, $asOf: DateTime) {
      observation(area: $area, indicator: $indicator, period: "2021", asOf: $asOf) { value status note { en } }
    }`,
    { indicator, area, asOf },
  );
  expect(errors).toBeUndefined();
  return data!.observation;
};

const valuesOf = async (hub: TestHub, indicator: string, asOf: string | null = null) =>
  Promise.all(
    ["nil:1", "nil:2", "nil:3", "nil:4", city].map(
      async (area) => (await observationOf(hub, indicator, area, asOf)).value,
    ),
  );

const suppressed: Shown = { value: null, status: "CONFIDENTIAL", note: { en: suppressedNote.en! } };

test("a small number, the one that protects it and their ratios are suppressed with one note, and the source has its file", async () => {
  const hub = await importedCity(shape, [first]);
  expect(await valuesOf(hub, "alone")).toEqual([null, null, 60, 80, 183]);
  for (const area of ["nil:1", "nil:2"])
    for (const indicator of ["alone", "alone_share"])
      expect(await observationOf(hub, indicator, area)).toEqual(suppressed);
  expect(await valuesOf(hub, "people")).toEqual([900, 900, 900, 900, 3600]);
  const { data } = await hub.ask(
    `{ observation(area: "nil:1", indicator: "alone", period: "2021") {
      smallCellPublishedBySource sourceRefs { code downloadUrl } indicator { sensitive } } }`,
  );
  expect(data).toEqual({
    observation: {
      smallCellPublishedBySource: false,
      sourceRefs: [{ code: "lonely", downloadUrl: "https://example.org/lonely.csv" }],
      indicator: { sensitive: true },
    },
  });
  const { rows, records } = hub.reports[0]!;
  expect(rows).toEqual({ read: 4, new: 4, changed: 0, unchanged: 0, rejected: 0 });
  expect(records.created).toBe(7 + 7 * 5 + 1);
});

test("maps, series, profiles and totals take a suppressed value for not known: never 0, never ranked", async () => {
  const hub = await importedCity(shape, [first]);
  const { data, errors } = await hub.ask(`{
    indicator(code: "alone_share") {
      map(period: "2021", comparison: { minimumResidents: 0, residentsIndicator: "people" }) { ranked coverage { expected present }
        cells { rank exclusion reason { en } observation { value status } } flat { rows } }
      series(areas: ["nil:1"], comparison: { minimumResidents: 0, residentsIndicator: "people" }) { cells { rank observation { value status } } }
    }
    area(code: "nil:1") { profile(indicators: ["alone"], period: "2021", comparison: { minimumResidents: 0, residentsIndicator: "people" }) { cells { rank observation { value } } } }
    aggregate(input: { measures: [OBSERVATION], indicator: "alone", groupBy: [AREA],
      filter: [{ dimension: PERIOD, codes: ["2021"] }] }) { cells { values { value status reason { en } } } }
    per: aggregate(input: { measures: [CENTRES], groupBy: [AREA], on: "2021-06-01", per: { indicator: "alone", period: "2021" } }) {
      cells { values { value denominator reason { en } } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    indicator: {
      map: { ranked: 2, coverage: { expected: 4, present: 2 } },
      series: { cells: [{ rank: null, observation: { value: null, status: "CONFIDENTIAL" } }] },
    },
    area: { profile: { cells: [{ rank: null, observation: { value: null } }] } },
  });
  const text = JSON.stringify(data);
  expect(text.split(suppressedNote.en!).length).toBeGreaterThan(4);
  expect(JSON.stringify((data as { aggregate: object }).aggregate)).not.toContain('"value":0');
});

test("no item of the store has the number of an unsafe cell, in whatever form", async () => {
  const markers = [7_654_321, 98_765, 98_763];
  const versions = [
    [
      row({ people: 2, alone: 1, accompanied: 1, earners: 3, income: markers[0]! }),
      row({ people: 3_000_000, alone: 1_000, accompanied: 2_999_000 }),
      row({ people: 98_768, alone: markers[1]!, accompanied: 3 }),
      row({ people: 5_000_000, alone: 20_000, accompanied: 4_980_000 }),
    ],
  ];
  const hub = await importedCity(shape, [
    ...versions,
    ...versions.map((rows) => rows.map((each) => ({ ...each, people: each.people + 1 }))),
  ]);
  const items = await everyItem(hub.table);
  const texts = await Promise.all(
    items.flatMap((item) => [JSON.stringify(item), ...Object.values(item).map(bytesAsText)]),
  );
  for (const marker of [markers[0]!, markers[1]!])
    expect(texts.filter((text) => new RegExp(`(?<!\\d)${marker}(?!\\d)`).test(text))).toEqual([]);
  // What is not suppressed is there, so the search finds numbers.
  expect(texts.some((text) => /(?<!\d)98769(?!\d)/.test(text))).toBe(true);
  const { data } = await hub.ask("{ dataQualityIssues(first: 100) { nodes { value message { en it } } } }");
  expect(JSON.stringify(data)).not.toMatch(/98765|7654321/);
});

const bytesAsText = async (value: unknown): Promise<string> =>
  value instanceof Uint8Array ? unzipped(value).catch(() => Buffer.from(value).toString("latin1")) : "";

test("checks and unreadable cells of sensitive numbers are reported without the numbers", async () => {
  const hub = await emptyCity(shape);
  const csv = csvOf([row({ people: 777, alone: 778 }), row({ alone: 4, people: 3 }), row(), row()], shape)
    .replace("Q3;900;200", "Q3;900;3*")
    .replace("Q4;900;200", "Q4;900;1,5");
  const report = await ingestCity(hub, mapping(shape), csv, instants[0]!);
  const { problems } = report;
  expect(problems.map(({ line, rule, value }) => [line, rule, value])).toEqual([
    [2, "TOTAL_DIFFERS", null],
    [3, "TOTAL_DIFFERS", null],
    [4, "NOT_A_NUMBER", null],
    [5, "NOT_A_COUNT", null],
  ]);
  expect(problems[1]).toMatchObject({ column: null, about: { type: "Area", code: "nil:2" } });
  const items = (await everyItem(hub.table)).filter(({ pk }) => !pk.startsWith("ImportedKeys"));
  const texts = JSON.stringify([problems, items]);
  expect(texts).not.toMatch(/3\*|1,5|\b4 is more|\b4 è/);
  expect(await observationOf(hub, "alone", "nil:3")).toMatchObject({ status: "MISSING" });
});

test("a mapping file that quotes a sensitive column in a note is rejected", async () => {
  const given = mapping(shape);
  const [record] = given.records;
  const values = record!.values.map((each) =>
    each.indicator.constant === "people"
      ? { ...each, beside: [{ column: "alone" }], note: { it: "Con {alone}" } }
      : each,
  );
  const hub = await emptyCity(shape);
  await expect(
    ingestCity(hub, { ...given, records: [{ ...record!, values }] }, csvOf(first, shape), instants[0]!),
  ).rejects.toThrow(/quotes the column alone of a sensitive indicator/);
});

test("a dry run reports the same, and its changes quote no suppressed number", async () => {
  const hub = await importedCity(shape, [first.map((each) => ({ ...each, alone: each.alone + 10 }))]);
  const rows = csvOf(first, shape);
  const dry = await ingestCity(hub, mapping(shape), rows, instants[1]!, { dryRun: true });
  const real = await ingestCity(hub, mapping(shape), rows, instants[1]!);
  const [before, after] = [dry, real].map(({ rows: counted, records }) => ({ counted, records }));
  expect(before).toEqual(after);
  const changes = dry.diff!.filter(({ code }) => /^alone@nil:[12]/.test(code));
  expect(changes).toHaveLength(2);
  expect(changes.flatMap(({ fields }) => fields)).toEqual([]);
});

test("what was suppressed stays so, and what is suppressed now has no earlier numbers either", async () => {
  const safe = first.map((each) => ({ ...each, alone: each.alone + 10 }));
  const again = [row({ alone: 21 }), row({ alone: 41 }), row({ alone: 61 }), row({ alone: 81 })];
  const hub = await importedCity(shape, [safe, first, again]);
  expect(await valuesOf(hub, "alone")).toEqual([null, null, 61, 81, 204]);
  for (const instant of instants)
    expect((await valuesOf(hub, "alone", instant)).slice(0, 2)).toEqual([null, null]);
  expect((await valuesOf(hub, "alone", instants[0]))[2]).toBe(70);
  const { data } = await hub.ask(
    `{ observation(area: "nil:1", indicator: "alone", period: "2021") {
      vintages(first: 5) { nodes { observation { value numerator status } } }
      recordState { history(first: 5) { nodes { fields { previousValue value } } } } } }`,
  );
  const { vintages } = (data as { observation: { vintages: { nodes: object[] } } }).observation;
  expect(vintages.nodes).toEqual(
    Array.from({ length: 2 }, () => ({
      observation: { value: null, numerator: null, status: "CONFIDENTIAL" },
    })),
  );
  expect(JSON.stringify(data)).not.toMatch(/:(13|50)\b/);
});

test("a rollback and a retirement do not bring a suppressed number back", async () => {
  const safe = first.map((each) => ({ ...each, alone: each.alone + 10 }));
  const full: CityShape = { ...shape, mode: "FULL" };
  const hub = await importedCity(full, [safe, first]);
  await rollback({ table: hub.table, run: hub.reports[1]!.run!, now: instants[2]! });
  expect(await valuesOf(hub, "alone")).toEqual([null, null, 70, 90, 223]);
  await ingestCity(hub, mapping(full), csvOf(safe.slice(0, 1), full), "2026-11-02T09:00:00.000Z");
  expect((await observationOf(hub, "alone", "nil:2")).status).toBe("MISSING");
  expect((await observationOf(hub, "alone", "nil:2", instants[0])).value).toBeNull();
  await ingestCity(hub, mapping(full), csvOf(safe, full), "2026-11-03T09:00:00.000Z");
  expect((await valuesOf(hub, "alone")).slice(0, 2)).toEqual([null, null]);
});

test("a file with some rows makes stored numbers beside them suppressed, where these would disclose one of them", async () => {
  const safe = first.map((each) => ({ ...each, alone: each.alone + 10 }));
  const withoutTotal = {
    ...mapping(shape),
    records: mapping(shape).records.map(({ total: _, ...record }) => record),
  };
  const hub = await importedCity(shape, [safe]);
  const one = csvOf([row({ alone: 3 })], shape);
  await ingestCity(hub, withoutTotal, one, instants[1]!);
  const shown = await valuesOf(hub, "alone");
  expect(shown[0]).toBeNull();
  expect(shown.filter((value) => value === null).length).toBeGreaterThan(1);
});

test("the store itself refuses the number of an unsafe observation", async () => {
  const hub = await importedCity(shape, [first]);
  const observation: Observation = {
    ...{ indicatorCode: "alone", areaCode: "nil:3", areaLevel: "NEIGHBOURHOOD", period: "2022", value: 2 },
    ...{
      numerator: null,
      denominator: null,
      status: "NORMAL",
      note: null,
      coverage: null,
      sourceCodes: ["lonely"],
    },
  };
  const again = { ...observation, areaCode: "nil:1", period, value: 900 };
  await saveAll(hub.table, codecs.observation, [observation, again], { origin: "other", now: instants[1]! });
  const { data } = await hub.ask(`{
    small: observation(area: "nil:3", indicator: "alone", period: "2022") { value status }
    suppressed: observation(area: "nil:1", indicator: "alone", period: "2021") { value status } }`);
  const none = { value: null, status: "CONFIDENTIAL" };
  expect(data).toEqual({ small: none, suppressed: none });
});

test("an import that is stopped and continued counts and stores the same", async () => {
  const [hub, other] = [await emptyCity(shape), await emptyCity(shape)];
  const controller = new AbortController();
  // Rows that are left out, so that the file is longer than a batch.
  const [header, one, ...more] = csvOf(first, shape).split("\n");
  const file = [header, one, ...Array.from({ length: 1_500 }, () => "9;skip;1;1;1;1;1"), ...more].join("\n");
  const stopped = ingestCity(hub, mapping(shape), file, instants[0]!, {
    signal: controller.signal,
    onBatch: () => controller.abort(),
  });
  await expect(stopped).rejects.toThrow(/abort/i);
  const counts = (source: Awaited<ReturnType<typeof ingestCity>>) => [source.rows, source.records];
  const continued = counts(await ingestCity(hub, mapping(shape), file, instants[0]!));
  expect(continued).toEqual(counts(await ingestCity(other, mapping(shape), file, instants[0]!)));
  expect(await stateOf(hub.table)).toEqual(await stateOf(other.table));
});

test("an SDMX file, and several files of one source, are protected in the same way", async () => {
  const { indicators, source: ref } = mapping(shape);
  const codes = Object.fromEntries(
    ["nil:1", "nil:2", "nil:3", "nil:4"].map((code) => [
      code.toUpperCase(),
      { code, level: "NEIGHBOURHOOD" },
    ]),
  );
  const sdmx = {
    source: ref,
    file: { path: "lonely.csv", format: "sdmx-csv", mode: "PARTIAL" },
    sdmx: {
      areas: { dimension: "REF_AREA", codes: { ...codes, CITY: { code: city, level: "CITY" } } },
      series: [{ indicator: "alone", where: { MEASURE: "ALONE" } }],
    },
    indicators: indicators.filter(({ code }) => code === "alone"),
  };
  const file = (values: Readonly<Record<string, string>>): string =>
    [
      "DATAFLOW,MEASURE,REF_AREA,TIME_PERIOD,OBS_VALUE",
      ...Object.entries(values).map(([area, value]) => `X:Y(1.0),ALONE,${area},2021,${value}`),
      "",
    ].join("\n");
  const hub = await emptyCity(shape);
  await ingestCity(hub, sdmx, file({ CITY: "190", "NIL:3": "60" }), instants[0]!);
  expect(await valuesOf(hub, "alone")).toEqual([null, null, 60, null, 190]);
  const report = await ingestCity(
    hub,
    sdmx,
    file({ "NIL:1": "3", "NIL:2": "40", "NIL:4": "2*" }),
    instants[1]!,
  );
  const shown = await valuesOf(hub, "alone");
  expect([shown[0], shown[3]]).toEqual([null, null]);
  expect(shown.slice(1).filter((value) => value === null).length).toBeGreaterThan(1);
  expect((await observationOf(hub, "alone", "nil:1")).status).toBe("CONFIDENTIAL");
  expect(report.problems.map(({ rule, value }) => [rule, value])).toEqual([["NOT_AN_INDEX", null]]);
  expect(JSON.stringify(await everyItem(hub.table))).not.toContain("2*");
});
