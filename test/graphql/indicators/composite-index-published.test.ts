import {
  type CompositePoint,
  compositeIndex,
} from "../../../src/domain/indicators/composite/composite-index";
import type { CompositeRecipe } from "../../../src/domain/indicators/composite/composite-recipe";
import { compositeScales, type JudgedRow } from "../../../src/domain/indicators/composite/composite-scales";
import { exclusionOf, smallestDenominator } from "../../../src/domain/indicators/ranking";
import { roundTo } from "../../../src/domain/kit/round";
import { runIngest } from "../../../src/ingest/run/run";
import { createRepositories } from "../../../src/storage";
import { startHub, type TestHub } from "../../support/hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const folder = sharedData(".");
let hub: TestHub;

beforeAll(async () => {
  if (folder === null) return;
  hub = await startHub();
  const only = ["ds379", "ds964", "ds205"];
  await runIngest({ table: hub.table, folder, now: "2026-11-22T10:00:00.000Z", only });
});

interface Told {
  readonly recipe: { readonly parts: { low: number; high: number; referenceValue: number }[] };
  readonly periods: { period: string; ranked: number; coverage: { present: number } }[];
  readonly reference: { roundedValue: number }[];
  readonly areas: {
    area: { code: string; name: string };
    values: { period: string; value: number | null; roundedValue: number | null; rank: number | null }[];
  }[];
}

/** The worked example of the research: three numbers, equal weights, the city in 2011 is 100. */
async function example(more: string): Promise<Told> {
  const { data, errors } = await hub.ask<{ compositeIndex: Told }>(`{ compositeIndex(input: {
    indicators: [{ indicator: "share_65plus" }, { indicator: "alone_80plus_share" }, { indicator: "one_person_hh_share" }],
    periods: ["2011", "2016", "2020", "2024"], ${more}}) {
      recipe { parts { low high referenceValue } } periods { period ranked coverage { present } } reference { roundedValue }
      areas { area { code name } values { period value roundedValue rank } } } }`);
  expect(errors).toBeUndefined();
  return data!.compositeIndex;
}

const valuesOf = ({ areas }: Told, code: string) =>
  areas.find(({ area }) => area.code === code)!.values.map(({ roundedValue, rank }) => [roundedValue, rank]);

/** The four highest of the last period. */
const topOf = ({ areas }: Told) =>
  areas
    .map(({ area, values }) => ({ name: area.name, ...values.at(-1)! }))
    .filter(({ rank }) => rank !== null && rank <= 4)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ name, roundedValue }) => [name, roundedValue]);

testWithSharedData(
  "reproduces the worked example of the research, any denominator, with 500 residents and more",
  async () => {
    const answer = await example("minimumResidents: 500, minimumDenominator: 0");
    expect(answer.periods.map(({ ranked }) => ranked)).toEqual([78, 78, 79, 80]);
    expect(valuesOf(answer, "nil:30")).toEqual([
      [102.6, 12],
      [100.9, 27],
      [100, 33],
      [99.7, 40],
    ]);
    expect(valuesOf(answer, "nil:42")).toEqual([
      [98.8, 47],
      [98.3, 49],
      [99.4, 38],
      [100.6, 34],
    ]);
    expect(topOf(answer)).toEqual([
      ["CITTA' STUDI", 104.2],
      ["BRERA", 103.7],
      ["PORTA TICINESE - CONCA DEL NAVIGLIO", 103.6],
      ["SAN SIRO", 103.3],
    ]);
    expect(answer.reference.map(({ roundedValue }) => roundedValue)).toEqual([100, 99.4, 99.2, 99.8]);
    expect(answer.recipe.parts.map(({ low, high }) => [roundTo(low, 2), roundTo(high, 2)])).toEqual([
      [4.79, 34.84],
      [0, 66.67],
      [0.55, 68.83],
    ]);
  },
);

