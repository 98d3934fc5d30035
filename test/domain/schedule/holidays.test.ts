import { addDays, weekdayOf } from "../../../src/domain/schedule/calendar-day";
import { easterSunday, type Holiday, holidayOn } from "../../../src/domain/schedule/holidays";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";

/** A city's own day, as a city configures it. */
const ambrose: Holiday = {
  code: "city:patron",
  name: { it: "Sant'Ambrogio", en: "Saint Ambrose" },
  sinceYear: null,
  kind: "FIXED",
  month: 12,
  day: 7,
};

test.each([
  [1818, "1818-03-22"],
  [1943, "1943-04-25"],
  [2000, "2000-04-23"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("finds Easter Sunday of %i", (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test("finds a Sunday from 22 March to 25 April in every year", () => {
  for (let year = 1583; year <= 2600; year++) {
    const day = easterSunday(year);
    expect(weekdayOf(day)).toBe("SU");
    expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
  }
});

test("lists the 13 national holidays of 2026 and the 12 of 2025", () => {
  const daysOf = (year: number) =>
    Array.from({ length: 365 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) =>
      holidayOn(italianHolidays, day),
    );
  expect(daysOf(2026)).toEqual([
    "2026-01-01",
    "2026-01-06",
    "2026-04-05",
    "2026-04-06",
    "2026-04-25",
    "2026-05-01",
    "2026-06-02",
    "2026-08-15",
    "2026-10-04",
    "2026-11-01",
    "2026-12-08",
    "2026-12-25",
    "2026-12-26",
  ]);
  expect(daysOf(2025)).toHaveLength(12);
  expect(daysOf(2025)).not.toContain("2025-10-04");
});

test("finds the holiday of a day, with those that a city adds", () => {
  expect(holidayOn(italianHolidays, "2026-04-06")?.code).toBe("it:lunedi-dell-angelo");
  expect(holidayOn(italianHolidays, "2026-12-07")).toBeNull();
  expect(holidayOn([...italianHolidays, ambrose], "2026-12-07")).toBe(ambrose);
});

test("keeps a holiday of 29 February in leap years only", () => {
  const leap = { ...ambrose, month: 2, day: 29 };
  const days = ["2026-02-28", "2026-03-01", "2028-02-28", "2028-02-29", "2028-03-01"];
  expect(days.filter((day) => holidayOn([leap], day))).toEqual(["2028-02-29"]);
});
