import fc from "fast-check";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { instantAt } from "../../../src/domain/schedule/local-time";
import { nextOpening } from "../../../src/domain/schedule/next-opening";
import type { OpeningRules } from "../../../src/domain/schedule/opening-answer";
import { openingHours } from "../../../src/domain/schedule/opening-hours";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { openingRules } from "../../support/hours-arbitraries";
import { runs } from "../../support/runs";

const options = { timezone: "Europe/Rome", holidays: italianHolidays };
const halfHourMs = 1_800_000;
const dayMs = 86_400_000;

/** Two weeks around each change of the clock of 2026, and around holidays. */
const starts = ["2026-03-20", "2026-05-28", "2026-10-16"];
const rulesAndStart: fc.Arbitrary<[OpeningRules, number]> = fc.constantFrom(...starts).chain((start) =>
  fc.tuple(
    openingRules(start),
    fc.nat(48).map((n) => Date.parse(start) + n * halfHourMs),
  ),
);

const halfHours = (fromMs: number, toMs: number): number[] =>
  Array.from({ length: Math.ceil((toMs - fromMs) / halfHourMs) }, (_, i) => fromMs + i * halfHourMs);

test("lists at every half hour what it answers for that instant", () => {
  fc.assert(
    fc.property(rulesAndStart, ([rules, fromMs]) => {
      const toMs = fromMs + 4 * dayMs;
      const list = openingHours(rules, instantAt(fromMs), instantAt(toMs), options);
      for (const moment of halfHours(fromMs, toMs)) {
        const instant = instantAt(moment);
        const { state, reason } = openingAt(rules, instant, options);
        const listed = list.filter(({ opens, closes }) => opens <= instant && instant < closes);
        expect(listed.map((i) => [i.state, i.reason])).toEqual(state === "CLOSED" ? [] : [[state, reason]]);
      }
    }),
    { numRuns: runs(60) },
  );
});

test("finds as next opening the first instant at which it answers OPEN", () => {
  fc.assert(
    fc.property(rulesAndStart, ([rules, afterMs]) => {
      const next = nextOpening(rules, instantAt(afterMs), options);
      const foundMs = next.kind === "OPENS" ? Date.parse(next.instant) : Number.POSITIVE_INFINITY;
      const before = halfHours(afterMs, Math.min(foundMs, afterMs + 6 * dayMs));
      const states = before.map((moment) => openingAt(rules, instantAt(moment), options).state);
      expect(states).not.toContain("OPEN");
      if (next.kind !== "OPENS") return;
      expect(openingAt(rules, next.instant, options)).toMatchObject({ state: "OPEN", rule: next.rule });
      if (states.includes("UNKNOWN")) expect(next.mayOpenEarlier).toBe(true);
      if (foundMs > afterMs) {
        expect(openingAt(rules, instantAt(foundMs - 1), options).state).not.toBe("OPEN");
      }
    }),
    { numRuns: runs(100) },
  );
});

test("names a row whenever it is open, and never calls closed a date without usual hours or closure", () => {
  fc.assert(
    fc.property(rulesAndStart, fc.nat(20 * 48), ([rules, fromMs], n) => {
      const { state, reason, rule } = openingAt(rules, instantAt(fromMs + n * halfHourMs), options);
      if (state === "OPEN") expect(rule?.isException).toBe(reason === "SPECIAL_OPENING" ? "OPEN" : null);
      if (reason === "STATED_CLOSURE") expect(rule?.isException).toBe("CLOSED");
      if (state === "CLOSED") expect(["OUTSIDE_WEEKLY_HOURS", "STATED_CLOSURE"]).toContain(reason);
      if (rules.schedules.length === 0) expect(state).toBe("UNKNOWN");
    }),
    { numRuns: runs(500) },
  );
});
