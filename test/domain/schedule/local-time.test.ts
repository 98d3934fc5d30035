import fc from "fast-check";
import { addDays } from "../../../src/domain/schedule/calendar-day";
import {
  firstMomentOf,
  isTimezone,
  localTimeAt,
  momentsOf,
  spanOn,
  startOfDay,
} from "../../../src/domain/schedule/local-time";

const rome = "Europe/Rome";
const hourMs = 3_600_000;

const utc = (moments: number | number[]): string[] =>
  [moments].flat().map((moment) => new Date(moment).toISOString().slice(0, 16));

const everyDayOf2026 = Array.from({ length: 365 }, (_, i) => addDays("2026-01-01", i));

const hours = (date: string, opensAt: string, closesAt: string): number => {
  const { startMs, endMs } = spanOn(date, { opensAt, closesAt }, rome);
  return (endMs - startMs) / hourMs;
};

test("gives one moment for a wall time, in winter and in summer", () => {
  expect(utc(momentsOf("2026-01-15", "09:00", rome))).toEqual(["2026-01-15T08:00"]);
  expect(utc(momentsOf("2026-07-15", "09:00", rome))).toEqual(["2026-07-15T07:00"]);
  expect(localTimeAt(Date.parse("2026-07-15T22:30:59Z"), rome)).toEqual({
    date: "2026-07-16",
    time: "00:30",
  });
});

test("gives 02:30 twice when the clock is set back, and takes the first", () => {
  expect(utc(momentsOf("2026-10-25", "02:30", rome))).toEqual(["2026-10-25T00:30", "2026-10-25T01:30"]);
  expect(utc(firstMomentOf("2026-10-25", "02:30", rome))).toEqual(["2026-10-25T00:30"]);
  expect(utc(momentsOf("2026-10-25", "03:00", rome))).toEqual(["2026-10-25T02:00"]);
});

test("gives no 02:30 when the clock is set forward, and takes the moment of the skip", () => {
  expect(momentsOf("2026-03-29", "02:30", rome)).toEqual([]);
  expect(utc(firstMomentOf("2026-03-29", "02:00", rome))).toEqual(["2026-03-29T01:00"]);
  expect(utc(firstMomentOf("2026-03-29", "02:30", rome))).toEqual(["2026-03-29T01:00"]);
  expect(utc(momentsOf("2026-03-29", "03:00", rome))).toEqual(["2026-03-29T01:00"]);
});

test("begins a day at its first moment even if midnight is skipped", () => {
  // Beirut puts its clock forward at midnight.
  expect(momentsOf("2026-03-29", "00:00", "Asia/Beirut")).toEqual([]);
  expect(utc(startOfDay("2026-03-29", "Asia/Beirut"))).toEqual(["2026-03-28T22:00"]);
});

test("makes a morning of 09:00 to 12:00 three hours long on each day of the year", () => {
  for (const day of everyDayOf2026) expect(hours(day, "09:00", "12:00")).toBe(3);
});

test("makes a day, from midnight to midnight, 23, 24 or 25 hours long", () => {
  const lengths = everyDayOf2026.map((day) => [day, hours(day, "00:00", "00:00")]);
  expect(lengths.filter(([, length]) => length !== 24)).toEqual([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ]);
});

test("makes a night of 22:00 to 04:00 an hour shorter or longer when the clock changes in it", () => {
  expect(hours("2026-03-27", "22:00", "04:00")).toBe(6);
  expect(hours("2026-03-28", "22:00", "04:00")).toBe(5);
  expect(hours("2026-10-24", "22:00", "04:00")).toBe(7);
  expect(hours("2026-10-25", "22:00", "04:00")).toBe(6);
});

test("finds the wall time from each of its moments, and each moment from its wall time", () => {
  const zone = fc.constantFrom(rome, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
  const minute = fc.integer({
    min: Date.parse("2000-01-01") / 60_000,
    max: Date.parse("2040-01-01") / 60_000,
  });
  const nearChange = fc
    .integer({ min: -200, max: 200 })
    .map((n) => Date.parse("2026-10-25T01:00Z") / 60_000 + n);
  fc.assert(
    fc.property(fc.oneof(minute, nearChange), zone, (minutes, timezone) => {
      const moment = minutes * 60_000;
      const { date, time } = localTimeAt(moment, timezone);
      const moments = momentsOf(date, time, timezone);
      expect(moments).toContain(moment);
      for (const same of moments) expect(localTimeAt(same, timezone)).toEqual({ date, time });
    }),
  );
});

test("never gives an earlier moment for a later wall time", () => {
  const time = fc.nat(1439).map((m) => new Date(m * 60_000).toISOString().slice(11, 16));
  const day = fc.constantFrom("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-06-01");
  fc.assert(
    fc.property(day, time, time, (date, a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(firstMomentOf(date, early, rome)).toBeLessThanOrEqual(firstMomentOf(date, late, rome));
      expect(localTimeAt(firstMomentOf(date, early, rome), rome).time >= early).toBe(true);
    }),
  );
});

test("knows the names of time zones", () => {
  expect(["Europe/Rome", "UTC", "Europe/Milan", ""].map(isTimezone)).toEqual([true, true, false, false]);
});
