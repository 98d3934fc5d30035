import { holidayOn } from "../../../src/domain/schedule/holidays";
import { italianHolidays } from "../../../src/domain/schedule/italian-holidays";
import { openingAt } from "../../../src/domain/schedule/opening-segments";
import { readOpeningRules } from "../../../src/domain/schedule/parse-closures";
import { statedClosures } from "../../../src/domain/schedule/stated-closures";

const timezone = "Europe/Rome";
const options = { timezone, holidays: italianHolidays };

/** The state at wall times of winter (+01:00) or summer (+02:00). */
const states = (year: number, hours: string, closures: string, times: readonly string[]): string[] =>
  times.map((time) => {
    const offset = time.slice(5, 10) >= "03-29" && time.slice(5, 10) < "10-25" ? "+02:00" : "+01:00";
    const rules = readOpeningRules(hours, closures, { year, timezone })!;
    return openingAt(rules, `${time}:00${offset}`, options).state;
  });

/** 14 to 20 December 2026 are Monday to Sunday. */
const week = ["14", "15", "16", "17", "18", "19", "20"].map((day) => `2026-12-${day}T10:00`);
const [open, shut, unknown] = ["OPEN", "CLOSED", "UNKNOWN"];
const letters = (list: readonly string[]): string => list.map((state) => state[0]).join("");

test.each([
  // Words for days, from Monday to Sunday at 10:00; O is open, C closed, U unknown.
  ["Lun/Ven 9:00-18:00", "OOOOOCC"],
  ["Lun/Mer/Ven 9:00-12:00", "OCOCOCC"],
  ["Mar/Gio 9:00-12:00", "COUOCCC"],
  ["Mar, Gio: 9:00-12:00", "COCOCCC"],
  ["Mar, Gio 9:00-12:00", "CUCOCCC"],
  ["Lun-Gio 9:00-17:30 | Ven 9:00-14:00", "OOOOOCC"],
  ["Lun. - Ven. 9.00 - 12.00", "OOOOOCC"],
  ["Lun.-Ven.: dalle 9 alle 12.30 e dalle 14 alle 18", "OOOOOCC"],
  ["Lun > Ven 9:00-12:00", "OOOOOCC"],
  ["Lun + Gio 9:00-12:00", "OCCOCCC"],
  ["Venerdì-Martedì 9:00-12:00", "OOCCOOO"],
  ["Sab-Lun 9:00-12:00", "OCCCCOO"],
  ["dal lunedì alla domenica 9:00-12:00", "OOOOOOO"],
  // rezemika/humanized_opening_hours, pull request 17: "Da domenica a giovedì".
  ["Da domenica a giovedì: 10:00 - 20:00", "OOOOCCO"],
  ["Tutti i giorni escluso lunedì 10:00-18:00", "COOOOOO"],
  ["Tutti i giorni, lunedì escluso, 10:00-18:00", "COOOOOO"],
  ["Lun-Ven tranne mercoledì 9:00-12:00", "OOCOOCC"],
  ["Lun-Ven eccetto giovedì: 9:00-13:00", "OOOCOCC"],
  ["Lun-Sab 9-13 salvo il sabato", "OOOOOCC"],
  ["Lun-Ven 9:00-12:00 e 14:00-18:00 tranne venerdì", "OOOOUCC"],
  ["Lun-Dom 9:00-18:00; chiuso il lunedì", "COOOOOO"],
  ["Chiuso sabato e domenica. Lun-Ven 9:00-12:00", "OOOOOCC"],
  ["Lun-Ven 9:00-18:00; Mer 14:00-18:00", "OOCOOCC"],
  ["Lun-Ven 9:00-12:00; Mer 14:00-18:00", "OOUOOCC"],
  ["Lun-Ven 9:00-12:00; Lun-Ven 14:00-18:00", "OOOOOCC"],
  ["Lun-Ven 9-18 orario continuato", "OOOOOCC"],
  ["Lun-Ven h24", "OOOOOCC"],
  ["H24", "OOOOOOO"],
  ["Lun e Mer 9:00-12:00, Gio su appuntamento", "OCOUCCC"],
  ["Lun-Ven 9:00-12:00, primo sabato del mese 9:00-12:00", "OOOOOUC"],
  ["Lun-Ven 9:00-12:00, 2° sabato del mese 9:00-12:00", "OOOOOUC"],
  ["Lun-Ven 9:00-12:00 solo su appuntamento", "UUUUUUU"],
  ["Lun-Ven 9:00-12:00, sabato chiuso salvo eventi", "UUUUUUU"],
  ["9:00-12:00 Lun 15:00-18:00 Mar", "UUUUUUU"],
  ["dalle 9 alle 12.30 e dalle 14 alle 18", "UUUUUUU"],
])("reads %j as %s", (text, expected) => {
  expect(letters(states(2026, text, "", week))).toBe(expected);
});

