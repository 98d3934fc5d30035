import { incomeClasses } from "../../../cities/milano/mef-income-classes.indicators";
import { mefIncomeClasses } from "../../../cities/milano/mef-income-classes.source";
import type { Observation } from "../../../src/domain/indicators/observation";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";

const istatDemography = ownSource("istat-demography");
const mefIncome = ownSource("mef-income");

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };

/** What a source makes of rows of cells. */
function made<Row extends { readonly line: number }, Carry>(
  source: Source<Row, Carry>,
  ...rows: readonly Readonly<Record<string, string>>[]
) {
  const read = rows.map((cells, i) => ({ line: i + 2, cells }));
  const { records, problems, rejected } = mapRows(
    source as unknown as Source,
    { rows: read, unreadable: 0, problems: [] },
    nowhere,
  );
  return {
    values: records.map(({ record }) => {
      const { indicatorCode, period, value, status } = record as Observation;
      return [indicatorCode, period, value, status];
    }),
    observations: records.map(({ record }) => record as Observation),
    problems: problems.map(({ line, rule, column }) => [line, rule, column]),
    rejected: [...rejected],
  };
}

const ageing = "Indice di vecchiaia (valori percentuali) - al 1° gennaio";
const istat = (over: Record<string, string> = {}) => ({
  indicatore: ageing,
  territorio: "Milano",
  anno: "2025",
  valore: "191.2",
  ...over,
});

test("a row of ISTAT is one observation of the city, as published", () => {
  const { observations, problems } = made(istatDemography, istat());
  expect(problems).toEqual([]);
  expect(observations).toMatchObject([
    {
      indicatorCode: "istat_ageing_index",
      areaCode: "comune:015146",
      areaLevel: "CITY",
      period: "2025",
      value: 191.2,
      status: "NORMAL",
      sourceCodes: ["istat-demography"],
    },
  ]);
});

test.each([
  [{ valore: "" }, "EMPTY_CELL", 1],
  [{ valore: "191,2" }, "NOT_AN_INDEX", 1],
  [{ anno: "25" }, "NOT_A_DATE", 0],
  [{ indicatore: "Indice di felicità" }, "NOT_A_CODE", 0],
  [{ territorio: "Roma" }, "UNKNOWN_AREA", 0],
])("a row of ISTAT with %j is %s and never 0", (over, rule, kept) => {
  const { observations, problems } = made(istatDemography, istat(over as Record<string, string>));
  expect(problems.map(([, found]) => found)).toEqual([rule]);
  expect(observations.map(({ value, status }) => [value, status])).toEqual(
    Array(kept).fill([null, "MISSING"]),
  );
});

test("no value of the city is summed, has a polarity, or is spread over neighbourhoods", () => {
  const definitions = [istatDemography, mefIncome, mefIncomeClasses].flatMap(({ definitions: all }) =>
    all!.map(({ record }) => record),
  );
  expect(definitions).toHaveLength(23 + 10 + 5);
  for (const definition of definitions)
    expect(definition).toMatchObject({ polarity: "NEUTRAL", finestLevel: "CITY" });
  for (const { record } of istatDemography.definitions!)
    expect(record).toMatchObject({ aggregation: "NONE" });
});

const mef = (indicatore: string, valore: string, anno = "2023") => ({ indicatore, anno, valore });

test("a mean income is computed if both parts exist, and names the missing one", () => {
  const { values, problems, rejected } = made(
    mefIncome,
    mef("Reddito da pensione (euro)", "3000"),
    mef("Contribuenti con reddito da pensione", "2"),
    mef("Reddito imponibile (euro)", ""),
    mef("Contribuenti con reddito imponibile", "5"),
    mef("Contribuenti", "9", "2022"),
    mef("Reddito da fabbricati (euro)", "7"),
    mef("Reddito da fumo", "7"),
  );
  expect(values).toEqual([
    ["pension_income", "2023", 3000, "NORMAL"],
    ["taxpayers_pension", "2023", 2, "NORMAL"],
    ["taxable_income", "2023", null, "MISSING"],
    ["taxpayers_taxable_income", "2023", 5, "NORMAL"],
    ["taxpayers", "2022", 9, "NORMAL"],
    ["mean_taxable_income", "2023", null, "MISSING"],
    ["mean_pension_income", "2023", 1500, "NORMAL"],
  ]);
  expect(problems).toEqual([
    [4, "EMPTY_CELL", "valore"],
    [8, "NOT_A_CODE", "indicatore"],
  ]);
  expect(rejected).toEqual([8]);
});

const classes = (over: Readonly<Record<string, string>> = {}) =>
  incomeClasses.map((classe, i) => ({ anno: "2023", classe, valore: over[classe] ?? String(i + 1) }));

test("classes of income become sums from the lowest, and shares of all people in a class", () => {
  const { values, problems } = made(mefIncomeClasses, ...classes());
  expect(problems).toEqual([]);
  expect(values).toEqual([
    ["taxpayers_in_classes", "2023", 36, "NORMAL"],
    ["taxpayers_up_to_10000", "2023", 3, "NORMAL"],
    ["taxpayers_up_to_15000", "2023", 6, "NORMAL"],
    ["low_income_taxpayers_share", "2023", 300 / 36, "NORMAL"],
    ["low_income_15000_taxpayers_share", "2023", 600 / 36, "NORMAL"],
  ]);
});

test("a sum that lacks a class is missing and names it; one that does not need it is published", () => {
  const { observations, problems } = made(mefIncomeClasses, ...classes({ "26.000 - 55.000 euro": "molti" }));
  expect(problems).toEqual([[6, "NOT_A_COUNT", "valore"]]);
  expect(observations.map(({ value, note, coverage }) => [value, note?.en ?? null, coverage])).toEqual([
    [null, "Classes that are missing: 26.000 - 55.000 euro.", { expected: 8, present: 7 }],
    [3, null, { expected: 2, present: 2 }],
    [6, null, { expected: 3, present: 3 }],
    [null, "Not available: taxpayers_in_classes.", expect.anything()],
    [null, "Not available: taxpayers_in_classes.", expect.anything()],
  ]);
});

test("a repeated class counts once", () => {
  const { values, problems, rejected } = made(mefIncomeClasses, ...classes(), classes()[1]!);
  expect(values[1]).toEqual(["taxpayers_up_to_10000", "2023", 3, "NORMAL"]);
  expect(problems).toEqual([[10, "DUPLICATE", "classe"]]);
  expect(rejected).toEqual([10]);
});
