import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const codesTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** A city whose neighbourhood i has the value i; number 1 has 40 residents, number 2 no value. */
async function cityOf(size: number): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.indicator, [anIndicator(), anIndicator({ code: "share", decimals: 1 })]);
  await save(codecs.area, [aCity(), ...codesTo(size).map((i) => anArea({ code: `nil:${i}` }))]);
  await save(
    codecs.observation,
    ["2011", "2024"].flatMap((period) => [
      anObservation({ indicatorCode: "share", areaCode: "comune:1", areaLevel: "CITY", period, value: 7.5 }),
      ...codesTo(size).flatMap((i) => {
        const areaCode = `nil:${i}`;
        const residents = anObservation({ areaCode, period, value: i === 1 ? 40 : 5_000 });
        return i === 2
          ? [residents]
          : [residents, anObservation({ indicatorCode: "share", areaCode, period, value: i })];
      }),
    ]),
  );
  return hub;
}

const mapQuery = /* GraphQL */ `
  {
    indicator(code: "share") {
      map(period: "2024") {
        period
        residentsPeriod
        ranked
        coverage { expected present }
        distribution { count mean min firstQuartile median thirdQuartile max }
        city { value }
        classes(count: 2) { from to areaCodes }
        cells {
          observation { area { code } value status note { en } sourceRefs { code } }
          residents rank ranked decile exclusion reason { en } city { value }
        }
      }
    }
  }
`;
const mapOf = (args: string, fields: string): string =>
  `{ indicator(code: "share") { map(${args}) { ${fields} } } }`;

interface Answer {
  readonly indicator: { readonly map: Record<string, unknown> & { readonly cells: object[] } };
}

test("a map has every area once, with its rank or the reason without one", async () => {
  const hub = await cityOf(4);
  const { data, errors } = await hub.ask<Answer>(mapQuery);
  expect(errors).toBeUndefined();
  const cell = (i: number, over: object) => ({
    observation: {
      area: { code: `nil:${i}` },
      value: i,
      status: "NORMAL",
      note: null,
      sourceRefs: [{ code: "test" }],
    },
    residents: 5000,
    rank: null,
    ranked: 2,
    decile: null,
    exclusion: null,
    reason: null,
    city: { value: 7.5 },
    ...over,
  });
  expect(data?.indicator.map).toEqual({
    period: "2024",
    residentsPeriod: "2024",
    ranked: 2,
    coverage: { expected: 4, present: 3 },
    distribution: {
      count: 2,
      mean: 3.5,
      min: 3,
      firstQuartile: 3.25,
      median: 3.5,
      thirdQuartile: 3.75,
      max: 4,
    },
    city: { value: 7.5 },
    classes: [
      { from: 3, to: 3.5, areaCodes: ["nil:3"] },
      { from: 3.5, to: 4, areaCodes: ["nil:4"] },
    ],
    cells: [
      cell(1, { residents: 40, exclusion: "FEW_RESIDENTS", reason: { en: "Fewer than 700 residents." } }),
      cell(2, {
        observation: {
          area: { code: "nil:2" },
          value: null,
          status: "MISSING",
          note: { en: "The hub has no value for this period." },
          sourceRefs: [],
        },
        exclusion: "NO_VALUE",
        reason: { en: "No source gives a value." },
      }),
      cell(3, { rank: 2 }),
      cell(4, { rank: 1 }),
    ],
  });
});

test("without a period it is the newest of the level; every area has a cell for a period without values", async () => {
  const hub = await cityOf(3);
  const newest = await hub.ask<Answer>(mapOf("level: NEIGHBOURHOOD", "period coverage { present }"));
  expect(newest.data?.indicator.map).toEqual({ period: "2024", coverage: { present: 2 } });
  const none = await hub.ask<Answer>(
    mapOf(
      `period: "1999"`,
      "coverage { present } ranked distribution { mean } cells { observation { status period indicator { code } } }",
    ),
  );
  const missing = { observation: { status: "MISSING", period: "1999", indicator: { code: "share" } } };
  expect(none.data?.indicator.map).toEqual({
    coverage: { present: 0 },
    ranked: 0,
    distribution: null,
    cells: [missing, missing, missing],
  });
});

test("without a minimum no area is left out", async () => {
  const hub = await cityOf(12);
  const { data } = await hub.ask<Answer>(
    mapOf(`period: "2024", comparison: { minimumResidents: 0 }`, "ranked residentsPeriod cells { decile }"),
  );
  expect(data?.indicator.map).toEqual({
    ranked: 11,
    residentsPeriod: null,
    cells: [1, null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((decile) => ({ decile })),
  });
});

test("an area with unknown residents is left out, and the answer says so", async () => {
  const hub = await cityOf(4);
  const { data } = await hub.ask<Answer>(
    mapOf(
      `period: "2024", comparison: { residentsIndicator: "share", minimumResidents: 3 }`,
      "ranked cells { exclusion }",
    ),
  );
  const exclusions = ["FEW_RESIDENTS", "NO_VALUE", null, null].map((exclusion) => ({ exclusion }));
  expect(data?.indicator.map).toEqual({ ranked: 2, cells: exclusions });
});

test("rejects unknown codes and values out of bounds", async () => {
  const hub = await cityOf(3);
  for (const [query, code] of [
    [`map(city: "comune:9") { ranked }`, "UNKNOWN_CODE"],
    [`map(comparison: { residentsIndicator: "nothing" }) { ranked }`, "UNKNOWN_CODE"],
    [`map(comparison: { minimumResidents: -1 }) { ranked }`, "BAD_USER_INPUT"],
    [`map(comparison: { minimumDenominator: -1 }) { ranked }`, "BAD_USER_INPUT"],
    [`map(comparison: { peers: 0 }) { ranked }`, "BAD_USER_INPUT"],
    [`map { classes(count: 99) { from } }`, "BAD_USER_INPUT"],
    [`series(areas: []) { method }`, "BAD_USER_INPUT"],
    [`series(areas: ["nil:99"]) { method }`, "UNKNOWN_CODE"],
    [`series(areas: ["nil:1"], comparison: { peers: 21 }) { method }`, "BAD_USER_INPUT"],
  ]) {
    const { errors } = await hub.ask(`{ indicator(code: "share") { ${query} } }`);
    expect([query, errors?.[0]?.extensions?.code]).toEqual([query, code]);
  }
});

test("series cost the same calls for 2 areas of 20 as for 20 of 120", async () => {
  const query = `query ($areas: [String!]!) { indicator(code: "share") { series(areas: $areas) { coverage { present } cells {
    observation { value area { name } sourceRefs { code } } city { value } distribution { mean } change { absolute }
    level { value } peers { value change { absolute } areas { name } } } } } }`;
  for (const [size, asked] of [
    [20, 2],
    [120, 20],
  ] as const) {
    const hub = await cityOf(size);
    const { data, errors } = await hub.ask<{ indicator: { series: { cells: unknown[] } } }>(query, {
      areas: codesTo(asked + 2)
        .slice(2)
        .map((i) => `nil:${i}`),
    });
    expect(errors).toBeUndefined();
    expect(data?.indicator.series).toMatchObject({ coverage: { present: 2 * asked } });
    expect(data?.indicator.series.cells).toHaveLength(2 * asked);
  }
});
