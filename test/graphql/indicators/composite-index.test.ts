import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const codesTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/**
 * A city whose neighbourhood i has the values i and 2i in both years, twice as much of the first in 2024; the city has 2 and
 * 4. Number 1 has 40 residents, number 2 lacks the second value.
 */
async function cityOf(size: number): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.indicator, [
    anIndicator(),
    anIndicator({ code: "old", name: { it: "Anziani", en: "Old" }, polarity: "HIGHER_IS_WORSE" }),
    anIndicator({ code: "alone", name: { it: "Soli", en: "Alone" }, polarity: "HIGHER_IS_WORSE" }),
    anIndicator({ code: "income", name: { it: "Reddito", en: "Income" }, polarity: "HIGHER_IS_BETTER" }),
    anIndicator({ code: "neutral" }),
    anIndicator({ code: "rents", name: { it: "Canoni", en: "Rents" }, polarity: "HIGHER_IS_WORSE" }),
  ]);
  await save(codecs.area, [aCity(), ...codesTo(size).map((i) => anArea({ code: `nil:${i}` }))]);
  await save(
    codecs.observation,
    ["2011", "2024"].flatMap((period) => [
      ...(["old", "alone"] as const).map((indicatorCode, n) =>
        anObservation({ indicatorCode, areaCode: "comune:1", areaLevel: "CITY", period, value: 2 * (n + 1) }),
      ),
      ...codesTo(size).flatMap((i) => {
        const at = { areaCode: `nil:${i}`, period };
        return [
          anObservation({ ...at, value: i === 1 ? 40 : 5_000 }),
          anObservation({ ...at, indicatorCode: "neutral", period: `${period}-07`, value: 10 - i }),
          anObservation({ ...at, indicatorCode: "old", value: period === "2024" ? 2 * i : i }),
          ...(i === 2 ? [] : [anObservation({ ...at, indicatorCode: "alone", value: 2 * i })]),
        ];
      }),
    ]),
  );
  return hub;
}

const parts = `indicators: [{ indicator: "old" }, { indicator: "alone", weight: 3 }]`;

test("an index has its parts, its penalty, its recipe, and the reason for a missing value", async () => {
  const hub = await cityOf(4);
  const { data, errors } = await hub.ask(`{ compositeIndex(input: { ${parts}, periods: ["2024", "2011"] }) {
    recipe { method direction missing level minimumResidents minimumDenominator referenceArea { code } referencePeriod goalpostPeriods comparableOverTime
      parts { indicator { code } weight share polarity reversed low high frozen referenceValue } }
    periods { period ranked coverage { expected present } distribution { count } }
    reference { period value penalty }
    sourceRefs { code }
    areas { area { code } relativeChange values { period roundedValue rank status exclusion reason { en } residents note { en }
      parts { indicator value normalised share contribution } } } } }`);
  expect(errors).toBeUndefined();
  const index = data?.compositeIndex as Record<string, unknown[]> & { areas: { values: unknown[] }[] };
  expect(index.recipe).toEqual({
    method: "AMPI",
    direction: "HIGHER_IS_WORSE",
    missing: "OMIT_AREA",
    level: "NEIGHBOURHOOD",
    minimumResidents: 700,
    minimumDenominator: 20,
    referenceArea: { code: "comune:1" },
    referencePeriod: "2011",
    goalpostPeriods: ["2011", "2024"],
    comparableOverTime: true,
    parts: [
      // Of numbers 3 and 4 alone: 1 is tiny, 2 lacks a part.
      ["old", 1, 0.25, 3, 8, 2],
      ["alone", 3, 0.75, 6, 8, 4],
    ].map(([code, weight, share, low, high, referenceValue]) => ({
      indicator: { code },
      weight,
      share,
      polarity: "HIGHER_IS_WORSE",
      reversed: false,
      low,
      high,
      frozen: false,
      referenceValue,
    })),
  });
  expect(index.periods![0]).toEqual({
    period: "2011",
    ranked: 2,
    coverage: { expected: 4, present: 3 },
    distribution: { count: 2 },
  });
  expect(index.reference).toEqual(["2011", "2024"].map((period) => ({ period, value: 100, penalty: 0 })));
  expect(index.sourceRefs).toEqual([{ code: "test" }]);
  // Number 4 in 2011: 100 + 60 x 2 / 5 = 124 and 100 + 60 x 4 / 2 = 220; M = 196, S^2 = 1728.
  expect(index.areas[3]).toEqual({
    area: { code: "nil:4" },
    relativeChange: expect.closeTo(
      100 + 0.25 * 72 + 0.75 * 120 + (0.25 * 36 ** 2 + 0.75 * 12 ** 2) / 208 - (196 + 1728 / 196),
      9,
    ),
    values: [
      {
        period: "2011",
        roundedValue: 204.8,
        rank: 1,
        status: "NORMAL",
        exclusion: null,
        reason: null,
        residents: 5000,
        note: null,
        parts: [
          { indicator: "old", value: 4, normalised: 124, share: 0.25, contribution: 31 },
          { indicator: "alone", value: 8, normalised: 220, share: 0.75, contribution: 165 },
        ],
      },
      expect.objectContaining({ period: "2024", rank: 1 }),
    ],
  });
  expect(index.areas.slice(0, 2).map(({ values }) => values[0])).toMatchObject([
    { rank: null, exclusion: "FEW_RESIDENTS", reason: { en: "Fewer than 700 residents." }, residents: 40 },
    {
      roundedValue: null,
      rank: null,
      status: "MISSING",
      exclusion: "NO_VALUE",
      reason: { en: "Not available, or cannot be normalised: alone." },
      parts: [
        { indicator: "old", value: 2, share: null },
        { indicator: "alone", value: null, normalised: null },
      ],
    },
  ]);
});

