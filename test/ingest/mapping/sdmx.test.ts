import fc from "fast-check";
import type { Observation } from "../../../src/domain/indicators/observation";
import { sdmxCsv } from "../../../src/ingest/formats/sdmx-csv";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { sourceOf } from "../../../src/ingest/mapping/source-of";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { readRows } from "../../support/read-rows";
import { runs } from "../../support/runs";

/** SYNTHETIC values, in the forms in which services publish them. */
const mapping = `
source: { code: sdmx-test, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: d.csv, format: sdmx-csv, mode: PARTIAL }
indicators: [{ code: v, name: { it: V }, definition: { it: V }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, aggregation: NONE, finestLevel: CITY }]
sdmx:
  areas: { dimension: REF_AREA, codes: { ITC4C: { code: "comune:015146", level: CITY } } }
  series: [{ indicator: v, where: { INDICATOR: POP } }]
`;
const context: MappingContext = {
  areaCodesAt: () => [],
  areaOf: () => ({ level: "CITY", name: "Milano", cityCode: null, boundingBox: null }),
  levelsWithBoundary: new Set<never>(),
};

async function imported(header: string, ...rows: readonly string[]) {
  const source: Source = sourceOf(parseMapping("d.mapping.yaml", mapping, hubWords));
  const read = await readRows(sdmxCsv(["REF_AREA", "INDICATOR"]), `${[header, ...rows].join("\n")}\n`);
  const { records, problems, rejected } = mapRows(source, read, context);
  const observations = records.map(({ record }) => record as Observation);
  return { observations, problems, rejected: [...rejected] };
}

const short = "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE";

/** Value and status of one row with further columns. */
async function oneValue(columns: string, cells: string) {
  const { observations, problems } = await imported(
    `${short},${columns}`,
    `X:Y(1.0),ITC4C,POP,2024,${cells}`,
  );
  expect(observations).toHaveLength(1);
  const [{ value, status, note }] = observations as [Observation];
  return { value, status, note: note?.en ?? null, rules: problems.map(({ rule }) => rule) };
}

test.each([
  ["OBS_FLAG", "100,f", 100, "FORECAST"],
  ["OBS_FLAG", "100,e", 100, "ESTIMATED"],
  ["OBS_FLAG", "100,bep", 100, "BREAK"],
  ["OBS_FLAG", "100,bf", 100, "FORECAST"],
  ["OBS_FLAG", "100,s", 100, "ESTIMATED"],
  ["OBS_FLAG", "100,c", null, "CONFIDENTIAL"],
  ["OBS_FLAG", ":,c", null, "CONFIDENTIAL"],
  ["OBS_FLAG", "100,u", 100, "NORMAL"],
  ["OBS_FLAG", "100,n", 100, "NORMAL"],
  ["OBS_STATUS", "100,F", 100, "FORECAST"],
  ["OBS_STATUS", "100,f-", 100, "FORECAST"],
  ["OBS_STATUS", "100,F: Forecast value", 100, "FORECAST"],
  ["OBS_STATUS", "100,S", 100, "NORMAL"],
  ["OBS_STATUS", "100,I", 100, "ESTIMATED"],
  ["OBS_STATUS", "100,V", 100, "PROVISIONAL"],
  ["OBS_STATUS", "0,M", null, "MISSING"],
  ["OBS_STATUS", ",Q", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "100,N", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "100,C: Confidential statistical information", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "100,S", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "100,A", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "100,B", null, "CONFIDENTIAL"],
  ["CONF_STATUS", "12x,N", null, "CONFIDENTIAL"],
  ["OBS_STATUS,CONF_STATUS", "100,A,N", null, "CONFIDENTIAL"],
  ["OBS_STATUS,CONF_STATUS", "100,F,F", 100, "FORECAST"],
])(
  "the two alphabets of flags: %s %j gives %j, %s (datacommonsorg/data#128)",
  async (columns, cells, value, status) => {
    const found = await oneValue(columns, cells);
    expect(found).toMatchObject({ value, status });
    // Whatever is not a plain value is said in words.
    expect(found.note).toContain("The source");
  },
);

