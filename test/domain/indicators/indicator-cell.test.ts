import { type AreaMean, areaMean, type Weighting } from "../../../src/domain/indicators/area-mean";
import { type Comparison, comparedValue } from "../../../src/domain/indicators/indicator-cell";
import { indicatorPanel, type PanelMaterial } from "../../../src/domain/indicators/indicator-panel";
import type { Observation } from "../../../src/domain/indicators/observation";
import { anArea, anIndicator, anObservation } from "../../support/builders";

const level = ["nil:1", "nil:2", "nil:3", "nil:4"].map((code) => anArea({ code }));
const of = (areaCode: string, values: Readonly<Record<string, number | null>>, people = 100): Observation[] =>
  Object.entries(values).map(([period, value]) =>
    anObservation({
      indicatorCode: "share",
      areaCode,
      period,
      value,
      numerator: value === null ? null : (value * people) / 100,
      denominator: value === null ? null : people,
      status: value === null ? "MISSING" : "NORMAL",
      note: value === null ? { it: "Manca.", en: "Missing." } : null,
    }),
  );
const material: PanelMaterial = {
  areas: level,
  observations: [
    ...of("nil:1", { "2011": 10, "2016": 12, "2020": null, "2024": 15 }),
    ...of("nil:2", { "2011": 11, "2024": 11 }),
    ...of("nil:3", { "2011": 30, "2024": 33 }, 300),
    ...of("nil:4", { "2011": 10, "2024": 90 }),
    ...of("comune:1", { "2011": 20, "2024": 19 }),
  ],
};
/** Nobody knows the residents of 2020. */
const residentsIn = (code: string, period: string) =>
  period === "2020" ? null : code === "nil:4" ? 40 : 5_000;
const share = anIndicator({
  code: "share",
  aggregation: "NONE",
  numeratorCode: "old",
  denominatorCode: "all",
  factor: 100,
});
const weighted = { ...share, aggregation: "WEIGHTED_MEAN" } as const;
const cell = (
  period: string,
  over: Partial<PanelMaterial & Comparison> = {},
  indicator = weighted as typeof share,
) => {
  const panel = indicatorPanel(
    { ...material, ...over },
    { minimumResidents: 700, minimumDenominator: 0, residentsIn },
  );
  return comparedValue(level[0]!, period, panel, indicator, { weighting: "INDICATOR", peers: 2, ...over });
};
const meanOf = ({ value, weighting, areas, coverage, change }: AreaMean) => [
  value,
  weighting,
  areas!.map(({ code }) => code),
  coverage,
  change?.absolute ?? null,
];

