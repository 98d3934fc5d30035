import fc from "fast-check";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { instantAt } from "../../../src/domain/schedule/local-time";
import type { OpeningRules } from "../../../src/domain/schedule/opening-answer";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { createSchedule, type Schedule } from "../../../src/domain/schedule/schedule";
import { statedClosures } from "../../../src/domain/schedule/stated-closures";
import { openingRules } from "../../support/hours-arbitraries";
import { runs } from "../../support/runs";

const options = { timezone: "Europe/Rome", holidays: italianHolidays };
const context = { year: 2026, timezone: "Europe/Rome" };
const of = (text: string): OpeningRules => parseClosures(text, context);
const all = (rules: OpeningRules, from = "2026-01-01T00:00:00Z", to = "2026-12-31T23:00:00Z") =>
  statedClosures(rules, from, to, options).map((c) => `${c.state} ${c.from} ${c.to}`);

test("a stated closure is one stretch, in the zone of the place, cut to the request", () => {
  expect(all(of("Dal 8 al 23 agosto"))).toEqual(["CLOSED 2026-08-07T22:00:00.000Z 2026-08-23T22:00:00.000Z"]);
  expect(all(of("Dal 8 al 23 agosto"), "2026-08-10T10:00:00Z", "2026-08-11T10:00:00Z")).toEqual([
    "CLOSED 2026-08-10T10:00:00.000Z 2026-08-11T10:00:00.000Z",
  ]);
  expect(all(of("Nessuna chiusura"))).toEqual([]);
});

const august: Schedule = createSchedule({
  ...of("tutto il mese di agosto").schedules[0]!,
});
const rules = (...schedules: Schedule[]): OpeningRules => ({ schedules, unparsed: [], closuresKnown: true });

test("a special opening is cut out of a closure, and uncertain words leave it in doubt", () => {
  const opening: Schedule = createSchedule({
    ...august,
    validFrom: "2026-08-15",
    validTo: "2026-08-15",
    opensAt: "10:00",
    closesAt: "12:00",
    isException: "OPEN",
  });
  expect(all(rules(august, opening))).toEqual([
    "CLOSED 2026-07-31T22:00:00.000Z 2026-08-15T08:00:00.000Z",
    "CLOSED 2026-08-15T10:00:00.000Z 2026-08-31T22:00:00.000Z",
  ]);
  const uncertain: Schedule = { ...august, parseConfidence: "UNKNOWN" };
  expect(all(rules(uncertain))).toEqual(["UNKNOWN 2026-07-31T22:00:00.000Z 2026-08-31T22:00:00.000Z"]);
  const words = {
    text: "salvo il 5",
    reason: "NOT_UNDERSTOOD",
    about: "CLOSURES",
    validFrom: null,
    validTo: null,
  } as const;
  expect(all({ ...rules(august), unparsed: [words] })).toEqual([
    "UNKNOWN 2026-07-31T22:00:00.000Z 2026-08-31T22:00:00.000Z",
  ]);
});

test("more than a year is rejected", () => {
  expect(() => all(of(""), "2026-01-01T00:00:00Z", "2027-01-03T00:00:00Z")).toThrow("366 days");
});

/** Hours that end on the day after the one they belong to. */
const runsOverMidnight = (rule: Schedule | null): boolean =>
  rule?.opensAt != null && rule.closesAt != null && rule.closesAt <= rule.opensAt;

test("every place with a stated closure is in the list, and none of them is open except by hours of the day before", () => {
  const start = "2026-05-28";
  fc.assert(
    fc.property(openingRules(start), fc.nat(7 * 48), (any, halfHour) => {
      const moment = Date.parse(start) + halfHour * 1_800_000;
      const list = statedClosures(any, `${start}T00:00:00Z`, "2026-06-06T00:00:00Z", options);
      const instant = instantAt(moment);
      const listed = list.filter(({ from, to }) => from <= instant && instant < to);
      const { state, reason, rule } = openingAt(any, instant, options);
      expect(listed.length).toBeLessThanOrEqual(1);
      if (reason === "STATED_CLOSURE") expect(listed).toHaveLength(1);
      if (listed[0]?.state === "CLOSED" && !runsOverMidnight(rule)) expect(state).not.toBe("OPEN");
    }),
    { numRuns: runs(1_000) },
  );
});