test("sensitivity compares the order with that of each variant, for the requested areas", async () => {
  const hub = await cityOf(6);
  const { data, errors } =
    await hub.ask(`{ compositeIndex(input: { ${parts}, periods: ["2011", "2024"], areas: ["nil:5"] }) {
    areas { area { code } }
    sensitivity { areas { area { code } ranks { period rank smallest largest } variantsWithChange sameDirection }
      weights { label { en } weights method } method { method areas { values ranks relativeChange } }
      leaveOneOut { label { it } periods { period compared rankCorrelation largestShift largestShiftArea { code } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.compositeIndex).toMatchObject({
    areas: [{ area: { code: "nil:5" } }],
    sensitivity: {
      areas: [
        {
          area: { code: "nil:5" },
          ranks: ["2011", "2024"].map((period) => ({ period, rank: 2, smallest: 2, largest: 2 })),
          // 5 weights, 3 of 4 methods, 2 left out; without "old" nothing changes.
          variantsWithChange: 10,
          sameDirection: 9,
        },
      ],
      weights: [
        { label: { en: "Equal weights" }, weights: [1, 1], method: "AMPI" },
        { weights: [2, 3] },
        { weights: [0.5, 3] },
        { weights: [1, 6] },
        { weights: [1, 1.5] },
      ],
      method: [
        { method: "GEOMETRIC_MEAN" },
        { method: "MIN_MAX_MEAN" },
        { method: "MPI", areas: [{ ranks: [2, 2], relativeChange: null }] },
        { method: "Z_SCORE_MEAN" },
      ],
      leaveOneOut: [
        {
          label: { it: "Senza: old" },
          periods: [
            {
              period: "2011",
              compared: 4,
              rankCorrelation: expect.closeTo(1, 12),
              largestShift: 0,
              largestShiftArea: null,
            },
            { period: "2024" },
          ],
        },
        { label: { it: "Senza: alone" } },
      ],
    },
  });
});

test("frozen goalposts and available parts are used as requested", async () => {
  const hub = await cityOf(4);
  const { data } =
    await hub.ask(`{ compositeIndex(input: {indicators: [{ indicator: "old", low: 0, high: 10 }, { indicator: "alone", polarity: HIGHER_IS_BETTER, low: 0, high: 10 }],
    periods: ["2011"], method: MIN_MAX_MEAN, missing: AVAILABLE_PARTS}) { recipe { parts { low high frozen reversed } } areas { values { value status note { en } } } } }`);
  expect(data?.compositeIndex).toMatchObject({
    recipe: {
      parts: [false, true].map((reversed) => ({ low: 0, high: 10, frozen: true, reversed })),
    },
    areas: [
      { values: [{ value: 0.45, status: "NORMAL" }] },
      // One part of two is no composite.
      { values: [{ value: null, status: "MISSING" }] },
      { values: [{ value: 0.35, status: "NORMAL" }] },
      { values: [{ value: 0.3, status: "NORMAL" }] },
    ],
  });
});

test("a value of a part of the year belongs to its year, and is not used for another", async () => {
  const hub = await cityOf(6);
  const heat = `{ indicator: "neutral", polarity: HIGHER_IS_BETTER, period: "2024-07" }`;
  const { data } =
    await hub.ask(`{ compositeIndex(input: { indicators: [{ indicator: "old" }, ${heat}], periods: ["2024"], method: MIN_MAX_MEAN }) {
    recipe { parts { period } } areas { values { value parts { value } } } } }`);
  expect(data?.compositeIndex).toMatchObject({
    recipe: { parts: [{ period: null }, { period: "2024-07" }] },
    // Numbers 2 to 6: both fall and rise together.
    areas: [
      {},
      ...[2, 3, 4, 5, 6].map((i) => ({
        values: [{ value: (i - 2) / 4, parts: [{ value: 2 * i }, { value: 10 - i }] }],
      })),
    ],
  });
  const { errors } = await hub.ask(
    `{ compositeIndex(input: { indicators: [{ indicator: "old" }, ${heat}], periods: ["2011", "2024"] }) { name } }`,
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", where: "indicators" });
});

test("rejects misleading requests and values out of bounds", async () => {
  const hub = await cityOf(4);
  for (const [args, code, where] of [
    [`${parts}, periods: ["2024"], name: "Indice di fragilità"`, "BAD_USER_INPUT", "name"],
    [`${parts}, periods: []`, "BAD_USER_INPUT", "periods"],
    [`${parts}, periods: ["2024"], areas: ["comune:1"]`, "BAD_USER_INPUT", "areas"],
    [`${parts}, periods: ["2024"], reference: { period: "1999" }`, "BAD_USER_INPUT", "reference"],
    [`${parts}, periods: ["2024"], reference: { area: "nil:99" }`, "UNKNOWN_CODE", "reference.area"],
    [`${parts}, periods: ["2024"], minimumResidents: -1`, "BAD_USER_INPUT", "minimumResidents"],
    [`${parts}, periods: ["2024"], minimumDenominator: -1`, "BAD_USER_INPUT", "minimumDenominator"],
    [`indicators: [{ indicator: "old" }], periods: ["2024"]`, "BAD_USER_INPUT", "indicators"],
    [
      `indicators: [{ indicator: "old" }, { indicator: "old" }], periods: ["2024"]`,
      "BAD_USER_INPUT",
      "indicators",
    ],
    [
      `indicators: [{ indicator: "old" }, { indicator: "neutral" }], periods: ["2024"]`,
      "BAD_USER_INPUT",
      "indicators",
    ],
    [
      `indicators: [{ indicator: "old" }, { indicator: "nothing" }], periods: ["2024"]`,
      "UNKNOWN_CODE",
      "indicators",
    ],
    [
      `indicators: [{ indicator: "old", weight: 0 }, { indicator: "alone" }], periods: ["2024"]`,
      "BAD_USER_INPUT",
      "weight",
    ],
    [
      `indicators: [{ indicator: "old", low: 3 }, { indicator: "alone" }], periods: ["2024"]`,
      "BAD_USER_INPUT",
      "indicators",
    ],
    [`${parts}, periods: ["2024"], level: CITY`, "BAD_USER_INPUT", "reference.area"],
  ] as const) {
    const { errors } = await hub.ask(`{ compositeIndex(input: { ${args} }) { name } }`);
    expect([args, errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.where]).toEqual([
      args,
      code,
      where,
    ]);
  }
});

test("may be called fragility if income and housing are among the parts, and anything else if not", async () => {
  const hub = await cityOf(4);
  const ask = (indicators: string, name: string) =>
    hub.ask(
      `{ compositeIndex(input: { indicators: [${indicators}], periods: ["2024"], name: "${name}", method: MPI }) { name } }`,
    );
  const both = await ask(`{ indicator: "rents" }, { indicator: "income" }`, "Fragility");
  expect(both.data).toEqual({ compositeIndex: { name: "Fragility" } });
  for (const name of ["Fragility", "Vulnerabilità sociale", "DISAGIO"]) {
    const { errors } = await ask(`{ indicator: "old" }, { indicator: "income" }`, name);
    expect([name, errors?.[0]?.extensions]).toMatchObject([name, { code: "BAD_USER_INPUT", where: "name" }]);
  }
  const older = await ask(`{ indicator: "old" }, { indicator: "alone" }`, "Older people who live alone");
  expect(older.data).toEqual({ compositeIndex: { name: "Older people who live alone" } });
});