test.each([
  // In the notation of OpenStreetMap; each was compared with the library opening_hours 3.15.0.
  ["Mo-Fr 09:00-18:00; Sa 09:00-13:00; PH off", "OOOOOOC"],
  ["Mar-Oct: Mo-Su 09:00-19:00; Nov-Feb: Mo-Fr 09:00-17:00", "OOOOOCC"],
  ["24/7", "OOOOOOO"],
  ["Fr-Tu 09:00-12:00", "OOCCOOO"],
  // opening_hours.js, issue 623.
  ["Mo 13:30-18:00; Tu-Fr 09:30-18:00; Sa 09:30-15:00; PH off", "COOOOOC"],
  // osmandapp/OsmAnd, issue 23457, and pull request 461.
  ["07:00-17:00; Mar 07:00-19:00; May-Aug 07:00-22:00; Sep 07:00-21:00", "OOOOOOO"],
  ["Mar-Sep:08:00-20:00;Oct-Feb:09:00-16:00", "OOOOOOO"],
  // martinfilliau/osm-opening-hours, pull request 1.
  ["Mo-Sa 10:00-20:00; Tu 14:00-20:00", "OCOOOOC"],
  // osm-fr/osmose-backend, issue 2502: rules without months hold all year.
  ["Apr-Oct: Mo 09:00-11:00; We,Fr 15:00-17:00; Nov-Feb: Mo 09:00-11:00; We,Fr 09:00-16:00", "OCUCUCC"],
  // Beyond rows of a week: nth weekdays, fallbacks, comments, sunrise, additional rules.
  ["Jan-Jun,Sep-Dec Sa[1,3] 09:00-13:00", "UUUUUUU"],
  ['Mo-Fr 09:00-12:00 || "su appuntamento"', "UUUUUUU"],
  ["Mo-Fr sunrise-sunset", "UUUUUUU"],
  ["Mo-Fr 09:00-12:00, Sa 09:00-10:30", "UUUUUUU"],
  ["Mo-Fr 09:00-12:00; PH 10:00-12:00", "UUUUUUU"],
])("reads the notation of OpenStreetMap %j as %s", (text, expected) => {
  expect(letters(states(2026, text, "", week))).toBe(expected);
});

