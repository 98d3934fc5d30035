import fc from "fast-check";
import { addDays, weekdayOf } from "../../../src/domain/schedule/calendar-day";
import { hoursWhileClosed } from "../../../src/domain/schedule/hours-while-closed";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { instantAt, spanOn } from "../../../src/domain/schedule/local-time";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { parseOpeningHours } from "../../../src/domain/schedule/parse-opening-hours";
import { openingRules } from "../../support/hours-arbitraries";
import { runs } from "../../support/runs";

const context = { year: 2026, timezone: "Europe/Rome" };

const rulesOf = (hours: string, closures: string) => {
  const [h, c] = [parseOpeningHours(hours, context), parseClosures(closures, context)];
  return {
    schedules: [...h.schedules, ...c.schedules],
    unparsed: [...h.unparsed, ...c.unparsed],
    closuresKnown: c.closuresKnown,
  };
};

const found = (hours: string, closures: string): string[] =>
  hoursWhileClosed(rulesOf(hours, closures)).map(
    ({ rules, byday, closure }) => `${rules.length} rows, ${byday.join(" ")}: ${closure.rawText}`,
  );

test.each([
  [
    "the whole period",
    "Dal 1 al 31 agosto: Lun 10:00-17:00, Mar 9:00-12:00 e 14:00-17:00",
    "agosto",
    "MO TU",
    3,
  ],
  [
    "the only day of its week",
    "Dal 31 agosto al 4 settembre: Lun 17:00-19:00, Mar 17:00-19:00",
    "agosto",
    "MO",
    1,
  ],
  ["a single day", "Dal 10 al 16 agosto: Sab 9:00-12:00, Dom 9:00-12:00", "15 agosto", "SA", 1],
])("finds hours on closed days only: %s", (_, hours, closures, days, rows) => {
  expect(found(hours, closures)).toEqual([`${rows} rows, ${days}: ${closures}`]);
});

test.each([
  ["one day of the period is open", "Dal 1 agosto al 2 settembre: Mar 9:00-12:00", "agosto"],
  [
    "the closure touches the last day, on which there are no hours",
    "Dal 1 al 7 agosto: Lun 9:00-12:00",
    "Dal 7 al 30 agosto",
  ],
  ["the hours have no end", "Lun 9:00-12:00", "agosto"],
  ["there are no such days in the period", "Dal 1 al 3 agosto: Ven 9:00-12:00", "agosto"],
  [
    "the end of the closure is not understood",
    "Dal 1 al 12 settembre: Lun 9:00-12:00",
    "Dal 8 agosto a metà settembre",
  ],
  ["other words on closures are not understood", "Dal 1 al 31 agosto: Lun 9:00-12:00", "agosto salvo soci"],
  ["nothing is closed", "Dal 1 al 31 agosto: Lun 9:00-12:00", "Nessuna chiusura"],
])("finds nothing when %s", (_, hours, closures) => {
  expect(found(hours, closures)).toEqual([]);
});

test("hours and closures of different periods are distinguished", () => {
  const hours = "Dal 1 al 31 luglio: Lun 9:00-12:00. Dal 1 al 31 agosto: Lun 9:00-12:00";
  expect(found(hours, "agosto")).toEqual(["1 rows, MO: agosto"]);
});

test("hours that never apply never make a place open", () => {
  const options = { timezone: "Europe/Rome", holidays: italianHolidays };
  let contradictions = 0;
  fc.assert(
    fc.property(openingRules("2026-05-28"), (rules) => {
      for (const { rules: never, byday } of hoursWhileClosed(rules)) {
        contradictions += 1;
        for (const row of never) {
          const { validFrom, validTo, opensAt, closesAt } = row;
          for (let day = validFrom!; day <= validTo!; day = addDays(day, 1)) {
            if (!byday.includes(weekdayOf(day)) || !row.byday.includes(weekdayOf(day))) continue;
            const { startMs } = spanOn(day, { opensAt: opensAt!, closesAt: closesAt! }, "Europe/Rome");
            expect(openingAt(rules, instantAt(startMs), options).rule).not.toBe(row);
          }
        }
      }
    }),
    { numRuns: runs(1_000), seed: 20260822 },
  );
  expect(contradictions).toBeGreaterThan(0);
});
