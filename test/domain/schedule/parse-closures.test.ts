import fc from "fast-check";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { hoursText } from "../../support/hours-arbitraries";
import { runs } from "../../support/runs";

const context = { year: 2026, timezone: "Europe/Rome" };

const closuresOf = (text: string): string[] =>
  parseClosures(text, context).schedules.map(
    ({ validFrom, validTo, parseConfidence }) => `${validFrom}/${validTo} ${parseConfidence}`,
  );

test("gives an exception for all days of the week that keeps the words", () => {
  expect(parseClosures(" chiuso dal 16 agosto al 9 settembre ", context)).toEqual({
    schedules: [
      {
        validFrom: "2026-08-16",
        validTo: "2026-09-09",
        freq: "WEEKLY",
        byday: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
        opensAt: null,
        closesAt: null,
        timezone: "Europe/Rome",
        isException: "CLOSED",
        rawText: "chiuso dal 16 agosto al 9 settembre",
        parseConfidence: "CERTAIN",
        assumedYear: 2026,
      },
    ],
    unparsed: [],
    closuresKnown: true,
  });
});

test.each([
  ["Dal 8 al 23 agosto", ["2026-08-08/2026-08-23 CERTAIN"]],
  ["dal 10 al 23 agosto compresi", ["2026-08-10/2026-08-23 CERTAIN"]],
  ["10/08 - 18/08", ["2026-08-10/2026-08-18 CERTAIN"]],
  ["dal 10/08 al 23/08", ["2026-08-10/2026-08-23 CERTAIN"]],
  ["dal 7 all'8 agosto", ["2026-08-07/2026-08-08 CERTAIN"]],
  ["agosto", ["2026-08-01/2026-08-31 CERTAIN"]],
  ["agosto tutto il mese", ["2026-08-01/2026-08-31 CERTAIN"]],
  ["Tutto il mese di agosto", ["2026-08-01/2026-08-31 CERTAIN"]],
  ["tutto febbraio", ["2026-02-01/2026-02-28 CERTAIN"]],
  ["15 e 16 agosto", ["2026-08-15/2026-08-15 CERTAIN", "2026-08-16/2026-08-16 CERTAIN"]],
  ["dal 5 al 19 luglio e tutto agosto", ["2026-07-05/2026-07-19 CERTAIN", "2026-08-01/2026-08-31 CERTAIN"]],
  ["Ferragosto", ["2026-08-15/2026-08-15 CERTAIN"]],
  ["Ferragosto 15 agosto", ["2026-08-15/2026-08-15 CERTAIN"]],
  ["Settimana di Ferragosto 10-16 agosto", ["2026-08-10/2026-08-16 CERTAIN"]],
  ["15 August", ["2026-08-15/2026-08-15 REPAIRED"]],
  ["02-giu", ["2026-06-02/2026-06-02 REPAIRED"]],
  ["15-ago", ["2026-08-15/2026-08-15 REPAIRED"]],
  ["01/08/26 al 24/08/2026", ["2026-08-01/2026-08-24 REPAIRED"]],
])("reads %s", (text, closures) => {
  expect(closuresOf(text)).toEqual(closures);
  expect(parseClosures(text, context)).toMatchObject({ unparsed: [], closuresKnown: true });
});

test("closes with certainty only days on which a name and its dates agree", () => {
  expect(closuresOf("Settimana di Ferragosto 10-31 agosto")).toEqual([
    "2026-08-10/2026-08-16 CERTAIN",
    "2026-08-17/2026-08-31 UNKNOWN",
  ]);
});

test("leaves a whole month in doubt when only its middle is stated as the end", () => {
  expect(closuresOf("Dal 8 agosto a metà settembre")).toEqual([
    "2026-08-08/2026-08-31 CERTAIN",
    "2026-09-01/2026-09-30 UNKNOWN",
  ]);
});

test.each(["Nessuna chiusura", "Nessuna Chiusura.", "nessuna"])("reads %s as no closure", (text) => {
  expect(parseClosures(text, context)).toEqual({ schedules: [], unparsed: [], closuresKnown: true });
});

test.each(["ND", "n.d.", "N.D.", "n/d"])("reads %s as unknown", (text) => {
  const piece = { text, reason: "NOT_STATED", about: "CLOSURES", validFrom: null, validTo: null };
  expect(parseClosures(text, context)).toEqual({ schedules: [], unparsed: [piece], closuresKnown: false });
});

test("reads an empty text as unknown", () => {
  expect(parseClosures("  ", context)).toEqual({ schedules: [], unparsed: [], closuresKnown: false });
});

test.each([
  "agosto tranne il 5",
  "dal 31 al 32 agosto",
  "dal 20 al 10 agosto",
  "chiuso",
  "chiuso il lunedì",
  "Ferragosto 16 agosto",
  "Settimana di Ferragosto",
  "Settimana di Ferragosto 1-5 agosto",
  "Nessuna chiusura dal 1 al 7 agosto",
  "ND dal 1 al 7 agosto",
  "August",
  "mar",
  "Dal 8 settembre a metà settembre",
  "da definire",
])("reads nothing of %s, because a word beside it may limit it", (text) => {
  const piece = { text, reason: "NOT_UNDERSTOOD", about: "CLOSURES", validFrom: null, validTo: null };
  expect(parseClosures(text, context)).toEqual({ schedules: [], unparsed: [piece], closuresKnown: false });
});

test("keeps any text whole, in its rows or as a piece, and never throws", () => {
  fc.assert(
    fc.property(fc.oneof(hoursText, fc.string({ unit: "grapheme" }), fc.string()), (text) => {
      const { schedules, unparsed, closuresKnown } = parseClosures(text, context);
      const kept = [...schedules.map((row) => row.rawText), ...unparsed.map((piece) => piece.text)];
      expect(kept.every((words) => words === text.trim())).toBe(true);
      const saysSomething = /[^\s.,;:|]/.test(text);
      if (saysSomething && !/nessuna/i.test(text)) expect(kept.length).toBeGreaterThan(0);
      expect(closuresKnown).toBe(unparsed.length === 0 && (schedules.length > 0 || /nessuna/i.test(text)));
    }),
    { numRuns: runs(1000) },
  );
});