test.each([
  ["datacommonsorg/data#2053: bp is a break, and no estimate", "OBS_FLAG", "100,bp", 100, "BREAK"],
  ["rOpenGov/eurostat#87: the second letter of bu counts too", "OBS_FLAG", "100,bu", 100, "BREAK"],
  ["eblondel/rsdmx#17: p", "OBS_FLAG", "100,p", 100, "PROVISIONAL"],
  ["dr-leo/pandaSDMX#124: a flag without a value", "OBS_STATUS", ",M", null, "MISSING"],
  ["bis-med-it/pysdmx#348: no value and no flag", "OBS_STATUS", ",", null, "MISSING"],
  ["LATC/EU-data-cloud#28: a colon is no zero", "OBS_FLAG", ":,", null, "MISSING"],
  ["LATC/EU-data-cloud#28: a hyphen is no zero", "OBS_FLAG", "-,", null, "MISSING"],
])("as the report wants it: %s", async (_report, columns, cells, value, status) => {
  expect(await oneValue(columns, cells)).toMatchObject({ value, status });
});

test.each([
  ["OBS_STATUS", "100,A"],
  ["OBS_STATUS,CONF_STATUS", "100,A: Normal value,F: Free"],
  ["CONF_STATUS", "100,F"],
])("%s %j is a plain value without a note", async (columns, cells) => {
  expect(await oneValue(columns, cells)).toEqual({ value: 100, status: "NORMAL", note: null, rules: [] });
});

test("what must not be published is in no text either", async () => {
  const { observations, problems } = await imported(`${short},CONF_STATUS`, "X,ITC4C,POP,2024,4711,N");
  expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([["NOT_HELD", "NOTICE"]]);
  expect(JSON.stringify([observations, problems])).not.toContain("4711");
});

test.each([
  ["worldbank/data360-mcp#118", "1371.5,3", 1_371_500],
  [
    "sis-cc/.stat-suite/dotstatsuite-data-explorer#742 on GitLab: millions at every observation",
    "86.04,6",
    86_040_000,
  ],
  ["owid/etl#6392: a value in millions is no number of single units", "10.5,6", 10_500_000],
  ["datacommonsorg/data#501: no scale is left beside the value", "0.25,9", 250_000_000],
  ["without the errors of floating point", "1380.2,3", 1_380_200],
  ["ESSPROS of Eurostat, millions", "0.517974639,6", 517_974.639],
  ["with a label (OECD)", "1.5,6: Millions", 1_500_000],
  ["units", "7,0", 7],
  ["not stated", "7,", 7],
  ["not applicable", "7,_Z", 7],
  ["smaller than one", "25,-2", 0.25],
  ["with an exponent", "1.5E2,3", 150_000],
])("UNIT_MULT is applied: %s", async (_from, cells, value) => {
  expect(await oneValue("UNIT_MULT", cells)).toEqual({ value, status: "NORMAL", note: null, rules: [] });
});

test("each row has its own UNIT_MULT, a 0 and an empty one too (sis-cc/.stat-suite/dotstatsuite-data-explorer#733 on GitLab)", async () => {
  const { observations, problems } = await imported(
    `${short},UNIT_MULT`,
    "X,ITC4C,POP,2021,12,3",
    "X,ITC4C,POP,2022,12,0",
    "X,ITC4C,POP,2023,12,",
    "X,ITC4C,POP,2024,12,6",
  );
  expect(observations.map(({ value }) => value)).toEqual([12_000, 12, 12, 12_000_000]);
  expect(problems).toEqual([]);
});

