import { indicatorPanel, type PanelMaterial } from "../../../src/domain/indicators/indicator-panel";
import { areaSeries } from "../../../src/domain/indicators/indicator-series";
import type { Observation } from "../../../src/domain/indicators/observation";
import { anArea, anObservation } from "../../support/builders";

const level = ["nil:1", "nil:2", "nil:3", "nil:4"].map((code) => anArea({ code }));
const of = (areaCode: string, values: Readonly<Record<string, number | null>>): Observation[] =>
  Object.entries(values).map(([period, value]) =>
    anObservation({
      indicatorCode: "share",
      areaCode,
      period,
      value,
      status: value === null ? "MISSING" : "NORMAL",
      note: value === null ? { it: "Manca.", en: "Missing." } : null,
    }),
  );
const material: PanelMaterial = {
  areas: level,
  observations: [
    ...of("nil:1", { "2011": 10, "2016": 12, "2020": null, "2024": 15 }),
    ...of("nil:2", { "2011": 11, "2024": 11 }),
    ...of("nil:3", { "2011": 30, "2024": 33 }),
    ...of("nil:4", { "2011": 10, "2024": 90 }),
    ...of("comune:1", { "2011": 20, "2024": 19 }),
  ],
};
/** Nobody knows the residents of 2020. */
const residentsIn = (code: string, period: string) =>
  period === "2020" ? null : code === "nil:4" ? 40 : 5_000;
const seriesOf = (over: Partial<PanelMaterial>) =>
  areaSeries(level[0]!, indicatorPanel({ ...material, ...over }, { minimum: 700, residentsIn }), 1);

test("reports change, city, level and peers, and leaves tiny areas out of all comparisons", () => {
  const { points, peers, comparison } = seriesOf({});
  expect(peers.map(({ code }) => code)).toEqual(["nil:2"]);
  expect(
    points.map(({ observation, change, rank, coverage }) => [
      observation.period,
      change?.absolute,
      rank,
      coverage,
    ]),
  ).toEqual([
    ["2011", undefined, 3, { expected: 4, present: 3 }],
    ["2016", 2, 1, { expected: 4, present: 1 }],
    ["2020", undefined, null, { expected: 4, present: 0 }],
    ["2024", undefined, 2, { expected: 4, present: 3 }],
  ]);
  expect(points.map(({ noChange }) => noChange?.en ?? null)).toEqual([
    "It is the first point.",
    null,
    "This point has no value.",
    "The point before has no value.",
  ]);
  expect(points[3]?.city?.value).toBe(19);
  const span = { fromPeriod: "2011", toPeriod: "2024" };
  expect(comparison).toEqual({
    change: { ...span, absolute: 5, relative: 0.5 },
    city: { ...span, absolute: -1, relative: -0.05 },
    levelMean: { ...span, absolute: 59 / 3 - 17, relative: (59 / 3 - 17) / 17 },
    peersMean: { ...span, absolute: 0, relative: 0 },
  });
});

test("draws no line through a break, and says when the source changed", () => {
  const [first, second, third] = of("nil:1", { "2011": 10, "2016": 12, "2024": 15 });
  const observations = [
    first!,
    { ...second!, status: "BREAK" as const },
    { ...third!, sourceCodes: ["other"] },
  ];
  const { points, comparison, noComparison } = seriesOf({ observations });
  expect(
    points.map(({ isBreak, sourceChanged, change }) => [isBreak, sourceChanged, change?.absolute]),
  ).toEqual([
    [false, false, undefined],
    [true, false, undefined],
    [false, true, 3],
  ]);
  expect(comparison).toBeNull();
  expect(noComparison?.en).toBe("The series changes its base in between.");
});

test("has no comparison of fewer than two values, and no peers without a value", () => {
  expect(seriesOf({ observations: [] })).toMatchObject({
    points: [],
    peers: [],
    comparison: null,
    noComparison: { en: "It takes at least two values." },
  });
  const one = seriesOf({ observations: of("nil:1", { "2011": 0 }) });
  expect([one.points.length, one.comparison]).toEqual([1, null]);
});
