import { createIndicatorTarget, type IndicatorTarget } from "../../../src/domain/strategy/indicator-target";
import { newestOf, targetProgress } from "../../../src/domain/strategy/target-progress";
import { anObservation } from "../../support/builders";

const target = (over: Partial<IndicatorTarget> = {}) =>
  createIndicatorTarget({
    code: "t",
    indicatorCode: "RCR74",
    strategyCode: "strategy",
    actionCode: null,
    areaCode: "nil:42",
    baseline: { value: 100, year: 2021 },
    milestone2024: 120,
    target2029: 150,
    populationDefinition: null,
    sourceCodes: ["test"],
    ...over,
  });

test("the newest value is that of the latest period, and missing values do not count", () => {
  const missing = { status: "MISSING", value: null, note: { it: "Manca.", en: null } } as const;
  const all = [
    anObservation({ period: "2024", value: 1 }),
    anObservation({ period: "2023", value: 2 }),
    anObservation({ period: "2024-07", value: 3 }),
    anObservation({ period: "2026", ...missing }),
  ];
  expect(newestOf(all)?.value).toBe(1);
  expect(newestOf([])).toBeNull();
});

test("measures progress from the baseline, also beyond the goal and in the wrong direction", () => {
  const at = (value: number) => targetProgress(target(), anObservation({ value }));
  expect(at(110)).toEqual({ towardsMilestone: 0.5, towardsTarget: 0.2, reason: null });
  expect(at(200)).toEqual({ towardsMilestone: 5, towardsTarget: 2, reason: null });
  expect(at(90)).toEqual({ towardsMilestone: -0.5, towardsTarget: -0.2, reason: null });
});

test.each([
  [{ areaCode: null }, null, "The target has no area, so the value to compare is unknown."],
  [{}, null, "No source gives a value."],
  [{ baseline: null }, 110, "There is no baseline."],
  [{ milestone2024: 100 }, 110, "A goal is missing or equals the baseline."],
])("reports why there is no progress: %j", (over, value, reason) => {
  const last = value === null ? null : anObservation({ value });
  expect(targetProgress(target(over), last)).toMatchObject({
    towardsMilestone: null,
    reason: { en: reason },
  });
});