test("UNIT_MULT of a series is that of each of its rows (sis-cc/.stat-suite/dotstatsuite-data-explorer#664 on GitLab)", async () => {
  const { observations } = await imported(
    "DATAFLOW,REF_AREA,INDICATOR,PRICES,UNIT_MULT,TIME_PERIOD,OBS_VALUE",
    "X,ITC4C,POP,V,6,2023,1.5",
    "X,ITC4C,POP,V,6,2024,1.75",
  );
  expect(observations.map(({ value }) => value)).toEqual([1_500_000, 1_750_000]);
});

test("a size that is unknown or too large gives no value", async () => {
  const unknown = await oneValue("UNIT_MULT", "7,thousands");
  expect(unknown).toMatchObject({ value: null, status: "MISSING", rules: ["NOT_A_NUMBER"] });
  expect(unknown.note).toBe('The source gives UNIT_MULT as "thousands".');
  expect(await oneValue("UNIT_MULT", "1E+20,0")).toMatchObject({ value: null, rules: ["NOT_A_NUMBER"] });
  expect(await oneValue("UNIT_MULT", "9007199254740,9")).toMatchObject({
    value: null,
    rules: ["NOT_A_NUMBER"],
  });
});

test("columns of flags may be in small letters", async () => {
  expect(await oneValue("obs_status,unit_mult", "2,F,3")).toMatchObject({ value: 2000, status: "FORECAST" });
});

test("reads SDMX-CSV 2.0, with names beside the codes", async () => {
  const header =
    "STRUCTURE[;],STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,INDICATOR,Indicator,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier";
  const row = (action: string, period: string, value: string) =>
    `DATAFLOW,X:Y(1.0),Y,${action},ITC4C,Milano,POP,Population,${period},,${value},,E,Estimated,3,Thousands`;
  const { observations, problems, rejected } = await imported(
    header,
    row("I", "2023", "1371.5"),
    row("D", "2024", ""),
  );
  expect(observations.map(({ period, value, status }) => [period, value, status])).toEqual([
    ["2023", 1_371_500, "ESTIMATED"],
  ]);
  expect(problems.map(({ line, rule, column }) => [line, rule, column])).toEqual([[3, "NOT_HELD", "ACTION"]]);
  expect(rejected).toEqual([3]);
});

test("reads labels=both", async () => {
  const header =
    "DATAFLOW,REF_AREA: Reference area,INDICATOR: Indicator,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status,UNIT_MULT: Multiplier";
  const { observations, problems } = await imported(
    header,
    "X:Y(1.0): Flow,ITC4C: Milano,POP: Population,2024: 2024,1.5,P: Provisional value,3: Thousands",
    "X:Y(1.0): Flow,ITC4D: Monza,POP: Population,2024: 2024,1.5,A: Normal value,3: Thousands",
  );
  expect(problems).toEqual([]);
  expect(observations).toMatchObject([{ period: "2024", value: 1500, status: "PROVISIONAL" }]);
});

