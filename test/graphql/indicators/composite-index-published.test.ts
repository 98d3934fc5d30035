import { readFile } from "node:fs/promises";
import {
  type CompositePoint,
  compositeIndex,
} from "../../../src/domain/indicators/composite/composite-index";
import type { CompositeRecipe } from "../../../src/domain/indicators/composite/composite-recipe";
import { compositeScales, type JudgedRow } from "../../../src/domain/indicators/composite/composite-scales";
import type { Observation } from "../../../src/domain/indicators/observation";
import { exclusionOf, smallestDenominator } from "../../../src/domain/indicators/ranking";
import { roundTo } from "../../../src/domain/kit/round";
import type { Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { tableRepositories } from "../../../src/storage";
import type { TestHub } from "../../support/hub";
import { ownSource } from "../../support/own-source";
import { startPreparedHub } from "../../support/prepared-hub";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";

const folder = sharedData(".");
let hub: TestHub;

beforeAll(async () => {
  if (folder === null) return;
  hub = await startPreparedHub();
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

const codes = ["share_65plus", "alone_80plus_share", "one_person_hh_share"];

/** The same index by the pure functions alone, from any observations. */
function pureIndex(
  all: readonly Observation[],
  minimums: { readonly minimumResidents: number; readonly minimumDenominator: number },
): CompositePoint[] {
  const rowOf = (areaCode: string, period: string): JudgedRow => {
    const own = new Map(
      all.filter((o) => o.areaCode === areaCode && o.period === period).map((o) => [o.indicatorCode, o]),
    );
    const facts = {
      value: 0,
      residents: own.get("residents")?.value ?? null,
      denominator: smallestDenominator(own.values()),
    };
    return { areaCode, period, observations: own, comparable: exclusionOf(facts, minimums) === null };
  };
  const areaCodes = Array.from({ length: 88 }, (_, i) => `nil:${i + 1}`);
  const rows = areaCodes.flatMap((code) => periods.map((period) => rowOf(code, period)));
  const recipe: CompositeRecipe = {
    method: "AMPI",
    direction: "HIGHER_IS_WORSE",
    parts: codes.map((code) => ({ code, weight: 1, polarity: "HIGHER_IS_WORSE" })),
    missing: "OMIT_AREA",
  };
  const reference = rowOf("comune:015146", "2011");
  return compositeIndex(recipe, rows, compositeScales({ codes, rows, reference, frozen: new Map() }));
}

const periods = ["2011", "2016", "2020", "2024"];

testWithSharedData(
  "reproduces the worked example of the research from the file itself, any denominator, with 500 residents and more",
  async () => {
    const ds205 = ownSource("ds205") as Source;
    const text = await readFile(`${folder}/population/${ds205.files[1]}`, "utf8");
    const nowhere = { areaCodesAt: () => [], levelsWithBoundary: new Set<never>() };
    const { records } = mapRows(ds205, await readRows(ds205.format, text), nowhere);
    const published = records
      .map(({ record }) => record as Observation)
      .filter(({ indicatorCode }) => [...codes, "residents"].includes(indicatorCode));
    const points = pureIndex(published, { minimumResidents: 500, minimumDenominator: 0 });
    const of = (area: string) =>
      points
        .filter(({ areaCode }) => areaCode === area)
        .map(({ value, rank }) => [value === null ? null : roundTo(value, 1), rank]);
    expect(of("nil:30")).toEqual([
      [102.6, 12],
      [100.9, 27],
      [100, 33],
      [99.7, 40],
    ]);
    expect(of("nil:42")).toEqual([
      [98.8, 47],
      [98.3, 49],
      [99.4, 38],
      [100.6, 34],
    ]);
  },
);

testWithSharedData(
  "the hub's index lacks the areas with a suppressed share, and small ones do not set its scale",
  async () => {
    const answer = await example("");
    expect(answer.periods.map(({ ranked }) => ranked)).toEqual([73, 73, 74, 75]);
    expect(answer.recipe.parts.map(({ low, high }) => [roundTo(low, 2), roundTo(high, 2)])).toEqual([
      [5.53, 34.84],
      [31.67, 62.86],
      [20.12, 67.27],
    ]);
    expect(valuesOf(answer, "nil:3")).toEqual(Array.from({ length: 4 }, () => [null, null]));
    expect(valuesOf(answer, "nil:30")).toEqual([
      [100.7, 34],
      [99, 37],
      [99.2, 37],
      [99.5, 40],
    ]);
    expect(valuesOf(answer, "nil:42")).toEqual([
      [97.9, 47],
      [97.2, 47],
      [99.3, 34],
      [101.3, 30],
    ]);
    expect(topOf(answer)).toEqual([
      ["SAN SIRO", 107.2],
      ["ORTOMERCATO", 106.7],
      ["CITTA' STUDI", 106.6],
      ["PORTA TICINESE - CONCA DEL NAVIGLIO", 106.3],
    ]);
  },
);

testWithSharedData(
  "with any denominator a minimum of residents changes no value: only the ranked are fewer",
  async () => {
    const [of500, of700] = [
      await example("minimumResidents: 500, minimumDenominator: 0"),
      await example("minimumDenominator: 0"),
    ];
    expect(of500.periods.map(({ ranked }) => ranked)).toEqual([74, 74, 74, 76]);
    expect(of700.periods.map(({ ranked }) => ranked)).toEqual([73, 74, 74, 76]);
    expect(of700.areas.map(({ values }) => values.map(({ value }) => value))).toEqual(
      of500.areas.map(({ values }) => values.map(({ value }) => value)),
    );
    expect(roundTo(of700.recipe.parts[1]!.low, 2)).toBe(27.78);
  },
);

testWithSharedData("the pure functions alone give what the API gives", async () => {
  const answer = await example("minimumResidents: 700");
  const { observations } = tableRepositories(hub.table);
  const all = await Promise.all([...codes, "residents"].map((code) => observations.ofIndicator(code)));
  const points = pureIndex(all.flat(), { minimumResidents: 700, minimumDenominator: 20 });
  const values = new Map(points.map(({ areaCode, period, value }) => [`${areaCode} ${period}`, value]));
  expect(answer.areas).toHaveLength(88);
  for (const { area, values: own } of answer.areas)
    for (const { period, value } of own) expect(values.get(`${area.code} ${period}`)).toBe(value);
});
