import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Weekday, weekdays } from "../../../src/domain/schedule/calendar-day";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { parseOpeningHours } from "../../../src/domain/schedule/parse-opening-hours";
import type { Schedule } from "../../../src/domain/schedule/schedule";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import byHand from "./ds3017-hours.expected.json";

/**
 * A person's reading of each of the 34 texts, in the hub's words: first day, last day, and the week as
 * "TU-SU 09:00-12:00 + 14:30-19:00; ...". A "~" marks a typing error, a "?" uncertain words.
 * Closures are `null` where the source says that it does not know, and none where it says that there is none.
 */
type ByHand = Record<string, { hours: string[][]; closures: string[] | null }>;
const expected: ByHand = byHand;

const context = { year: 2026, timezone: "Europe/Rome" };
const marks = { "~": "REPAIRED", "?": "UNKNOWN" } as const;

const confidenceOf = (text: string): string =>
  text.startsWith("~") || text.startsWith("?") ? marks[text[0] as keyof typeof marks] : "CERTAIN";

const daysOf = (text: string): string[] => {
  const [first, last = first] = text.replace(/[~?]/, "").split("-");
  return weekdays.slice(weekdays.indexOf(first as Weekday), weekdays.indexOf(last as Weekday) + 1);
};

const expectedRows = ([from, to, week]: string[]): string[] =>
  week!.split("; ").flatMap((entry) => {
    const [days, ...spans] = entry.split(/ \+ | /);
    return daysOf(days!).flatMap((day) =>
      (spans.length > 0 ? spans : ["null-null"]).map(
        (span) => `${from} ${to} ${day} ${span} ${confidenceOf(days!)}`,
      ),
    );
  });

const rowOf = (row: Schedule): string =>
  [row.validFrom, row.validTo, row.byday.join(), `${row.opensAt}-${row.closesAt}`, row.parseConfidence].join(
    " ",
  );

const closureOf = ({ validFrom, validTo, parseConfidence }: Schedule): string => {
  const mark = { CERTAIN: "", REPAIRED: "~", UNKNOWN: "?" }[parseConfidence];
  return `${mark}${validFrom}/${validTo}`;
};

const readFile = () => {
  const path = sharedData("centres/ds3017_case_di_quartiere.csv")!;
  const rows: Record<string, string>[] = parse(readFileSync(path), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
  return rows.map((row) => ({
    id: row.id!,
    hours: parseOpeningHours(row["Orari di apertura"]!, context),
    closures: parseClosures(row["Periodo di chiusura"]!, context),
  }));
};

const count = (rows: readonly Schedule[]) =>
  Object.fromEntries(
    ["CERTAIN", "REPAIRED", "UNKNOWN"].map((c) => [c, rows.filter((r) => r.parseConfidence === c).length]),
  );

testWithSharedData("reads each text of hours of ds3017 as a person reads it", () => {
  const read = readFile().map(({ id, hours }) => [id, hours.schedules.map(rowOf).sort()]);
  const wanted = Object.entries(expected).map(([id, { hours }]) => [id, hours.flatMap(expectedRows).sort()]);
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(wanted));
  expect(readFile().every(({ hours }) => hours.schedules.every((row) => row.isException === null))).toBe(
    true,
  );
});

testWithSharedData("reads each text of closures of ds3017 as a person reads it", () => {
  const read = readFile().map(({ id, closures }) => [
    id,
    closures.closuresKnown ? closures.schedules.map(closureOf) : null,
  ]);
  const wanted = Object.entries(expected).map(([id, { closures }]) => [id, closures]);
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(wanted));
  const rows = readFile().flatMap(({ closures }) => closures.schedules);
  expect(rows.every((row) => row.isException === "CLOSED" && row.byday.length === 7)).toBe(true);
});

testWithSharedData("drops nothing of ds3017, and counts what is certain, repaired and unknown", () => {
  const files = readFile();
  expect(files).toHaveLength(34);
  expect(count(files.flatMap(({ hours }) => hours.schedules))).toEqual({
    CERTAIN: 273,
    REPAIRED: 41,
    UNKNOWN: 6,
  });
  expect(files.flatMap(({ hours }) => hours.unparsed)).toEqual([]);
  expect(count(files.flatMap(({ closures }) => closures.schedules))).toEqual({
    CERTAIN: 26,
    REPAIRED: 4,
    UNKNOWN: 2,
  });
  const notRead = files.flatMap(({ id, closures }) =>
    closures.unparsed.map(({ reason }) => `${id} ${reason}`),
  );
  expect(notRead).toEqual(["34 NOT_STATED", "35 NOT_STATED", "37 NOT_STATED", "38 NOT_STATED"]);
});
