import { InvalidRecordError } from "../../../src/domain/kit/check";
import { createSchedule, type Schedule } from "../../../src/domain/schedule/schedule";

const row: Schedule = {
  validFrom: "2026-06-01",
  validTo: "2026-07-24",
  freq: "WEEKLY",
  byday: ["MO", "WE"],
  opensAt: "15:30",
  closesAt: "19:00",
  timezone: "Europe/Rome",
  isException: null,
  rawText: "Lun e Mer 15:30-19:00",
  parseConfidence: "CERTAIN",
};

const faultsOf = (fields: Schedule): string[] => {
  try {
    createSchedule(fields);
    return [];
  } catch (error) {
    if (error instanceof InvalidRecordError) return error.problems.map(({ field }) => field);
    throw error;
  }
};

const timeless = { opensAt: null, closesAt: null };

test("accepts usual hours, hours over midnight, closures of a day or of hours, and rows without known times", () => {
  expect(createSchedule(row)).toEqual(row);
  expect(faultsOf({ ...row, validFrom: null, validTo: null, opensAt: "22:00", closesAt: "02:00" })).toEqual(
    [],
  );
  expect(faultsOf({ ...row, ...timeless, isException: "CLOSED" })).toEqual([]);
  expect(faultsOf({ ...row, isException: "CLOSED" })).toEqual([]);
  expect(faultsOf({ ...row, ...timeless, parseConfidence: "UNKNOWN" })).toEqual([]);
});

test.each<[string, Partial<Schedule>, string[]]>([
  ["a date that is not a full day", { validFrom: "2026-06" }, ["validFrom"]],
  ["a date that does not exist", { validTo: "2026-06-31" }, ["validTo"]],
  ["an end before the beginning", { validTo: "2026-05-31" }, ["validTo"]],
  ["no day", { byday: [] }, ["byday"]],
  ["days out of order", { byday: ["WE", "MO"] }, ["byday"]],
  ["a day twice", { byday: ["MO", "MO"] }, ["byday"]],
  ["a time of one digit", { opensAt: "9:00" }, ["opensAt"]],
  ["24:00", { closesAt: "24:00" }, ["closesAt"]],
  ["only one time", { closesAt: null }, ["closesAt"]],
  ["an opening without times that is called certain", timeless, ["opensAt"]],
  ["an exceptional opening without times", { ...timeless, isException: "OPEN" }, ["opensAt"]],
  ["times that are not understood", { parseConfidence: "UNKNOWN" }, ["opensAt"]],
  ["a zone that does not exist", { timezone: "Europe/Milan" }, ["timezone"]],
  ["no words of the source", { rawText: " " }, ["rawText"]],
])("refuses %s", (_, change, fields) => {
  expect(faultsOf({ ...row, ...change })).toEqual(fields);
});

test("reports all problems at once", () => {
  expect(faultsOf({ ...row, byday: [], opensAt: "9", timezone: "x" })).toEqual([
    "byday",
    "opensAt",
    "timezone",
  ]);
});
