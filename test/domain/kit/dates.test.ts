import fc from "fast-check";
import { firstDay, isInOrder, isPartialDate, isPeriod, lastDay } from "../../../src/domain/kit/dates";
import { optional, partialDate } from "../../../src/domain/kit/field";
import { defineRecord } from "../../../src/domain/kit/record";
import { refusalOf } from "../../support/record-constructor";

test.each(["2024", "2022-10", "2026-09-25", "2024-02-29", "0050-02", "9999-12-31"])(
  "%s is a date",
  (text) => {
    expect(isPartialDate(text)).toBe(true);
  },
);

test.each([
  "",
  "24",
  "2024-1",
  "2024-13",
  "2024-00",
  "2023-02-29",
  "2024-04-31",
  "2024-01-00",
  "2024-01-01T00:00",
  "20240101",
  "2024\n",
  " 2024",
  "-2024",
  "soon",
])("%j is not a date", (text) => {
  expect(isPartialDate(text)).toBe(false);
});

test.each([
  ["2022", "2022-01-01", "2022-12-31"],
  ["2022-10", "2022-10-01", "2022-10-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2023-02", "2023-02-01", "2023-02-28"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["0050-02", "0050-02-01", "0050-02-28"],
  ["9999-12", "9999-12-01", "9999-12-31"],
  ["2026-09-25", "2026-09-25", "2026-09-25"],
  ["2024-S1", "2024-01-01", "2024-06-30"],
  ["2024-S2", "2024-07-01", "2024-12-31"],
  ["2024-Q1", "2024-01-01", "2024-03-31"],
  ["2024-Q4", "2024-10-01", "2024-12-31"],
])("%s can mean the days from %s to %s", (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test("half years and quarters are periods of values and no dates", () => {
  const given = [
    "2024-S1",
    "2024-Q4",
    "2024",
    "2024-10",
    "2024-S3",
    "2024-Q0",
    "2024-Q5",
    "2024-S",
    "S1-2024",
  ];
  expect(given.filter(isPeriod)).toEqual(["2024-S1", "2024-Q4", "2024", "2024-10"]);
  expect(given.filter(isPartialDate)).toEqual(["2024", "2024-10"]);
});

test("every day is in its month and its year, and the day after the last is not", () => {
  const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-30"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      for (const partial of [day, day.slice(0, 7), day.slice(0, 4)]) {
        expect(isPartialDate(partial)).toBe(true);
        expect(firstDay(partial) <= day && day <= lastDay(partial)).toBe(true);
        const after = new Date(Date.parse(lastDay(partial)) + 86_400_000).toISOString();
        expect(after.startsWith(partial)).toBe(false);
      }
    }),
  );
});

test.each([
  ["2024", "2024", true],
  ["2024-05", "2024", true],
  ["2024", "2024-01-01", true],
  ["2024-05-02", "2024-05-01", false],
  ["2024", "2023-12-31", false],
  [null, "2024", true],
  ["2024", null, true],
  ["soon", "2024", true],
  ["2024", "soon", true],
  ["2024", "some-day", true],
])("a period from %s to %s can be: %s", (from, to, possible) => {
  expect(isInOrder(from, to)).toBe(possible);
});

test("an unknown date is accepted, and one that does not exist is named", () => {
  const thing = defineRecord("Thing", { known: optional(partialDate()), wrong: partialDate() });
  expect(refusalOf(() => thing.create({ known: null, wrong: "2023-02-29" })).problems).toEqual([
    {
      field: "wrong",
      value: "2023-02-29",
      rule: "a date is YYYY, YYYY-MM or YYYY-MM-DD and must exist",
      ruleIt: "una data è AAAA, AAAA-MM o AAAA-MM-GG e deve esistere",
    },
  ]);
});
