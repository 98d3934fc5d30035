import fc from "fast-check";
import { italianLexicon } from "../../../src/domain/schedule/italian-lexicon";
import { parseOpeningHours } from "../../../src/domain/schedule/parse-opening-hours";
import { readHours } from "../../../src/domain/schedule/read-hours";
import type { Schedule } from "../../../src/domain/schedule/schedule";
import { tokenize } from "../../../src/domain/schedule/tokens";
import { hoursText } from "../../support/hours-arbitraries";
import { runs } from "../../support/runs";

const context = { year: 2026, timezone: "Europe/Rome" };

const short = (row: Schedule): string =>
  [
    `${row.validFrom ?? ""}/${row.validTo ?? ""}`,
    row.byday.join(),
    row.opensAt === null ? (row.isException ?? "?") : `${row.opensAt}-${row.closesAt}`,
    row.parseConfidence,
  ].join(" ");

const rowsOf = (text: string): string[] => parseOpeningHours(text, context).schedules.map(short);

const unparsedOf = (text: string): string[] =>
  parseOpeningHours(text, context).unparsed.map(
    ({ text: words, reason, validFrom, validTo }) => `${words} ${reason} ${validFrom ?? ""}/${validTo ?? ""}`,
  );

test("reads a season with several spans a day and keeps the words of each row", () => {
  const { schedules, unparsed } = parseOpeningHours(
    "Dal 27 luglio al 4 settembre: Lun 9:00-12:00 e 14:30-19:00, Sabato chiuso.",
    context,
  );
  const season = {
    validFrom: "2026-07-27",
    validTo: "2026-09-04",
    freq: "WEEKLY",
    timezone: "Europe/Rome",
    assumedYear: 2026,
  };
  const monday = {
    ...season,
    byday: ["MO"],
    isException: null,
    rawText: "Dal 27 luglio al 4 settembre Lun 9:00-12:00 e 14:30-19:00",
    parseConfidence: "CERTAIN",
  };
  expect(schedules).toEqual([
    { ...monday, opensAt: "09:00", closesAt: "12:00" },
    { ...monday, opensAt: "14:30", closesAt: "19:00" },
    {
      ...season,
      byday: ["SA"],
      opensAt: null,
      closesAt: null,
      isException: "CLOSED",
      rawText: "Dal 27 luglio al 4 settembre Sabato chiuso",
      parseConfidence: "CERTAIN",
    },
  ]);
  expect(unparsed).toEqual([]);
});

test.each([
  ["Lun 9:00-12:00", "/ MO 09:00-12:00 CERTAIN"],
  ["LUNEDÌ: 09:00 – 12:00", "/ MO 09:00-12:00 CERTAIN"],
  ["lunedi' dalle ore 9:00 alle ore 12:00", "/ MO 09:00-12:00 CERTAIN"],
  ["Giov 14:30-17:30", "/ TH 14:30-17:30 CERTAIN"],
  ["Lun-Ven 9:00-12:00", "/ MO,TU,WE,TH,FR 09:00-12:00 CERTAIN"],
  ["dal lunedì al mercoledì 9:00-12:00", "/ MO,TU,WE 09:00-12:00 CERTAIN"],
  ["Mer, Lun e Ven 9:00-12:00", "/ MO,WE,FR 09:00-12:00 CERTAIN"],
  ["tutti i giorni 9:00-24:00", "/ MO,TU,WE,TH,FR,SA,SU 09:00-00:00 CERTAIN"],
  ["Sab 20:00-02:00", "/ SA 20:00-02:00 CERTAIN"],
  ["Luglio: Mar 9:00-12:00", "2026-07-01/2026-07-31 TU 09:00-12:00 CERTAIN"],
  ["Dal 01/06/2027 al 14/06/2027 Lun 15:00-18:00", "2027-06-01/2027-06-14 MO 15:00-18:00 CERTAIN"],
  ["Dal 1 al 7 giugno 2027: Lun 15:00-18:00", "2027-06-01/2027-06-07 MO 15:00-18:00 CERTAIN"],
  ["Dal 04 mar al 5 apr: Mar 15:00-18:00", "2026-03-04/2026-04-05 TU 15:00-18:00 CERTAIN"],
])("reads %s", (text, row) => {
  expect(rowsOf(text)).toEqual([row]);
  expect(unparsedOf(text)).toEqual([]);
});