test("a change is counted from the period before, and from `since`, for the area and its city", () => {
  const changes = (periods: readonly string[], since?: string) =>
    periods.map((period) => [
      cell(period, { since }).change,
      cell(period, { since }).cityChange?.absolute ?? null,
    ]);
  expect(changes(["2011", "2016", "2020", "2024"])).toEqual([
    [null, null],
    [{ fromPeriod: "2011", toPeriod: "2016", absolute: 2, relative: 0.2 }, null],
    [null, null],
    [null, null],
  ]);
  expect(changes(["2011", "2024"], "2011")).toEqual([
    [null, null],
    [{ fromPeriod: "2011", toPeriod: "2024", absolute: 5, relative: 0.5 }, -1],
  ]);
  expect(changes(["2011", "2024"], "1999")).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("means follow the rule of the indicator, or count each area once, and leave tiny areas out", () => {
  const { peers } = cell("2024", { since: "2011" });
  const coverage = { expected: 2, present: 2 };
  // (11 + 99) / 400 after (11 + 90) / 400, and as means of 11 and 33 after 11 and 30.
  expect(meanOf(peers()!)).toEqual([27.5, "INDICATOR", ["nil:2", "nil:3"], coverage, 2.25]);
  const equal = cell("2024", { since: "2011", weighting: "EQUAL" });
  expect(meanOf(equal.peers()!)).toEqual([22, "EQUAL", ["nil:2", "nil:3"], coverage, 1.5]);
  const panel = indicatorPanel(material, { minimumResidents: 700, minimumDenominator: 0, residentsIn });
  const ofLevel = (weighting: Weighting) =>
    meanOf(areaMean(level, panel, weighted, weighting, "2024", "2011"));
  const codes = level.map(({ code }) => code);
  const three = { expected: 4, present: 3 };
  expect(ofLevel("INDICATOR")).toEqual([25, "INDICATOR", codes, three, 125 / 5 - 111 / 5]);
  expect(ofLevel("EQUAL")).toEqual([59 / 3, "EQUAL", codes, three, 59 / 3 - 17]);
});

test("an indicator without a rule for means weighs all areas alike, and says so", () => {
  expect(meanOf(cell("2024", {}, { ...share, aggregation: "NONE" }).peers()!)).toEqual(
    meanOf(cell("2024", { weighting: "EQUAL" }).peers()!),
  );
});

test("an area without the parts of its ratio is outside a weighted mean, as its coverage says", () => {
  const observations = material.observations.map((each) =>
    each.areaCode === "nil:3" ? { ...each, numerator: null, denominator: null } : each,
  );
  expect(meanOf(cell("2024", { observations, since: "2011" }).peers()!)).toEqual([
    11,
    "INDICATOR",
    ["nil:2", "nil:3"],
    { expected: 2, present: 1 },
    0,
  ]);
});

test("peers are nearest in the first period with a value, or in `since`", () => {
  const peers = (since?: string) => cell("2024", { peers: 1, since }).peers();
  expect(peers()!.areas!.map(({ code }) => code)).toEqual(["nil:2"]);
  expect(peers("2016")?.areas).toEqual([]);
  expect(peers("2020")).toBeNull();
  expect(cell("2024", { observations: [] }).peers()).toBeNull();
});

test("there is no change across a break, and a new source is marked", () => {
  const [first, second, third] = of("nil:1", { "2011": 10, "2016": 12, "2024": 15 });
  const observations = [
    first!,
    { ...second!, status: "BREAK" as const },
    { ...third!, sourceCodes: ["other"] },
  ];
  const seen = (period: string, since?: string) => {
    const { sourceChanged, change } = cell(period, { observations, since });
    return [sourceChanged, change?.absolute ?? null];
  };
  expect([seen("2011"), seen("2016"), seen("2024"), seen("2024", "2011")]).toEqual([
    [false, null],
    [false, null],
    [true, 3],
    [true, null],
  ]);
});

test("a ratio has a difference to its city, a count a share of it", () => {
  const { differenceToCity, shareOfCity, city } = cell("2024");
  expect([differenceToCity, shareOfCity, city?.value]).toEqual([-4, null, 19]);
  const count = cell("2024", {}, { ...share, aggregation: "SUM" });
  expect([count.differenceToCity, count.shareOfCity]).toEqual([null, 15 / 19]);
  expect(cell("2020")).toMatchObject({ differenceToCity: null, shareOfCity: null, city: null });
});

test("a missing change has its reason: a break with its cause, the first period, a missing value", () => {
  const [first, second, third] = of("nil:1", { "2011": 10, "2016": 12, "2024": 15 });
  const note = { it: "Ricontati.", en: "Counted again." };
  const observations = [first!, { ...second!, status: "BREAK" as const, note }, third!];
  const reasonAt = (period: string, over: Partial<PanelMaterial & Comparison> = { observations }) =>
    cell(period, over).changeReason?.en ?? null;
  expect(reasonAt("2011")).toBe("The series has no earlier period.");
  expect(reasonAt("2016")).toBe(
    "The series breaks in 2016: values before and after it are not comparable. Counted again.",
  );
  expect(reasonAt("2024")).toBeNull();
  expect(reasonAt("2024", { observations, since: "2011" })).toContain("breaks in 2016");
  expect(reasonAt("2020", {})).toBe("One of the two periods has no value.");
});

test("a mean counts no change of an area whose series breaks between", () => {
  const series = ["nil:1", "nil:2"].flatMap((code) => of(code, { "2011": 10, "2016": 12, "2024": 15 }));
  const changeOf = (observations: readonly Observation[]) => {
    const panel = indicatorPanel({ ...material, observations });
    return areaMean(level.slice(0, 2), panel, share, "EQUAL", "2024", "2011").change?.absolute ?? null;
  };
  const broken = series.map((each) =>
    each.areaCode === "nil:2" && each.period === "2016" ? { ...each, status: "BREAK" as const } : each,
  );
  const higher = (list: readonly Observation[]) =>
    list.map((each) =>
      each.areaCode === "nil:2" && each.period === "2024" ? { ...each, value: 115 } : each,
    );
  expect([changeOf(higher(series)), changeOf(higher(broken))]).toEqual([55, 5]);
});
