import type { Observation } from "../../../src/domain/indicators/observation";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { readRows } from "../../support/read-rows";
import {
  countColumns,
  population,
  populationHeader,
  populationRow,
  unattributedRow,
} from "../../support/synthetic-city";

const ds205 = ownSource("ds205");

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };

async function mapped(text: string) {
  const result = mapRows(ds205 as Source, await readRows(ds205.format, text), nowhere);
  const observations = result.records.map(({ record }) => record as Observation);
  const of = (indicatorCode: string, areaCode: string, period = "2024") => {
    const found = observations.filter(
      (o) => o.indicatorCode === indicatorCode && o.areaCode === areaCode && o.period === period,
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  return { ...result, observations, of };
}
const rows = (...lines: string[]) => mapped([populationHeader, ...lines, ""].join("\n"));

test("gives 26 observations for a row, ratios included", async () => {
  const { observations, of } = await rows(populationRow({ NIL: "42" }));
  expect(observations.filter(({ areaCode }) => areaCode === "nil:42")).toHaveLength(26);
  const values = ["residents", "residents_65plus", "share_65plus", "natural_balance", "migration_moves"].map(
    (code) => of(code, "nil:42").value,
  );
  expect(values).toEqual([100, 10, 10, -2, 11]);
  expect(of("natural_balance_rate", "nil:42")).toMatchObject({ value: -20, numerator: -2, denominator: 100 });
  expect(of("migration_turnover", "nil:42").value).toBe(110);
  expect(of("alone_80plus_share", "nil:42").value).toBe(50);
  expect(of("one_person_hh_share", "nil:42").value).toBe(50);
});

test("joins on the number of the NIL, with any name", async () => {
  const { of, problems } = await rows(populationRow({ NIL: " 042 ", Quartiere: "Ca? Granda" }));
  expect(of("residents", "nil:42").value).toBe(100);
  expect(problems).toEqual([]);
});

test("sums the city from its NIL and N.D., in which a blank cell means no residents", async () => {
  const { of } = await mapped(population());
  expect(of("residents", "comune:015146")).toMatchObject({
    value: 8800,
    status: "NORMAL",
    note: null,
    coverage: { expected: 89, present: 88 },
  });
  expect(of("births", "comune:015146")).toMatchObject({
    value: 88 * 7 + 1,
    status: "NORMAL",
    coverage: { expected: 89, present: 89 },
  });
  expect(of("natural_balance", "comune:015146").value).toBe(88 * 7 + 1 - 88 * 9);
  expect(of("share_65plus", "comune:015146")).toMatchObject({ value: 10, numerator: 880, denominator: 8800 });
});

test("gives a notice for N.D. and no area", async () => {
  const { problems, rejected, observations } = await mapped(population());
  expect(problems).toEqual([
    expect.objectContaining({ line: 90, rule: "NOT_AN_AREA", severity: "NOTICE", value: "N.D." }),
    // Nobody says how many they are.
    expect.objectContaining({ line: 90, rule: "EMPTY_CELL", severity: "NOTICE", value: "N.D." }),
  ]);
  expect(rejected.size).toBe(0);
  expect(new Set(observations.map((o) => o.areaCode)).size).toBe(89);
});

test("an invalid number affects only its own observation and derived ones", async () => {
  const { of, problems } = await rows(populationRow({ NIL: "42", [countColumns.residents_65plus]: "1.234" }));
  expect(problems).toEqual([
    expect.objectContaining({
      line: 2,
      column: "65 e +",
      value: "1.234",
      rule: "NOT_A_COUNT",
      severity: "ERROR",
    }),
  ]);
  expect(of("residents_65plus", "nil:42")).toMatchObject({
    value: null,
    status: "MISSING",
    note: { en: 'The source says "1.234", which is no whole number.' },
  });
  expect(of("share_65plus", "nil:42").note).toMatchObject({ en: "Not available: residents_65plus." });
  expect(of("residents", "nil:42").value).toBe(100);
  expect(of("share_80plus", "nil:42").value).toBe(4);
});

test.each(["-1", "1,5", "1e3", "0x10", "n.d.", "99999999999999999999"])(
  "does not accept %j as a count",
  async (cell) => {
    const { of } = await rows(populationRow({ NIL: "1", Totale: cell }));
    expect(of("residents", "nil:1")).toMatchObject({ value: null, status: "MISSING" });
  },
);

test("an empty cell is missing and not 0", async () => {
  const { of, problems } = await rows(populationRow({ NIL: "39", "Nati fuori dal matrimonio": "" }));
  expect(of("births_outside_marriage", "nil:39")).toMatchObject({
    value: null,
    status: "MISSING",
    note: { en: "The source leaves the cell empty." },
  });
  expect(problems).toEqual([expect.objectContaining({ rule: "EMPTY_CELL", severity: "WARNING" })]);
});

test("a total that lacks a NIL is provisional and names it", async () => {
  const text = population().replace(populationRow({ NIL: "39" }), populationRow({ NIL: "39", "65 e +": "" }));
  const { of } = await mapped(text);
  expect(of("residents_65plus", "comune:015146")).toMatchObject({
    value: 870,
    status: "PROVISIONAL",
    coverage: { expected: 89, present: 87 },
    note: { en: "Sum without 1 NIL that the source does not give: 39." },
  });
});

test("a ratio of totals that lack different NIL is missing, not wrong", async () => {
  const text = population().replace(populationRow({ NIL: "39" }), populationRow({ NIL: "39", "65 e +": "" }));
  expect((await mapped(text)).of("share_65plus", "comune:015146")).toMatchObject({
    value: null,
    status: "MISSING",
  });
});

test("a ratio of totals that lack the same NIL is provisional like them", async () => {
  const text = population().replace(`${populationRow({ NIL: "39" })}\n`, "");
  expect((await mapped(text)).of("share_65plus", "comune:015146")).toMatchObject({
    value: 10,
    status: "PROVISIONAL",
    note: { en: "Sum without 1 NIL that the source does not give: 39." },
  });
  expect((await mapped(text)).of("natural_balance", "comune:015146")).toMatchObject({
    value: 87 * 7 + 1 - 87 * 9,
    status: "PROVISIONAL",
  });
});

test("a ratio with a denominator of 0 is missing", async () => {
  const nobody = Object.fromEntries(Object.values(countColumns).map((column) => [column, "0"]));
  const { of, problems } = await rows(populationRow({ ...nobody, NIL: "3" }));
  expect(of("share_65plus", "nil:3")).toMatchObject({ value: null, note: { en: "residents is 0." } });
  expect(problems).toEqual([]);
});

test("rejects a row without an existing NIL, or without a year", async () => {
  const { rejected, problems, records } = await rows(
    populationRow({ NIL: "89" }),
    populationRow({ NIL: "" }),
    populationRow({ Anno: "24" }),
  );
  expect([...rejected]).toEqual([2, 3, 4]);
  expect(problems.map(({ rule, column }) => [rule, column])).toEqual([
    ["UNKNOWN_AREA", "NIL"],
    ["UNKNOWN_AREA", "NIL"],
    ["NOT_A_DATE", "Anno"],
  ]);
  expect(records).toEqual([]);
});

test("rejects a second row of the same NIL and year, also of N.D.", async () => {
  const { rejected, problems, of } = await mapped(
    population(populationRow({ NIL: "42", Totale: "999" }), unattributedRow({ "Nati vivi": "5" })),
  );
  expect([...rejected]).toEqual([91, 92]);
  expect(problems.filter(({ severity }) => severity === "ERROR")).toEqual([
    expect.objectContaining({ line: 91, rule: "DUPLICATE", message: expect.stringContaining("Row 43 ") }),
    expect.objectContaining({ line: 92, rule: "DUPLICATE" }),
  ]);
  expect(of("residents", "comune:015146").value).toBe(8800);
  expect(of("births", "comune:015146").value).toBe(88 * 7 + 1);
});

test("warns if parts and totals disagree, and keeps them", async () => {
  const { problems, of } = await rows(populationRow({ NIL: "1", Uomini: "49", "80 e +": "11" }));
  expect(problems.map(({ rule, severity, column }) => [rule, severity, column])).toEqual([
    ["TOTAL_DIFFERS", "WARNING", "Totale"],
    ["TOTAL_DIFFERS", "WARNING", "80 e +"],
  ]);
  expect(problems[0]!.message).toMatch(/^49 "Uomini" and 52 "Donne" are 101, not 100\./);
  expect(of("residents_men", "nil:1").value).toBe(49);
});

test("warns of a column that repeats another in every NIL of a year", async () => {
  const copied = population().replaceAll(";7;3;1;9;", ";7;3;7;9;");
  expect((await mapped(copied)).problems).toContainEqual(
    expect.objectContaining({
      line: null,
      rule: "COLUMNS_REPEATED",
      column: "Nati con almeno un genitore straniero",
      value: "2024",
    }),
  );
});
