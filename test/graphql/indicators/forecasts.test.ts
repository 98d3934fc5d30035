import type { Observation } from "../../../src/domain/indicators/observation";
import { refresh } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00Z";
const cityCode = aCity().code;

const observed = (
  indicatorCode: string,
  areaCode: string,
  period: string,
  value: number | null,
  status: Observation["status"],
): Observation =>
  anObservation({
    indicatorCode,
    areaCode,
    period,
    value,
    status,
    note: value === null ? { it: "Non pubblicato.", en: "Not published." } : null,
  });

/** SYNTHETIC. Births have forecasts after a count, a forecast of a past year, and one for one area in a counted year. */
const observations = [
  observed("births", "nil:1", "2023", 11, "NORMAL"),
  observed("births", "nil:2", "2023", 12, "PROVISIONAL"),
  observed("births", "nil:1", "2024", 13, "ESTIMATED"),
  observed("births", "nil:2", "2024", 14, "FORECAST"),
  observed("births", "nil:1", "2030", 15, "FORECAST"),
  observed("births", "nil:2", "2030", 16, "FORECAST"),
  observed("births", "nil:1", "2040", null, "MISSING"),
  observed("planned", "nil:1", "2035", 17, "FORECAST"),
];

async function filled(published: boolean): Promise<TestHub> {
  const hub = await startHub();
  const save = { origin: "test", now };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], save);
  const areas = ["nil:1", "nil:2"].map((code) => anArea({ code, cityCode }));
  await saveAll(hub.table, codecs.area, [aCity(), ...areas], save);
  const indicators = ["births", "planned", "residents"].map((code) =>
    anIndicator({ code, aggregation: "NONE" }),
  );
  await saveAll(hub.table, codecs.indicator, indicators, save);
  await saveAll(hub.table, codecs.observation, observations, save);
  if (published) await refresh(hub.table, "EVERYTHING", { now });
  return hub;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await filled(true);
});

const one = "{ period value status note { en } }";

test("the newest period of an indicator is no forecast, and the forecasts stay among its periods", async () => {
  const { data } = await hub.ask(
    `{ births: indicator(code: "births") { newestPeriod periods levels { newestPeriod periods coverage { present } } }
       planned: indicator(code: "planned") { newestPeriod periods levels { newestPeriod } } }`,
  );
  const periods = ["2023", "2024", "2030"];
  expect(data).toEqual({
    births: {
      newestPeriod: "2024",
      periods,
      levels: [{ newestPeriod: "2024", periods, coverage: { present: 2 } }],
    },
    planned: { newestPeriod: null, periods: ["2035"], levels: [{ newestPeriod: "2035" }] },
  });
});

test("an observation without a period is no forecast", async () => {
  const { data } = await hub.ask(
    `{ one: observation(area: "nil:1", indicator: "births") ${one}
       past: observation(area: "nil:2", indicator: "births", asOf: "2026-06-01T00:00:00Z") ${one}
       asked: observation(area: "nil:1", indicator: "births", period: "2030") ${one}
       planned: observation(area: "nil:1", indicator: "planned") ${one}
       areas(first: 9, filter: { level: NEIGHBOURHOOD }) { nodes { observation(indicator: "births") ${one} newestObservations(first: 9) { nodes { indicator { code } period } } } } }`,
  );
  const [first, second] = [
    { period: "2024", value: 13, status: "ESTIMATED", note: null },
    { period: "2023", value: 12, status: "PROVISIONAL", note: null },
  ];
  const births = { code: "births" };
  expect(data).toEqual({
    one: first,
    past: second,
    asked: { period: "2030", value: 15, status: "FORECAST", note: null },
    planned: {
      period: "2035",
      value: null,
      status: "MISSING",
      note: { en: "There are only forecasts: name a period to read them." },
    },
    areas: {
      nodes: [
        { observation: first, newestObservations: { nodes: [{ indicator: births, period: "2024" }] } },
        { observation: second, newestObservations: { nodes: [{ indicator: births, period: "2023" }] } },
      ],
    },
  });
});

test.each([true, false])(
  "a map and a profile without a period show no later forecast (published: %s)",
  async (published) => {
    const { ask } = published ? hub : await filled(false);
    const cells = "cells { observation { period value status } }";
    const { data } = await ask(
      `{ indicator(code: "births") {
         newest: map(level: NEIGHBOURHOOD) { period ${cells} }
         asked: map(level: NEIGHBOURHOOD, period: "2030") { period ${cells} }
         series(areas: ["nil:1"]) { ${cells} } }
       area(code: "nil:2") { profile(indicators: ["births"]) { ${cells} } } }`,
    );
    const observation = (period: string, value: number | null, status: string) => ({
      observation: { period, value, status },
    });
    expect(data).toEqual({
      indicator: {
        newest: {
          period: "2024",
          cells: [observation("2024", 13, "ESTIMATED"), observation("2024", 14, "FORECAST")],
        },
        asked: {
          period: "2030",
          cells: [observation("2030", 15, "FORECAST"), observation("2030", 16, "FORECAST")],
        },
        series: {
          cells: [
            observation("2023", 11, "NORMAL"),
            observation("2024", 13, "ESTIMATED"),
            observation("2030", 15, "FORECAST"),
            observation("2040", null, "MISSING"),
          ],
        },
      },
      area: { profile: { cells: [observation("2023", 12, "PROVISIONAL")] } },
    });
  },
);
