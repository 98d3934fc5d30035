import type { UpdateFrequency } from "../../../src/domain/kit/update-frequency";
import type { ImportRun } from "../../../src/domain/quality/import-run";
import { sourceFreshness } from "../../../src/domain/quality/source-freshness";

const at = "2026-11-22T12:00:00.000Z";
const daysBefore = (days: number): string => new Date(Date.parse(at) - days * 86_400_000).toISOString();

const judge = (updateFrequency: UpdateFrequency, age: number | string | null, readDays: number | null) => {
  const modified = typeof age === "number" ? daysBefore(age).slice(0, 10) : age;
  const run = readDays === null ? null : ({ startedAt: daysBefore(readDays) } as ImportRun);
  const source = { code: "test", modified, updateFrequency };
  const { state, reason } = sourceFreshness({ source, lastRun: run, lastSuccessfulRun: run, at });
  return [state, reason.en];
};

test("a source updated and read in time is fresh", () => {
  expect(judge("MONTHLY", 39, 39)).toEqual([
    "FRESH",
    "Updated 39 days ago, expected within 39 days; read 39 days ago.",
  ]);
});

test("ages below two days have their own words", () => {
  const source = { code: "test", modified: at.slice(0, 10), updateFrequency: "MONTHLY" as const };
  const run = { startedAt: daysBefore(1) } as ImportRun;
  const { reason } = sourceFreshness({ source, lastRun: run, lastSuccessfulRun: run, at });
  expect(reason).toEqual({
    it: "Aggiornata meno di un giorno fa, attesa entro 39 giorni; letta un giorno fa.",
    en: "Updated less than a day ago, expected within 39 days; read 1 day ago.",
  });
});

test("a source not updated in time is late", () => {
  expect(judge("MONTHLY", 40, 1)).toEqual([
    "LATE",
    "The source has not been updated for 40 days; an update is expected within 39.",
  ]);
});

test("a source not read in time is late, even if updated", () => {
  expect(judge("DAILY", 0, 3)).toEqual([
    "LATE",
    "The hub has not read the source for 3 days; it should within 2.",
  ]);
});

test.each([
  ["UNKNOWN", 1, 1, "How often the source is updated is not known."],
  ["IRREGULAR", 1, 1, "The source has no fixed schedule."],
  ["ANNUAL", 1, null, "No import has read the source yet."],
  ["ANNUAL", null, 1, "The source does not say when it was updated."],
] as const)("of %s, updated %p and read %p days ago, nothing is guessed", (frequency, age, read, why) => {
  expect(judge(frequency, age, read)).toEqual(["UNKNOWN", why]);
});

test("a date without a day counts from its last day: data that may be in time is not late", () => {
  expect(judge("MONTHLY", "2026-10", 1)[0]).toBe("FRESH");
  expect(judge("QUARTERLY", "2026", 1)[0]).toBe("FRESH");
  expect(judge("MONTHLY", "2026-09", 1)[0]).toBe("LATE");
});
