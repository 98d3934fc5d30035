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
  hub.table.meter.reset();
  return hub;
}

const mapQuery = /* GraphQL */ `
  {
    indicatorMap(indicator: "share", period: "2024") {
      indicator { code }
      period
      level
      minimumResidents
      residentsPeriod
      ranked
      coverage { expected present }
      distribution { count mean min firstQuartile median thirdQuartile max }
      cityObservation { value }
      classes(count: 2) { from to areaCodes }
      areas { area { code } observation { value status sourceRefs { code } } residents rank decile exclusion reason { en } }
    }
  }
`;

test("a map has every area once, with its rank or the reason without one", async () => {
  const hub = await cityOf(4);
  const { data, errors } = await hub.ask(mapQuery);
  expect(errors).toBeUndefined();
  const observation = (value: number) => ({ value, status: "NORMAL", sourceRefs: [{ code: "test" }] });
  expect(data?.indicatorMap).toEqual({
    indicator: { code: "share" },
    period: "2024",
    level: "NEIGHBOURHOOD",
    minimumResidents: 700,
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
    cityObservation: { value: 7.5 },
    classes: [
      { from: 3, to: 3.5, areaCodes: ["nil:3"] },
      { from: 3.5, to: 4, areaCodes: ["nil:4"] },
    ],
    areas: [
      {
        area: { code: "nil:1" },
        observation: observation(1),
        residents: 40,
        rank: null,
        decile: null,
        exclusion: "FEW_RESIDENTS",
        reason: { en: "Fewer than 700 residents." },
      },
      {
        area: { code: "nil:2" },
        observation: null,
        residents: 5000,
        rank: null,
        decile: null,
        exclusion: "NO_VALUE",
        reason: { en: "No source gives a value." },
      },
      ...[3, 4].map((i) => ({
        area: { code: `nil:${i}` },
        observation: observation(i),
        residents: 5000,
        rank: 5 - i,
        decile: null,
        exclusion: null,
        reason: null,
      })),
    ],
  });
});

test("a map costs the same calls for 4 areas as for 120: one Query for all observations", async () => {
  for (const size of [4, 120]) {
    const hub = await cityOf(size);
    await hub.ask(mapQuery);
    // What is published: nothing. Areas, numbers, residents; one batch each for indicators, the number of the city, sources.
    expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 3, BatchGet: 3 });
  }
});

test("without a minimum no area is left out and no residents are read", async () => {
  const hub = await cityOf(12);
  const { data } = await hub.ask<{ indicatorMap: { ranked: number; areas: { decile: number | null }[] } }>(
    `{ indicatorMap(indicator: "share", period: "2024", minimumResidents: 0) { ranked residentsPeriod areas { decile } } }`,
  );
  expect(data?.indicatorMap).toMatchObject({ ranked: 11, residentsPeriod: null });
  expect(data?.indicatorMap.areas.map(({ decile }) => decile)).toEqual([
    1,
    null,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
  ]);
  expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 2, BatchGet: 1 });
});

test("an area with unknown residents is left out, and the answer says so", async () => {
  const hub = await cityOf(4);
  const { data } = await hub.ask<{ indicatorMap: object }>(
    `{ indicatorMap(indicator: "share", period: "2024", residentsIndicator: "share", minimumResidents: 3) { ranked areas { exclusion } } }`,
  );
  const exclusions = ["FEW_RESIDENTS", "NO_VALUE", null, null].map((exclusion) => ({ exclusion }));
  expect(data?.indicatorMap).toEqual({ ranked: 2, areas: exclusions });
});

test("rejects unknown codes and values out of bounds", async () => {
  const hub = await cityOf(3);
  for (const [query, code] of [
    [`indicatorMap(indicator: "nothing", period: "2024") { ranked }`, "UNKNOWN_CODE"],
    [`indicatorMap(indicator: "share", period: "2024", city: "comune:9") { ranked }`, "UNKNOWN_CODE"],
    [`indicatorMap(indicator: "share", period: "2024", minimumResidents: -1) { ranked }`, "BAD_USER_INPUT"],
    [`indicatorMap(indicator: "share", period: "2024") { classes(count: 99) { from } }`, "BAD_USER_INPUT"],
    [`indicatorSeries(indicator: "share", areas: []) { method }`, "BAD_USER_INPUT"],
    [`indicatorSeries(indicator: "share", areas: ["nil:99"]) { method }`, "UNKNOWN_CODE"],
    [`indicatorSeries(indicator: "share", areas: ["nil:1"], peers: 0) { method }`, "BAD_USER_INPUT"],
  ]) {
    const { errors } = await hub.ask(`{ ${query} }`);
    expect([query, errors?.[0]?.extensions?.code]).toEqual([query, code]);
  }
});

test("series cost the same calls for 2 areas of 20 as for 20 of 120", async () => {
  const query = `query ($areas: [String!]!) { indicatorSeries(indicator: "share", areas: $areas) { series {
    area { name } peers { name } comparison { levelMean { absolute } }
    points { observation { value sourceRefs { code } } city { value } level { mean } change { absolute } } } } }`;
  for (const [size, asked] of [
    [20, 2],
    [120, 20],
  ] as const) {
    const hub = await cityOf(size);
    const { data, errors } = await hub.ask<{ indicatorSeries: { series: { points: unknown[] }[] } }>(query, {
      areas: codesTo(asked + 2)
        .slice(2)
        .map((i) => `nil:${i}`),
    });
    expect(errors).toBeUndefined();
    expect(data?.indicatorSeries.series.map(({ points }) => points.length)).toEqual(Array(asked).fill(2));
    // What is published; the indicator, residents, the level; one batch each for areas, indicators and sources.
    expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 3, BatchGet: 3 });
  }
});
