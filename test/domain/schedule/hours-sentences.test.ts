import fc from "fast-check";
import { addDays } from "../../../src/domain/schedule/calendar-day";
import { holidayOn } from "../../../src/domain/schedule/holidays";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { firstMomentOf } from "../../../src/domain/schedule/local-time";
import type { OpeningRules } from "../../../src/domain/schedule/opening-answer";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { readOpeningRules } from "../../../src/domain/schedule/parse-closures";
import { sentence, strangeWords } from "../../support/hours-sentences";
import { runs } from "../../support/runs";

const timezone = "Europe/Rome";
const options = { timezone, holidays: italianHolidays };
const context = { year: 2026, timezone };

const moment = fc.record({
  date: fc.nat(3 * 365).map((n) => addDays("2026-01-01", n)),
  minute: fc.nat(47).map((half) => half * 30),
});

const rulesOf = (text: string): OpeningRules => readOpeningRules(text, "", context)!;

const stateOf = (rules: OpeningRules, date: string, minute: number) => {
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const instant = new Date(firstMomentOf(date, time, timezone)).toISOString();
  return openingAt(rules, instant, options).state;
};

test("answers sentences about hours right or UNKNOWN, never wrong", () => {
  let [known, all] = [0, 0];
  fc.assert(
    fc.property(
      sentence,
      fc.array(moment, { minLength: 20, maxLength: 20 }),
      ({ text, possible }, moments) => {
        const rules = rulesOf(text);
        for (const { date, minute } of moments) {
          const state = stateOf(rules, date, minute);
          all += 1;
          if (state === "UNKNOWN") continue;
          known += 1;
          const states = possible(date, minute, holidayOn(italianHolidays, date) !== null);
          // One state only where all readings agree: another answer would be a guess.
          expect({ text, date, minute, states: [...new Set(states)] }).toEqual({
            text,
            date,
            minute,
            states: [state],
          });
        }
      },
    ),
    { numRuns: runs(1_000) },
  );
  // A parser that always answers UNKNOWN would pass: most moments must be answered.
  expect(known / all).toBeGreaterThan(0.5);
});

test("answers nothing where words beside the hours are not understood", () => {
  const join = fc.constantFrom(" ", ", ", ". ", "; ", "\n");
  fc.assert(
    fc.property(sentence, strangeWords, join, moment, fc.boolean(), ({ text }, words, mark, at, isFirst) => {
      const whole = isFirst ? `${words}${mark}${text}` : `${text}${mark}${words}`;
      expect({ whole, ...at, state: stateOf(rulesOf(whole), at.date, at.minute) }).toMatchObject({
        state: "UNKNOWN",
      });
    }),
    { numRuns: runs(1_000) },
  );
});
