import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { nextOpening } from "../../../src/domain/schedule/next-opening";
import type { OpeningRules } from "../../../src/domain/schedule/opening-answer";
import { openingHours } from "../../../src/domain/schedule/opening-hours";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { parseOpeningHours } from "../../../src/domain/schedule/parse-opening-hours";
import { createSchedule, type Schedule } from "../../../src/domain/schedule/schedule";

const timezone = "Europe/Rome";
const options = { timezone, holidays: italianHolidays };

/** The rules of a place by its texts, and rows of the hub's own. */
const place = (hours: string, closures = "Nessuna chiusura", own: Schedule[] = []): OpeningRules => {
  const context = { year: 2026, timezone };
  const [read, closed] = [parseOpeningHours(hours, context), parseClosures(closures, context)];
  return {
    schedules: [...read.schedules, ...closed.schedules, ...own],
    unparsed: [...read.unparsed, ...closed.unparsed],
    closuresKnown: closed.closuresKnown,
  };
};

const special = (validFrom: string, opensAt: string | null, closesAt: string | null): Schedule =>
  createSchedule({
    validFrom,
    validTo: validFrom,
    freq: "WEEKLY",
    byday: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
    opensAt,
    closesAt,
    timezone,
    isException: "OPEN",
    rawText: "apertura straordinaria",
    parseConfidence: opensAt === null ? "UNKNOWN" : "CERTAIN",
  });

/** State and reason at a wall time of the summer of 2026. */
const at = (rules: OpeningRules, wallTime: string): string => {
  const { state, reason } = openingAt(rules, `2026-${wallTime}:00+02:00`, options);
  return `${state} ${reason}`;
};

const june = "Dal 1 al 30 giugno: Lun 9:00-12:00 e 14:00-18:00, Mar 9:00-12:00, Sab 20:00-02:00.";

