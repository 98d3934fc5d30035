import fc from "fast-check";
import { rankingOf } from "../../../src/domain/indicators/ranking";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { runs } from "../../support/runs";

/** Persons by neighbourhood: those who live alone, of all. 1 of 5 and 9 of 18 would set both ends; 5 of 20 may. */
const people: readonly (readonly [alone: number, all: number])[] = [
  [1, 5],
  [9, 18],
  [5, 20],
  [400, 1_000],
  [300, 1_000],
];
const periods = ["2011", "2024"];

async function city(): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, { origin: "test", now: "2026-01-01T00:00:00Z" });
  const share = (areaCode: string, [numerator, denominator]: readonly [number, number], period: string) =>
    anObservation({
      ...{ indicatorCode: "share", areaCode, period, numerator, denominator },
      value: (100 * numerator) / denominator,
    });
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.indicator, [
    anIndicator(),
    anIndicator({ code: "heat", aggregation: "NONE", polarity: "HIGHER_IS_WORSE" }),
    anIndicator({
      ...{ code: "share", aggregation: "WEIGHTED_MEAN", polarity: "HIGHER_IS_WORSE" },
      ...{ numeratorCode: "residents", denominatorCode: "residents", factor: 100 },
    }),
  ]);
  await save(codecs.area, [aCity(), ...people.map((_, i) => anArea({ code: `nil:${i + 1}` }))]);
  await save(
    codecs.observation,
    periods.flatMap((period) => [
      { ...share("comune:1", [715, 2_043], period), areaLevel: "CITY" as const },
      anObservation({ indicatorCode: "heat", areaCode: "comune:1", areaLevel: "CITY", period, value: 3 }),
      ...people.flatMap((counts, i) => [
        anObservation({ areaCode: `nil:${i + 1}`, period, value: 5_000 }),
        anObservation({ indicatorCode: "heat", areaCode: `nil:${i + 1}`, period, value: i + 1 }),
        share(`nil:${i + 1}`, counts, period),
      ]),
    ]),
  );
  return hub;
}

const small = "SMALL_DENOMINATOR";
const cells = "cells { observation { value } rank exclusion level { value } }";
/** 705 of 2,020 persons: the mean of the ranked areas. */
const level = { value: (100 * 705) / 2_020 };
const expected = [
  { observation: { value: 20 }, rank: null, exclusion: small, level },
  { observation: { value: 50 }, rank: null, exclusion: small, level },
  { observation: { value: 25 }, rank: 3, exclusion: null, level },
  { observation: { value: 40 }, rank: 1, exclusion: null, level },
  { observation: { value: 30 }, rank: 2, exclusion: null, level },
];