testWithSharedData(
  "of any denominator, a minimum of 700 gives the same values: only the ranked are fewer",
  async () => {
    const [of500, of700] = [
      await example("minimumResidents: 500, minimumDenominator: 0"),
      await example("minimumDenominator: 0"),
    ];
    expect(of700.periods.map(({ ranked }) => ranked)).toEqual([76, 78, 77, 78]);
    expect(of700.areas.map(({ values }) => values.map(({ value }) => value))).toEqual(
      of500.areas.map(({ values }) => values.map(({ value }) => value)),
    );
    // 0 of 2 people of 80 and over in NIL 73 set the scale.
    expect(of700.recipe.parts[1]!.low).toBe(0);
    expect(valuesOf(of700, "nil:30")[0]).toEqual([102.6, 12]);
  },
);

testWithSharedData("with the hub's own minimums no denominator under 20 sets the scale", async () => {
  const answer = await example("");
  expect(answer.periods.map(({ ranked }) => ranked)).toEqual([76, 76, 77, 76]);
  expect(answer.recipe.parts.map(({ low, high }) => [roundTo(low, 2), roundTo(high, 2)])).toEqual([
    [5.53, 34.84],
    [30, 66.67],
    [11.45, 68.83],
  ]);
  expect(valuesOf(answer, "nil:30")).toEqual([
    [101.5, 31],
    [99.7, 37],
    [99.5, 34],
    [99.6, 38],
  ]);
  expect(valuesOf(answer, "nil:42")).toEqual([
    [98.2, 48],
    [97.5, 50],
    [99.3, 36],
    [100.9, 31],
  ]);
  expect(topOf(answer)).toEqual([
    ["SAN SIRO", 105.7],
    ["CITTA' STUDI", 105.5],
    ["PORTA TICINESE - CONCA DEL NAVIGLIO", 104.9],
    ["ORTOMERCATO", 104.9],
  ]);
});

testWithSharedData(
  "without minimums tiny areas set the goalposts, and Giardini Porta Venezia comes first",
  async () => {
    const answer = await example("minimumResidents: 0, minimumDenominator: 0");
    expect(answer.recipe.parts.map(({ high }) => high)[1]).toBe(100);
    const [first] = answer.areas.filter(({ values }) => values.at(-1)!.rank === 1);
    expect([first!.area.code, first!.values.at(-1)!.roundedValue]).toEqual(["nil:3", 110.3]);
  },
);

testWithSharedData("the pure functions alone give what the API gives", async () => {
  const answer = await example("minimumResidents: 700");
  const codes = ["share_65plus", "alone_80plus_share", "one_person_hh_share"];
  const { observations } = createRepositories(hub.table);
  const all = (
    await Promise.all([...codes, "residents"].map((code) => observations.ofIndicator(code)))
  ).flat();
  const rowOf = (areaCode: string, period: string): JudgedRow => {
    const own = new Map(
      all.filter((o) => o.areaCode === areaCode && o.period === period).map((o) => [o.indicatorCode, o]),
    );
    const facts = {
      value: 0,
      residents: own.get("residents")?.value ?? null,
      denominator: smallestDenominator(own.values()),
    };
    const minimums = { minimumResidents: 700, minimumDenominator: 20 };
    return { areaCode, period, observations: own, comparable: exclusionOf(facts, minimums) === null };
  };
  const rows = answer.areas.flatMap(({ area, values }) =>
    values.map(({ period }) => rowOf(area.code, period)),
  );
  const recipe: CompositeRecipe = {
    method: "AMPI",
    direction: "HIGHER_IS_WORSE",
    parts: codes.map((code) => ({ code, weight: 1, polarity: "HIGHER_IS_WORSE" })),
    missing: "OMIT_AREA",
  };
  const scales = compositeScales({
    codes,
    rows,
    reference: rowOf("comune:015146", "2011"),
    frozen: new Map(),
  });
  const values = compositeIndex(recipe, rows, scales).map(({ value }: CompositePoint) => value);
  expect(values).toEqual(answer.areas.flatMap((area) => area.values.map(({ value }) => value)));
});