test("is open in a span of the day, its end not included, and names the row", () => {
  expect(openingAt(place(june), "2026-06-08T09:00:00+02:00", options)).toEqual({
    state: "OPEN",
    reason: "WEEKLY_HOURS",
    rule: expect.objectContaining({ opensAt: "09:00", rawText: expect.stringContaining("Lun 9:00-12:00") }),
  });
  expect(at(place(june), "06-08T11:59")).toBe("OPEN WEEKLY_HOURS");
  expect(at(place(june), "06-08T12:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(place(june), "06-08T08:59")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(place(june), "06-10T10:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(openingAt(place(june), "2026-06-08T07:00:00Z", options).state).toBe("OPEN");
});

test("gives no answer for dates that the hours do not cover", () => {
  expect(at(place(june), "07-06T10:00")).toBe("UNKNOWN NO_HOURS_FOR_DATE");
  expect(at(place(""), "06-08T10:00")).toBe("UNKNOWN NO_HOURS");
  expect(at(place("", "agosto"), "08-03T10:00")).toBe("CLOSED STATED_CLOSURE");
  expect(at(place("", "agosto"), "06-08T10:00")).toBe("UNKNOWN NO_HOURS");
});

test("counts a span over midnight to the day on which it begins", () => {
  expect(at(place(june), "06-07T01:59")).toBe("OPEN WEEKLY_HOURS");
  expect(at(place(june), "06-07T02:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  const saturdayClosed = place(june, "6 giugno");
  expect(at(saturdayClosed, "06-06T21:00")).toBe("CLOSED STATED_CLOSURE");
  expect(at(saturdayClosed, "06-07T01:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(place(june, "7 giugno"), "06-07T01:00")).toBe("OPEN WEEKLY_HOURS");
  expect(at(place("Dal 1 al 6 giugno: Sab 20:00-02:00"), "06-07T01:00")).toBe("OPEN WEEKLY_HOURS");
});

test("gives a closure priority over the usual hours, and an exceptional opening over both", () => {
  const rules = place(june, "8 giugno", [special("2026-06-08", "10:00", "11:00")]);
  expect(at(rules, "06-08T09:30")).toBe("CLOSED STATED_CLOSURE");
  expect(at(rules, "06-08T10:30")).toBe("OPEN SPECIAL_OPENING");
  expect(at(rules, "06-08T11:00")).toBe("CLOSED STATED_CLOSURE");
  const unclear = place(june, "8 giugno", [special("2026-06-08", null, null)]);
  expect(at(unclear, "06-08T09:30")).toBe("UNKNOWN HOURS_UNREADABLE");
});

test("closes only for the hours of a closure with hours", () => {
  const lunch = { ...special("2026-06-08", "09:30", "10:00"), isException: "CLOSED" as const };
  const rules = place(june, "Nessuna chiusura", [lunch]);
  const states = ["09:29", "09:30", "10:00"].map((time) => at(rules, `06-08T${time}`));
  expect(states).toEqual(["OPEN WEEKLY_HOURS", "CLOSED STATED_CLOSURE", "OPEN WEEKLY_HOURS"]);
});

test("is uncertain about usual hours on a public holiday, but a closed day stays closed", () => {
  const daily = place("Dal 1 giugno al 31 agosto: Mar 15:00-18:00, Sab 15:00-18:00", "15 agosto");
  expect(at(daily, "06-02T16:00")).toBe("UNKNOWN HOLIDAY_NOT_STATED");
  expect(at(daily, "06-02T19:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(daily, "08-15T16:00")).toBe("CLOSED STATED_CLOSURE");
  const opened = place("Mar 15:00-18:00", "Nessuna chiusura", [special("2026-06-02", "15:00", "17:00")]);
  expect(at(opened, "06-02T16:00")).toBe("OPEN SPECIAL_OPENING");
  expect(at(opened, "06-02T17:30")).toBe("UNKNOWN HOLIDAY_NOT_STATED");
});

test("respects the holidays of a city", () => {
  const rules = place("Lun 15:00-18:00");
  const patron = {
    code: "x",
    name: { it: "x", en: "x" },
    sinceYear: null,
    kind: "FIXED",
    month: 12,
    day: 7,
  } as const;
  const instant = "2026-12-07T16:00:00+01:00";
  expect(openingAt(rules, instant, options).state).toBe("OPEN");
  const answer = openingAt(rules, instant, { timezone, holidays: [...italianHolidays, patron] });
  expect(answer).toMatchObject({ state: "UNKNOWN", reason: "HOLIDAY_NOT_STATED" });
});

test("does not call a place closed when its hours are not readable", () => {
  const rules = place("Dal 1 al 30 giugno: Lun 14:3 -18:30, Mar 9:00-12:00");
  expect(openingAt(rules, "2026-06-08T16:00:00+02:00", options)).toMatchObject({
    state: "UNKNOWN",
    reason: "HOURS_UNREADABLE",
    rule: { rawText: expect.stringContaining("14:3 -18:30") },
  });
  expect(at(rules, "06-09T16:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(rules, "06-07T16:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
});

test("is uncertain about the days of words that are not understood", () => {
  const rules = place(
    "Dal 1 al 7 giugno: Lun 9:00-12:00 a settimane alterne. Dal 8 al 14 giugno: Lun 9:00-12:00",
  );
  expect(at(rules, "06-01T10:00")).toBe("UNKNOWN TEXT_UNREADABLE");
  expect(at(rules, "06-02T10:00")).toBe("UNKNOWN TEXT_UNREADABLE");
  expect(at(rules, "06-08T10:00")).toBe("OPEN WEEKLY_HOURS");
});

test("doubts the usual hours if closures are uncertain, but not that a place is closed", () => {
  const rules = place("Dal 1 giugno al 30 settembre: Lun 9:00-12:00", "Dal 8 agosto a metà settembre");
  expect(at(rules, "08-31T10:00")).toBe("CLOSED STATED_CLOSURE");
  expect(at(rules, "09-07T10:00")).toBe("UNKNOWN CLOSURE_UNREADABLE");
  expect(at(rules, "09-07T13:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
  expect(at(place(june, "agosto tranne il 5"), "06-08T10:00")).toBe("UNKNOWN TEXT_UNREADABLE");
});

test("doubts a closure if other words about closures are not understood, but not because of words about hours", () => {
  const closed = {
    ...special("2026-06-08", null, null),
    isException: "CLOSED",
    parseConfidence: "CERTAIN",
  } as const;
  expect(at(place(june, "agosto tranne il 5", [closed]), "06-08T10:00")).toBe("UNKNOWN TEXT_UNREADABLE");
  expect(at(place(`${june} Solo soci`, "agosto", [closed]), "06-08T10:00")).toBe("CLOSED STATED_CLOSURE");
});

test("reports when closures are not stated", () => {
  expect(at(place(june, "ND"), "06-08T10:00")).toBe("OPEN WEEKLY_HOURS_CLOSURES_NOT_STATED");
  expect(at(place(june, ""), "06-08T13:00")).toBe("CLOSED OUTSIDE_WEEKLY_HOURS");
});

test("is open during both occurrences of an hour, and closes at the first occurrence of its end", () => {
  const night = place("Sab 20:00-03:00, Dom 10:00-12:00");
  const states = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"].map(
    (instant) => openingAt(night, instant, options).state,
  );
  expect(states).toEqual(["OPEN", "OPEN", "CLOSED"]);
  const early = place("Sab 20:00-02:30, Dom 10:00-12:00");
  expect(openingAt(early, "2026-10-25T00:29:59Z", options).state).toBe("OPEN");
  expect(openingAt(early, "2026-10-25T00:30:00Z", options).state).toBe("CLOSED");
});

test("lists what is open or in doubt, in order, joining spans that meet and cutting at the ends", () => {
  const rules = place(
    "Dal 1 al 30 giugno: Lun 9:00-12:00 e 12:00-13:00 e 12:30-14:00, Mar 9:00-12:00, Mer 14:3-18",
  );
  const list = openingHours(rules, "2026-06-01T11:00:00+02:00", "2026-06-04T00:00:00+02:00", options);
  expect(list.map(({ opens, closes, state, reason }) => [opens, closes, state, reason])).toEqual([
    ["2026-06-01T09:00:00.000Z", "2026-06-01T12:00:00.000Z", "OPEN", "WEEKLY_HOURS"],
    ["2026-06-02T07:00:00.000Z", "2026-06-02T10:00:00.000Z", "UNKNOWN", "HOLIDAY_NOT_STATED"],
    ["2026-06-02T22:00:00.000Z", "2026-06-03T22:00:00.000Z", "UNKNOWN", "HOURS_UNREADABLE"],
  ]);
  expect(list[0]!.rule).toMatchObject({ opensAt: "09:00" });
  expect(openingHours(rules, "2026-06-04T00:00:00Z", "2026-06-01T00:00:00Z", options)).toEqual([]);
});

test("lists at most 92 days", () => {
  const to = (day: string) => () =>
    openingHours(place(june), "2026-06-01T00:00:00Z", `2026-${day}Z`, options);
  expect(to("09-01T00:00:00")).not.toThrow();
  expect(to("09-01T00:00:01")).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED", where: "to" }));
});

test("finds the next opening, now if open, and reports whether it may open earlier", () => {
  const next = (after: string, rules = place(june)) => nextOpening(rules, after, options);
  const monday = expect.objectContaining({ byday: ["MO"], opensAt: "09:00" });
  expect(next("2026-06-07T12:00:00+02:00")).toEqual({
    kind: "OPENS",
    instant: "2026-06-08T07:00:00.000Z",
    rule: monday,
    mayOpenEarlier: false,
  });
  expect(next("2026-06-08T10:00:00+02:00")).toMatchObject({ instant: "2026-06-08T08:00:00.000Z" });
  expect(next("2026-05-01T10:00:00+02:00")).toEqual({
    kind: "OPENS",
    instant: "2026-06-01T07:00:00.000Z",
    rule: monday,
    mayOpenEarlier: true,
  });
  expect(next("2026-07-01T10:00:00+02:00")).toEqual({
    kind: "UNKNOWN",
    reason: "NO_HOURS_FOR_DATE",
    rule: null,
  });
  const never = place("Lun 9:00-12:00", "dal 01/01/2026 al 31/12/2028");
  expect(next("2026-06-01T10:00:00+02:00", never)).toMatchObject({ kind: "NEVER", reason: "STATED_CLOSURE" });
});

test("looks 400 days ahead and no further", () => {
  const far = place("Dal 01/06/2027 al 30/06/2027: Mar 9:00-12:00", "Nessuna chiusura");
  expect(nextOpening(far, "2026-04-27T07:00:01Z", options)).toMatchObject({ kind: "OPENS" });
  expect(nextOpening(far, "2026-04-27T07:00:00Z", options)).toMatchObject({ kind: "UNKNOWN" });
});

test("rejects invalid instants, and rows of another zone", () => {
  const ask =
    (instant: string, zone = timezone) =>
    () =>
      openingAt(place(june), instant, { timezone: zone, holidays: [] });
  for (const wrong of ["2026-06-08", "2026-06-08T10:00:00", "2026-13-08T10:00:00Z", "now"]) {
    expect(ask(wrong)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT", where: "instant" }));
  }
  expect(ask("2026-06-08T10:00:00Z", "Europe/London")).toThrow(
    expect.objectContaining({ code: "INVALID_RECORD" }),
  );
});

test("a closure does not hide that the days after it are unknown", () => {
  const rules = place("Dal 1 giugno al 7 agosto: Mer 9:00-12:00.", "Dal 7 al 30 agosto");
  expect(nextOpening(rules, "2026-08-10T09:00:00+02:00", options)).toMatchObject({
    kind: "UNKNOWN",
    reason: "NO_HOURS_FOR_DATE",
  });
});