test.each([
  ["Lun 14,45-17:45", "/ MO 14:45-17:45 REPAIRED"],
  ["Lun 15.00-18.00", "/ MO 15:00-18:00 REPAIRED"],
  ["Ven 15:30:19:00", "/ FR 15:30-19:00 REPAIRED"],
  ["DOm 10:00-12:00", "/ SU 10:00-12:00 REPAIRED"],
  ["Mercoledi 9:00-12:00", "/ WE 09:00-12:00 CERTAIN"],
  ["Mercolrdì 9:00-12:00", "/ WE 09:00-12:00 REPAIRED"],
  ["Dal 1 lugliuo al 21 luglio: Lun 9:00-12:00", "2026-07-01/2026-07-21 MO 09:00-12:00 REPAIRED"],
  ["Dal 1 giugno al 7agosto: Lun 9:00-12:00", "2026-06-01/2026-08-07 MO 09:00-12:00 REPAIRED"],
  ["Dal 1al 7 agosto: Lun 9:00-12:00", "2026-08-01/2026-08-07 MO 09:00-12:00 REPAIRED"],
  ["Dal 1 giugno 3 luglio: Lun 9:00-12:00", "2026-06-01/2026-07-03 MO 09:00-12:00 REPAIRED"],
])("reads the typing error in %s", (text, row) => {
  expect(rowsOf(text)).toEqual([row]);
  expect(unparsedOf(text)).toEqual([]);
});

test("reads two periods before one list of days, and marks only the one with the typing error", () => {
  expect(rowsOf("Dal 1 giugno 7 agosto e dal 24 agosto al 30 settembre: Lun 15:00-18:00.")).toEqual([
    "2026-06-01/2026-08-07 MO 15:00-18:00 REPAIRED",
    "2026-08-24/2026-09-30 MO 15:00-18:00 CERTAIN",
  ]);
});

test("reads a misspelt abbreviation only in the one gap between its neighbours", () => {
  const [tuesday, wednesday, thursday] = ["TU", "WE", "TH"].map((day) => `/ ${day} 15:00-18:00`);
  expect(rowsOf("Mar 15:00-18:00, ,er 15:00-18:00, Gio 15:00-18:00")).toEqual([
    `${tuesday} CERTAIN`,
    `${wednesday} REPAIRED`,
    `${thursday} CERTAIN`,
  ]);
  const { schedules } = parseOpeningHours("Mar 15:00-18:00, ,er 15:00-18:00, Gio 15:00-18:00", context);
  expect(schedules[1]!.rawText).toBe(",er 15:00-18:00");
  // Another day before or after, or none: it is not beyond doubt which day is meant.
  for (const text of [
    "Lun 15:00-18:00, er 15:00-18:00, Gio 15:00-18:00",
    "Mar 15:00-18:00, er 15:00-18:00, Ven 15:00-18:00",
    "Mar 15:00-18:00, er 15:00-18:00",
    "Mar 15:00-18:00, xx 15:00-18:00, Gio 15:00-18:00",
    "Mar 15:00-18:00, mr 15:00-18:00, Gio 15:00-18:00",
  ]) {
    expect(rowsOf(text).filter((row) => row.includes("WE"))).toEqual([]);
    expect(unparsedOf(text)).toEqual([expect.stringMatching(/^(er|mr|xx) 15:00-18:00,? NOT_UNDERSTOOD/)]);
  }
});

test.each([
  ["a digit is missing", "Lun 14:3 -18:30"],
  ["no time", "Lun su appuntamento"],
  ["no hours before the comma", "Lun, Mar 9:00-12:00"],
  ["three times", "Lun 9:00-12,14-18:00"],
  ["three times with dashes", "Lun 9:00-12:00-18:00"],
  ["reversed times", "Lun 15:00-12:00"],
  ["one in the afternoon, or in the night", "Lun 9:00-1:00"],
  ["nothing between the times", "Lun 15:00-15:00"],
  ["a minute that does not exist", "Lun 9:00-12:60"],
  ["perhaps dates", "Lun 15.06-20.07"],
  ["a comma that may be minutes", "Lun 9-12,14-18"],
])("does not guess: %s", (_, text) => {
  expect(rowsOf(text)[0]).toBe("/ MO ? UNKNOWN");
});

test("keeps a readable span beside an unreadable one", () => {
  expect(rowsOf("Mar 9:00-12:00 e 14:3-19:00, Mer 9:00-12:00")).toEqual([
    "/ TU 09:00-12:00 CERTAIN",
    "/ TU ? UNKNOWN",
    "/ WE 09:00-12:00 CERTAIN",
  ]);
});

test("keeps words that it does not understand, with the days that they can be about", () => {
  const text = "Dal 1 al 7 giugno: Lun 9:00-12:00 (solo soci), Mar 9:00-12:00";
  expect(rowsOf(text)).toHaveLength(2);
  expect(unparsedOf(text)).toEqual(["(solo soci), NOT_UNDERSTOOD 2026-06-01/2026-06-07"]);
});