test.each([
  ["Mar-Ott 9:00-19:00; Nov-Feb 9:00-17:00", "2026-07-15T10:00", unknown],
  ["Mar-Ott: Lun-Ven 9:00-19:00; Nov-Feb: Lun-Ven 9:00-17:00", "2026-07-15T18:00", open],
  ["Mar-Ott: Lun-Ven 9:00-19:00; Nov-Feb: Lun-Ven 9:00-17:00", "2026-11-18T18:00", shut],
  ["da marzo a ottobre: tutti i giorni 9-19", "2026-07-19T18:00", open],
  ["Mar-Oct: Mo-Su 09:00-19:00", "2026-07-15T18:00", open],
  ["Lun-Ven 9:00-18:00; dal 1 luglio al 31 agosto: Lun-Ven 8:00-13:00", "2026-07-15T16:00", shut],
  ["Lun-Ven 9:00-18:00; dal 1 luglio al 31 agosto: Lun-Ven 8:00-13:00", "2026-07-15T08:30", open],
  ["Lun-Ven 9:00-18:00; dal 1 luglio al 31 agosto: Lun-Ven 8:00-13:00", "2026-09-15T16:00", open],
  ["Lun-Ven 9:00-18:00; dal 1 luglio al 31 agosto: Lun-Ven 8:00-13:00", "2027-07-14T16:00", unknown],
  [
    "dal 1 luglio al 31 agosto: Lun-Ven 8-13; dal 1 giugno al 30 settembre: Lun-Ven 9-18",
    "2026-07-15T16:00",
    shut,
  ],
  [
    "dal 1 giugno al 31 luglio: Lun-Ven 8-13; dal 1 luglio al 31 agosto: Lun-Ven 9-18",
    "2026-07-15T16:00",
    unknown,
  ],
  ["Lun-Sab 9:00-18:00; luglio: Lun-Ven 8:00-13:00", "2026-07-18T10:00", unknown],
  ["Lun-Ven 9:00-18:00, chiuso in agosto", "2026-08-12T10:00", shut],
  ["Lun-Ven 9:00-18:00, chiuso in agosto", "2027-08-11T10:00", unknown],
  ["Lun-Ven 9:00-18:00, chiuso ad agosto 2026", "2027-08-11T10:00", open],
  ["Lun-Ven 9:00-18:00. Chiuso dal 24 dicembre al 6 gennaio", "2026-12-30T10:00", shut],
  ["Lun-Ven 9:00-18:00. Chiuso dal 24 dicembre al 6 gennaio", "2027-01-05T10:00", shut],
  ["Lun-Ven 9:00-18:00. Chiuso dal 24 dicembre al 6 gennaio", "2027-12-30T10:00", unknown],
  ["Lun-Ven 9:00-18:00. Chiuso dal 24 dicembre al 6 gennaio", "2026-06-10T10:00", open],
  ["Dal 15 dicembre al 10 gennaio: Lun-Ven 9:00-12:00", "2027-01-07T10:00", open],
  ["Lun-Ven 9:00-18:00, chiuso nei giorni festivi", "2026-12-08T10:00", shut],
  ["Lun-Ven 9:00-18:00, festivi esclusi", "2026-12-08T10:00", shut],
  ["Lun-Ven 9:00-18:00, sabato, domenica e festivi chiuso", "2026-12-08T10:00", shut],
  ["Lun-Ven 9:00-18:00", "2026-12-08T10:00", unknown],
  ["Lun-Ven 9:00-18:00, chiuso nei festivi, salvo il 25 aprile", "2026-12-08T10:00", unknown],
  ["Dal 1 giugno: Lun 9:00-12:00", "2026-12-14T10:00", unknown],
])("%s, at %s: %s", (text, time, state) => {
  expect(states(2026, text, "", [time])).toEqual([state]);
});

test("closures without a year are certain in the year of their data only", () => {
  const times = [
    "2025-08-13T10:00",
    "2026-08-12T10:00",
    "2027-08-11T10:00",
    "2027-09-15T10:00",
    "2027-08-11T20:00",
  ];
  expect(states(2025, "Lun-Ven 9:00-12:00", "Agosto", times)).toEqual([shut, unknown, unknown, open, shut]);
  expect(states(2025, "Lun-Ven 9:00-12:00", "Agosto 2025", times)).toEqual([shut, open, open, open, shut]);
  const rules = readOpeningRules("Lun-Ven 9:00-12:00", "Agosto", { year: 2025, timezone })!;
  expect(openingAt(rules, "2027-09-15T10:00:00+02:00", options).reason).toBe(
    "WEEKLY_HOURS_CLOSURES_NOT_STATED",
  );
  const list = (year: number) =>
    statedClosures(rules, `${year}-01-01T00:00:00Z`, `${year}-12-31T00:00:00Z`, options).map(
      ({ state, from }) => `${state} ${from.slice(0, 10)}`,
    );
  expect([2024, 2025, 2027].map(list)).toEqual([
    ["UNKNOWN 2024-07-31"],
    ["CLOSED 2025-07-31"],
    ["UNKNOWN 2027-07-31"],
  ]);
});

test("closures on public holidays are those of the calendar", () => {
  expect(holidayOn(italianHolidays, "2026-12-08")).not.toBeNull();
  const times = ["2026-12-08T10:00", "2026-12-09T10:00", "2026-08-12T10:00"];
  expect(states(2026, "Lun-Ven 9:00-18:00", "agosto e festivi", times)).toEqual([shut, open, shut]);
});