/** The kind of each public report: header, rows; then period, value and status of what is imported, and the problems. */
test.each<[string, string[], unknown[][], unknown[][]]>([
  [
    "bis-med-it/pysdmx#330: ACTION is no part of the data, and R without a value has none",
    [
      "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE",
      "dataflow,X:Y(1.0),R,ITC4C,POP,2023,",
      "dataflow,X:Y(1.0),R,ITC4C,POP,2024,14.5",
    ],
    [
      ["2023", null, "MISSING"],
      ["2024", 14.5, "NORMAL"],
    ],
    [],
  ],
  [
    "bis-med-it/pysdmx#649: labels=name, with an empty name beside the value",
    [
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,INDICATOR,Measure,TIME_PERIOD,Time,OBS_VALUE,Observation value",
      "dataflow,X:Y(1.0),Flow,I,ITC4C,Milano,POP,Population,2024,,12.5,",
    ],
    [["2024", 12.5, "NORMAL"]],
    [],
  ],
  [
    "bis-med-it/pysdmx#645: the colons of a time are no labels",
    [
      "DATAFLOW,REF_AREA: Area,INDICATOR: Measure,TIME_PERIOD: Time,OBS_VALUE: Value,UPDATED: Update",
      "X:Y(1.0): Flow,ITC4C: Milano,POP: Population,2024: 2024,7,2025-12-19T14:30:00Z",
      "X:Y(1.0): Flow,ITC4C: Milano,POP: Population,2025-12-19T14:30:00Z,8,2025-12-19T14:30:00Z",
    ],
    [["2024", 7, "NORMAL"]],
    [[3, "NOT_A_DATE", "2025-12-19T14:30:00Z"]],
  ],
  [
    "sdmx-twg/sdmx-csv#34: an empty ACTION is no deletion",
    [
      "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE",
      "dataflow,X:Y(1.0),,ITC4C,POP,2023,5",
      "dataflow,X:Y(1.0),M,ITC4C,POP,2024,6",
    ],
    [
      ["2023", 5, "NORMAL"],
      ["2024", 6, "NORMAL"],
    ],
    [],
  ],
  [
    "sdmx-twg/sdmx-csv#11: attributes with several values say what they say",
    [
      "STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS[],CONF_STATUS[]",
      "dataflow,X:Y(1.0),I,ITC4C,POP,2023,5,E;B,F",
      "dataflow,X:Y(1.0),I,ITC4C,POP,2024,6,A,F;N",
    ],
    [
      ["2023", 5, "BREAK"],
      ["2024", null, "CONFIDENTIAL"],
    ],
    [[3, "NOT_HELD", "A, F;N"]],
  ],
  [
    "sdmx-twg/sdmx-csv#11, with labels",
    [
      "STRUCTURE[;],STRUCTURE_ID,REF_AREA: Area,INDICATOR: Measure,TIME_PERIOD: Time,OBS_VALUE: Value,CONF_STATUS[]: Confidentiality",
      "dataflow,X:Y(1.0): Flow,ITC4C: Milano,POP: Population,2023,5,F: Free",
      "dataflow,X:Y(1.0): Flow,ITC4C: Milano,POP: Population,2024,6,F: Free;N: Not for publication",
    ],
    [
      ["2023", 5, "NORMAL"],
      ["2024", null, "CONFIDENTIAL"],
    ],
    [[3, "NOT_HELD", "F;N"]],
  ],
  [
    "ondata/opensdmx#44: names in columns at the end",
    [
      "DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_FLAG,REF_AREA_label,INDICATOR_label",
      "X:Y(1.0),ITC4C,POP,2024,9.5,p,Milano,",
    ],
    [["2024", 9.5, "PROVISIONAL"]],
    [],
  ],
])("reads as the report wants it: %s", async (_report, [header, ...rows], found, expected) => {
  const { observations, problems } = await imported(header!, ...rows);
  expect(observations.map(({ period, value, status }) => [period, value, status])).toEqual(found);
  expect(problems.map(({ line, rule, value }) => [line, rule, value])).toEqual(expected);
});

test("of a series that is not narrow enough no row is imported, the first neither", async () => {
  const { observations, problems, rejected } = await imported(
    "DATAFLOW,REF_AREA,INDICATOR,AGE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
    "X,ITC4C,POP,TOTAL,T,2023,100,A",
    "X,ITC4C,POP,Y65,T,2023,20,E",
    "X,ITC4C,POP,TOTAL,T,2024,101,A",
    "X,ITC4C,POP,Y80,T,2023,8,A",
  );
  expect(observations.map(({ period, value }) => [period, value])).toEqual([["2024", 101]]);
  expect(rejected).toEqual([2, 3, 5]);
  expect(problems.map(({ line, rule, value }) => [line, rule, value])).toEqual(
    [2, 3, 5].map((line) => [line, "DUPLICATE", "v@comune:015146@2023"]),
  );
  expect(problems[0]!.message).toContain("The rows 2 and 3 give the same indicator, area and period.");
  expect(problems[0]!.message).toContain("such as AGE");
  expect(problems[0]!.message).not.toContain("SEX");
});

