import { indicatorPanel, type RankingThreshold } from "../../../src/domain/indicators/indicator-panel";
import { anArea, anObservation } from "../../support/builders";

const areas = ["nil:1", "nil:2", "nil:3"].map((code) => anArea({ code }));
const period = "2024-07";
const of = (areaCode: string, value: number) =>
  anObservation({ indicatorCode: "share", areaCode, period, value });
const city = { ...of("comune:1", 20), areaLevel: "CITY" as const };
const observations = [of("nil:1", 10), of("nil:2", 30), city];
const residents = new Map([
  ["nil:1", 5_000],
  ["nil:2", 800],
]);

const ranksFrom = (minimum: number): RankingThreshold => ({
  minimum,
  residentsIn: (code, year) => (year === "2024" ? (residents.get(code) ?? null) : null),
});

test("a slice judges areas by the residents of its year, and ranks the others", () => {
  const { entries, distribution, coverage } = indicatorPanel({ areas, observations }, ranksFrom(1_000)).slice(
    period,
  );
  expect(entries.map(({ residents: people, exclusion, rank }) => [people, exclusion, rank])).toEqual([
    [5_000, null, 1],
    [800, "FEW_RESIDENTS", null],
    [null, "NO_VALUE", null],
  ]);
  expect([distribution?.mean, coverage]).toEqual([10, { expected: 3, present: 2 }]);
});

test("a panel has the city beside its areas, and no value without an area or for another period", () => {
  const panel = indicatorPanel({ areas, observations });
  expect([panel.at("comune:1", period), panel.at(null, period), panel.at("nil:1", "2024")]).toEqual([
    city,
    null,
    null,
  ]);
  // Without a minimum nobody is left out.
  expect(panel.slice(period).entries.map(({ rank }) => rank)).toEqual([2, 1, null]);
});

test("a series is in the order of time, of a city too", () => {
  const earlier = { ...of("nil:1", 9), period: "2011" };
  const panel = indicatorPanel({ areas, observations: [...observations, earlier] });
  expect(panel.series("nil:1").map((each) => each.period)).toEqual(["2011", period]);
  expect([panel.series("comune:1"), panel.series("nil:3")]).toEqual([[city], []]);
});
