import fc from "fast-check";
import { firstDay, lastDay } from "../../../src/domain/kit/dates";
import {
  createMilestone,
  delayDays,
  type Milestone,
  milestoneTiming,
} from "../../../src/domain/strategy/milestone";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): Milestone => ({
  code: "milestone",
  strategyCode: "strategy",
  actionCode: "action",
  name: { it: "Fine dei lavori", en: null },
  plannedDate: "2024-10",
  forecastDate: "2024",
  actualDate: "2024-11-05",
  evidence: { it: "Verbale", en: null },
  sourceCodes: ["test"],
});

testRecordConstructor("Milestone", createMilestone, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["a strategy that is no code", { strategyCode: "" }, ["strategyCode"]],
  ["an action that is no code", { actionCode: "a b" }, ["actionCode"]],
  ["a name without Italian", { name: { it: "", en: null } }, ["name.it"]],
  ["a plan that is no date", { plannedDate: "2024-13" }, ["plannedDate"]],
  ["a forecast that is no date", { forecastDate: "soon" }, ["forecastDate"]],
  ["an end that is no date", { actualDate: "yesterday" }, ["actualDate"]],
  ["evidence of what was not reached", { actualDate: null }, ["evidence"]],
  ["empty evidence", { evidence: { it: "", en: null } }, ["evidence.it"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { plannedDate: "x", forecastDate: "y", actualDate: null, sourceCodes: [] },
    ["plannedDate", "forecastDate", "evidence", "sourceCodes"],
  ],
]);

const dates = (plannedDate: string | null, forecastDate: string | null, actualDate: string | null) =>
  createMilestone({ ...good(), evidence: null, plannedDate, forecastDate, actualDate });

test.each([
  [
    "is on time on the last day that a month can mean",
    dates("2024-10", null, null),
    "2024-10-31",
    "ON_TIME",
    0,
  ],
  ["is late the day after", dates("2024-10", null, null), "2024-11-01", "LATE", 1],
  ["is on time all through a planned year", dates("2024", null, null), "2024-12-31", "ON_TIME", 0],
  ["is late after a planned day", dates("2024-10-05", null, null), "2024-10-15", "LATE", 10],
  ["is not early because its day is to come", dates("2024-10-05", null, null), "2024-10-01", "ON_TIME", 0],
  ["is late by its forecast", dates("2024-10", "2024-12", null), "2024-01-01", "LATE", 31],
  ["is late by today when that is more", dates("2024-10", "2024-11", null), "2024-12-31", "LATE", 61],
  ["is forecast early", dates("2024-10", "2024-09-30", null), "2024-01-01", "ON_TIME", -1],
  ["is not saved by a forecast that has passed", dates("2024-10", "2024-09", null), "2024-11-02", "LATE", 2],
  ["is done late", dates("2024-10", null, "2024-11-05"), "2025-01-01", "DONE", 5],
  ["is done early", dates("2024-10-10", null, "2024-10-01"), "2025-01-01", "DONE", -9],
  ["is done within the precision of its dates", dates("2024-10", null, "2024"), "2025-01-01", "DONE", 0],
  ["is done from the first day of its month", dates("2024-10", null, "2024-11"), "2024-11-01", "DONE", 1],
  ["was not done before", dates("2024-10", null, "2024-11"), "2024-10-31", "ON_TIME", 0],
  ["is unknown without a plan", dates(null, "2025", null), "2024-10-31", "UNKNOWN", null],
  ["is done without a plan, by no known delay", dates(null, null, "2024"), "2024-10-31", "DONE", null],
])("a milestone %s", (_what, milestone, on, state, delay) => {
  expect(milestoneTiming(milestone, on)).toEqual({ on, state, delayDays: delay });
});

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));

test("the delay of whole days is their difference, with its sign", () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const days = (Date.parse(b) - Date.parse(a)) / 86_400_000;
      expect(delayDays(a, b)).toBe(days);
      expect(delayDays(a, b) + delayDays(b, a)).toBe(0);
    }),
  );
});

test("less precise dates never make a delay larger, only smaller or none", () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (a, b, i, j) => {
      const exact = delayDays(a, b);
      const rough = delayDays(a.slice(0, i), b.slice(0, j));
      expect(Math.abs(rough)).toBeLessThanOrEqual(Math.abs(exact));
      expect(rough * exact).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("an open milestone is late exactly when its delay is above 0, and time only adds to it", () => {
  fc.assert(
    fc.property(partial, fc.option(partial), day, day, (planned, forecast, one, other) => {
      const milestone = dates(planned, forecast, null);
      const [early, late] = [one, other].sort().map((on) => milestoneTiming(milestone, on));
      expect(early!.state).toBe(early!.delayDays! > 0 ? "LATE" : "ON_TIME");
      expect(late!.delayDays!).toBeGreaterThanOrEqual(early!.delayDays!);
      if (forecast === null && one <= lastDay(planned)) {
        expect(milestoneTiming(milestone, one).state).toBe("ON_TIME");
        expect(firstDay(planned) <= lastDay(planned)).toBe(true);
      }
    }),
  );
});
