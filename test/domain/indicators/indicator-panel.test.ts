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

const ranksFrom = (minimumResidents: number, minimumDenominator = 0): RankingThreshold => ({
  minimumResidents,
  minimumDenominator,
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

test("a small denominator neither is ranked nor sets the distribution, and its area keeps its value", () => {
  const ratio = (areaCode: string, numerator: number, denominator: number | null) => ({
    ...of(areaCode, denominator === null ? 50 : (100 * numerator) / denominator),
    numerator: denominator === null ? null : numerator,
    denominator,
  });
  const codes = ["nil:1", "nil:2", "nil:3", "nil:4"];
  const residentsIn = () => 5_000;
  const slice = (minimumDenominator: number) =>
    indicatorPanel(
      {
        areas: codes.map((code) => anArea({ code })),
        observations: [
          ratio("nil:1", 0, 2),
          ratio("nil:2", 19, 19),
          ratio("nil:3", 5, 20),
          ratio("nil:4", 0, null),
        ],
      },
      { minimumResidents: 700, minimumDenominator, residentsIn },
    ).slice(period);
  const { entries, distribution } = slice(20);
  expect(entries.map(({ exclusion, rank, observation }) => [exclusion, rank, observation?.value])).toEqual([
    ["SMALL_DENOMINATOR", null, 0],
    ["SMALL_DENOMINATOR", null, 100],
    [null, 2, 25],
    // A source without denominators leaves only the minimum of residents.
    [null, 1, 50],
  ]);
  expect(entries[0]!.reason).toEqual({
    it: "Il denominatore è inferiore a 20.",
    en: "The denominator is less than 20.",
  });
  expect([distribution?.min, distribution?.max]).toEqual([25, 50]);
  expect(slice(0).entries.map(({ rank }) => rank)).toEqual([4, 1, 3, 2]);
});