test.each([
  ["2024-M03", "", "2024-03"],
  ["2024-A1", "", "2024"],
  ["2024-A1", "--04-01", null],
  ["2024-Q1", "", "2024-Q1"],
  ["2024-S1", "", "2024-S1"],
  ["2024-S1", "--04-01", null],
  ["2024-W05", "", null],
])("period %s of years from %j is %j", async (period, start, expected) => {
  const { observations, problems } = await imported(
    `${short},REPORTING_YEAR_START_DAY`,
    `X,ITC4C,POP,${period},5,${start}`,
  );
  expect(observations[0]?.period ?? null).toBe(expected);
  expect(problems.map(({ rule }) => rule)).toEqual(expected === null ? ["NOT_A_DATE"] : []);
});

test.each([
  [
    "Eurostat, SDMX-CSV 1.0",
    "DATAFLOW,LAST UPDATE,freq,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS",
    "E:D(1.0),28/08/26 23:00:00,A,ITC4C,POP,2024,5.5,p,",
  ],
  [
    "Eurostat, SDMX-CSV 2.0",
    "STRUCTURE,STRUCTURE_ID,freq,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS",
    "dataflow,E:D(1.0),A,ITC4C,POP,2024,5.5,p,",
  ],
  [
    "ECB",
    "KEY,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MULT",
    "A.ITC4C.POP,A,ITC4C,POP,2024,5.5,P,F,0",
  ],
  [
    "OECD",
    "DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,CONF_STATUS,DECIMALS,OBS_STATUS",
    "O:D(1.0),A,ITC4C,POP,2024,5.5,F,2,P",
  ],
  [
    "ESSPROS of Eurostat, with semicolons and small letters",
    "time_period;ref_area;indicator;freq;unit_mult;obs_value;obs_status;comment_obs",
    "2024;ITC4C;POP;A;0;5.5;P;",
  ],
])("reads the header of %s", async (_from, header, row) => {
  const { observations, rejected } = await imported(header, row);
  expect(observations).toMatchObject([{ period: "2024", value: 5.5, status: "PROVISIONAL" }]);
  expect(rejected).toEqual([]);
});

test("any flags and sizes give a value with a status, or a reason, and no confidential number", async () => {
  const flag = fc.oneof(
    fc.constantFrom(
      "",
      "A",
      "B",
      "C",
      "D",
      "E",
      "F",
      "M",
      "N",
      "P",
      "Q",
      "U",
      "_Z",
      "bep",
      "F: Forecast",
      "F, P",
    ),
    fc.string({ maxLength: 4 }).filter((text) => !/[",\r\n]/.test(text)),
  );
  const multiplier = fc.constantFrom("", "0", "3", "-3", "6: Millions", "x", "99", "_Z");
  const value = fc.constantFrom("731593", "1E+20", "0.5", "", ":", "12x", "-1");
  await fc.assert(
    fc.asyncProperty(
      flag,
      flag,
      flag,
      multiplier,
      value,
      async (status, eurostat, confidentiality, size, text) => {
        const { observations, problems } = await imported(
          `${short},OBS_STATUS,OBS_FLAG,CONF_STATUS,UNIT_MULT`,
          `X,ITC4C,POP,2024,${text},"${status}","${eurostat}","${confidentiality}",${size}`,
        );
        const [found] = observations as [Observation];
        if (found.value === null) expect(found.note).not.toBeNull();
        if (!/^\s*(?:|F|_Z|[F_Z]+\s*:\s.*)\s*$/i.test(confidentiality)) {
          expect(found).toMatchObject({ value: null, status: "CONFIDENTIAL" });
          expect(JSON.stringify([found, problems])).not.toContain("731593");
        }
        if (/^\s*F/i.test(status) && found.value !== null) expect(found.status).not.toBe("NORMAL");
        if (found.value !== null) expect(Math.abs(found.value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
      },
    ),
    { numRuns: runs(300) },
  );
});