test("treats words with dates as words about any day", () => {
  const text = "Dal 1 al 7 giugno: Lun 9:00-12:00. Dal 1 al 7 agosto: sospeso";
  expect(rowsOf(text)).toEqual(["2026-06-01/2026-06-07 MO 09:00-12:00 CERTAIN"]);
  expect(unparsedOf(text)).toEqual(["Dal 1 al 7 agosto: sospeso NOT_UNDERSTOOD /"]);
});

test.each([
  ["a day that does not exist", "Dal 1 al 31 giugno: Lun 9:00-12:00, Mar 9:00-12:00"],
  ["a period that ends before it begins", "Dal 15 al 10 gennaio: Lun 9:00-12:00"],
  ["no month", "Dal 1 giugno al 7: Lun 9:00-12:00"],
  ["a season without dates", "In estate: Lun 9:00-12:00"],
])("gives no row for hours with an unreadable period: %s", (_, text) => {
  expect(rowsOf(text)).toEqual([]);
  expect(unparsedOf(text).at(-1)).toMatch(/9:00-12:00 PERIOD_UNREADABLE \/$/);
  expect(rowsOf(`${text} Dal 1 al 2 luglio: Gio 9:00-12:00`)).toEqual([
    "2026-07-01/2026-07-02 TH 09:00-12:00 CERTAIN",
  ]);
});

/** Words and numbers, but for the "and" that only joins. */
const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}'’`]+|\d+|[^\s.,;:|]/gu) ?? []).filter((word) => !/^ed?$/i.test(word));

test("loses no word of any text and never throws", () => {
  const anyText = fc.oneof(hoursText, fc.string({ unit: "grapheme" }), fc.string());
  fc.assert(
    fc.property(anyText, (text) => {
      const { schedules, unparsed } = parseOpeningHours(text, context);
      const kept = wordsOf([...schedules.map((r) => r.rawText), ...unparsed.map((u) => u.text)].join(" "));
      const missing = wordsOf(text).filter((word) => !kept.includes(word));
      expect(missing).toEqual([]);
    }),
    { numRuns: runs(1000) },
  );
});

test('leaves only separators and the word for "and" out of its statements', () => {
  fc.assert(
    fc.property(hoursText, (text) => {
      const tokens = tokenize(text, italianLexicon);
      const statements = readHours({ tokens, lexicon: italianLexicon, year: 2026 });
      let at = 0;
      for (const { first, next } of [...statements, { first: tokens.length, next: tokens.length }]) {
        const between = tokens.slice(at, first);
        expect(between.filter(({ kind, role }) => kind !== "SEPARATOR" && role !== "AND")).toEqual([]);
        expect(first).toBeGreaterThanOrEqual(at);
        at = next;
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('does not read the verb è, also written e\', as "and"', () => {
  expect(unparsedOf("Lun è 9:00-12:00")).toEqual(["Lun è 9:00-12:00 NOT_UNDERSTOOD /"]);
  expect(rowsOf("Lun è 9:00-12:00")).toEqual([]);
  expect(unparsedOf("Lun 9:00-12:00 e' 14:00-18:00")).toEqual(["e' 14:00-18:00 NOT_UNDERSTOOD /"]);
});

test("writes each word of a text in some row or piece, in the order of the text", () => {
  fc.assert(
    fc.property(hoursText, (text) => {
      const { schedules, unparsed } = parseOpeningHours(text, context);
      for (const { rawText } of schedules) expect(isSubsequence(wordsOf(rawText), wordsOf(text))).toBe(true);
      for (const piece of unparsed) expect(text).toContain(piece.text);
    }),
  );
});

function isSubsequence(some: string[], all: string[]): boolean {
  let next = 0;
  for (const word of all) if (word === some[next]) next++;
  return next === some.length;
}

test.each([
  ["Dalle 8:00 alle 18:00 dal lunedi al sabato", ["MO", "TU", "WE", "TH", "FR", "SA"]],
  ["9:00-12:00, Lun e Mer", ["MO", "WE"]],
])("reads hours before their days if that is the whole text: %j", (text, byday) => {
  const { schedules, unparsed } = parseOpeningHours(text, { year: 2026, timezone: "Europe/Rome" });
  expect(unparsed).toEqual([]);
  expect(schedules).toMatchObject([{ byday, rawText: text, isException: null, parseConfidence: "CERTAIN" }]);
});

test("hours before their days in a longer text are not given to either days", () => {
  const text = "9:00-12:00 Lun 15:00-18:00 Mar";
  const { schedules } = parseOpeningHours(text, { year: 2026, timezone: "Europe/Rome" });
  expect(schedules.filter(({ opensAt }) => opensAt === "09:00")).toEqual([]);
});