test("a small denominator has its value and no rank in map, series and profile", async () => {
  const hub = await city();
  const { data, errors } = await hub.ask(`{
    indicator(code: "share") {
      map(period: "2024") { ranked distribution { min max } classes(count: 2) { areaCodes } ${cells} }
      every: map(period: "2024", comparison: { minimumDenominator: 0 }) { ranked distribution { min max } }
      series(areas: ["nil:1", "nil:3"]) { cells { observation { period } rank exclusion } }
    }
    areas(filter: { codes: ["nil:1"] }) { nodes { profile(indicators: ["share"], period: "2024") { ${cells} } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    indicator: {
      map: {
        ranked: 3,
        distribution: { min: 25, max: 40 },
        classes: [{ areaCodes: ["nil:3"] }, { areaCodes: ["nil:4", "nil:5"] }],
        cells: expected,
      },
      every: { ranked: 5, distribution: { min: 20, max: 50 } },
      series: {
        cells: ["nil:1", "nil:3"].flatMap((code) =>
          periods.map((period) => ({
            observation: { period },
            ...(code === "nil:1" ? { rank: null, exclusion: small } : { rank: 3, exclusion: null }),
          })),
        ),
      },
    },
    areas: { nodes: [{ profile: { cells: [expected[0]] } }] },
  });
});

test.each(["AMPI", "GEOMETRIC_MEAN", "MIN_MAX_MEAN", "MPI", "Z_SCORE_MEAN"])(
  "a small denominator of a part sets no goalposts and has no rank in an index by %s",
  async (method) => {
    const hub = await city();
    const index = (
      more: string,
    ) => `compositeIndex(input: { indicators: [{ indicator: "share" }, { indicator: "heat" }],
      periods: ["2011", "2024"], method: ${method}${more} }) {
        recipe { minimumDenominator parts { low high } } periods { ranked }
        areas { values { rank exclusion reason { it } } }
        sensitivity { leaveOneOut { periods { compared } } } }`;
    const { data, errors } = await hub.ask(
      `{ usual: ${index("")} every: ${index(", minimumDenominator: 0")} }`,
    );
    expect(errors).toBeUndefined();
    const { usual, every } = data as Record<string, { areas: { values: { rank: number | null }[] }[] }>;
    const excluded = {
      ...{ rank: null, exclusion: small },
      reason: { it: "Il denominatore è inferiore a 20." },
    };
    expect(usual).toMatchObject({
      recipe: {
        minimumDenominator: 20,
        parts: [
          { low: 25, high: 40 },
          { low: 3, high: 5 },
        ],
      },
      periods: [{ ranked: 3 }, { ranked: 3 }],
      sensitivity: { leaveOneOut: [0, 1].map(() => ({ periods: [{ compared: 3 }, { compared: 3 }] })) },
    });
    expect(usual!.areas.slice(0, 2)).toEqual([1, 2].map(() => ({ values: [excluded, excluded] })));
    expect(
      usual!.areas
        .slice(2)
        .map(({ values }) => values[0]!.rank!)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(every).toMatchObject({
      recipe: {
        minimumDenominator: 0,
        parts: [
          { low: 20, high: 50 },
          { low: 1, high: 5 },
        ],
      },
      periods: [{ ranked: 5 }, { ranked: 5 }],
    });
  },
);

const fact = (denominator: fc.Arbitrary<number | null>) =>
  fc.record({
    value: fc.integer({ min: 0, max: 100 }),
    residents: fc.integer({ min: 700, max: 9_000 }),
    denominator,
    note: fc.constant(null),
  });

test("areas with small denominators change no rank, decile or distribution of the others", () => {
  const minimums = { minimumResidents: 700, minimumDenominator: 20 };
  const enough = fact(fc.option(fc.integer({ min: 20, max: 9_000 })));
  const few = fact(fc.integer({ min: 0, max: 19 }));
  fc.assert(
    fc.property(fc.array(enough), fc.array(few), (others, tiny) => {
      const [without, beside] = [rankingOf(others, minimums), rankingOf([...tiny, ...others], minimums)];
      expect(beside.standings.slice(tiny.length)).toEqual(without.standings);
      expect(beside.distribution).toEqual(without.distribution);
      for (const { exclusion, rank, decile } of beside.standings.slice(0, tiny.length))
        expect([exclusion, rank, decile]).toEqual([small, null, null]);
    }),
    { numRuns: runs(500) },
  );
});

/** Their reports give the kind; the numbers are made for the test. */
const reports: readonly (readonly [
  string,
  readonly (readonly [value: number, denominator: number])[],
  (number | null)[],
])[] = [
  [
    "OpenUpSA/wazimap-za#272: 4 and 2 of a handful look like a difference of 100 %",
    [
      [40, 10],
      [20, 10],
      [12, 500],
      [11, 400],
    ],
    [null, null, 1, 2],
  ],
  [
    "bennettoxford/openprescribing#999: tiny denominators at both ends of a ranking",
    [
      [100, 1],
      [0, 2],
      [31, 900],
      [29, 800],
    ],
    [null, null, 1, 2],
  ],
  [
    "opensafely-core/cohort-extractor#504: a small count is no 0 that ranks last",
    [
      [0, 3],
      [7, 100],
      [5, 100],
    ],
    [null, 1, 2],
  ],
  [
    "annual-deprivation-index#66: registers of 441 of a list of 1",
    [
      [44_100, 1],
      [12, 6_956],
      [13, 8_015],
    ],
    [null, 2, 1],
  ],
  [
    "JamBrain/JamBrain#1531: 20 are enough, 19 have a score and no rank",
    [
      [98, 19],
      [61, 20],
      [75, 300],
    ],
    [null, 2, 1],
  ],
  [
    "PyGotham/pygotham#324: all of three votes do not win",
    [
      [100, 3],
      [84, 250],
      [92, 120],
    ],
    [null, 2, 1],
  ],
  [
    "datacommonsorg/website#2051: a denominator of 0 has no rank",
    [
      [0, 0],
      [3, 40],
      [5, 50],
    ],
    [null, 2, 1],
  ],
  [
    "bluefoxr/COINr#19: the extremes set the scale",
    [
      [15, 19],
      [0.6, 12],
      [6.2, 20],
    ],
    [null, null, 1],
  ],
];

test.each(reports)("as the report wants it: %s", (_report, areas, ranks) => {
  const facts = areas.map(([value, denominator]) => ({ value, denominator, residents: 5_000, note: null }));
  const { standings, distribution } = rankingOf(facts, { minimumResidents: 700, minimumDenominator: 20 });
  expect(standings.map(({ rank }) => rank)).toEqual(ranks);
  const ranked = areas.flatMap(([value], i) => (ranks[i] === null ? [] : [value]));
  expect(distribution).toMatchObject({ min: Math.min(...ranked), max: Math.max(...ranked) });
});
