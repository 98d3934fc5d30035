import fc from "fast-check";
import { clockAt, momentAt } from "../../src/web/page/kit/moment";

test.each([
  ["2026-07-08T10:00", "2026-07-08T08:00:00Z"],
  ["2026-11-29T10:00", "2026-11-29T09:00:00Z"],
  // The day on which summer time begins, before and after the change.
  ["2026-03-29T01:30", "2026-03-29T00:30:00Z"],
  ["2026-03-29T03:30", "2026-03-29T01:30:00Z"],
  ["2026-03-29T02:30", "2026-03-29T01:30:00Z"],
])("the clocks of Rome show %s at %s", (clock, moment) => {
  expect(momentAt(clock, "Europe/Rome")).toBe(moment);
});

test.each(["", "tomorrow", "2026-07-08", "2026-13-01T10:00", "2026-07-08T10:00Z"])(
  "“%s” is not a moment",
  (text) => {
    expect(momentAt(text, "Europe/Rome")).toBeNull();
  },
);

test("a clock that was read at a moment leads back to it, but for the hour that a change repeats", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse("2020-01-01") / 60_000, max: Date.parse("2030-01-01") / 60_000 }),
      fc.constantFrom("Europe/Rome", "America/New_York", "Asia/Kathmandu", "UTC"),
      (minute, timeZone) => {
        const clock = clockAt(minute * 60_000, timeZone);
        const back = Date.parse(momentAt(clock, timeZone)!);
        expect(clockAt(back, timeZone)).toBe(clock);
        expect([0, 60]).toContain(Math.abs(back / 60_000 - minute));
      },
    ),
  );
});
