import { rm } from "node:fs/promises";
import { runIngest } from "../../../src/ingest/run/run";
import { startHub, type TestHub } from "../../support/hub";
import { featureCollection, folderWith, municipio, nil } from "../../support/synthetic-city";

const mapping = `
source:
  code: hf-hours
  title: Orari
  publisher: Comune Sintetico
  licence: CC BY 4.0
  rights: { it: Inventato per una prova }
  modified: 2026-05-01
  synthetic: true
file: { path: orari.csv, format: csv, delimiter: ";", mode: FULL }
key: { column: codice }
terms:
  - { code: "centre-kind:PROVA", name: { it: Prova, en: Test } }
records:
  - type: centre
    name: { column: nome }
    kinds: [ { term: { constant: "centre-kind:PROVA" } } ]
    areas: { always: ["comune:015146"] }
    hours: { column: orari, closures: chiusure, timezone: Europe/Rome }
`;

const rows = [
  ["h01", "Lun/Ven 9:00-18:00", ""],
  ["h03", "Mar-Ott 9:00-19:00; Nov-Feb 9:00-17:00", ""],
  ["h04", "Tutti i giorni escluso lunedì 10:00-18:00", ""],
  ["h07", "Lun-Ven 9:00-18:00; dal 1 luglio al 31 agosto: Lun-Ven 8:00-13:00", ""],
  ["h08", "Venerdì-Martedì 9:00-12:00", ""],
  ["h21", "Lun-Ven 9:00-12:00", "Agosto"],
  ["h25", "Mar-Oct: Mo-Su 09:00-19:00", ""],
  ["h26", "Lun-Ven 9:00-12:00 a settimane alterne", ""],
];

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await startHub();
  folder = await folderWith({
    "ds379_municipi_label.geojson": featureCollection([municipio(1)]),
    "ds964_nil_wm.geojson": featureCollection([nil(1)]),
    "orari.csv": [
      "codice;nome;orari;chiusure",
      ...rows.map(([code, hours, shut]) => `${code};L ${code};"${hours}";${shut}`),
    ].join("\n"),
    "orari.mapping.yaml": mapping,
  });
  await runIngest({ table: hub.table, folder, now: "2026-11-22T10:00:00.000Z", demo: true });
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ["h01", "2026-12-15T10:00:00+01:00", "OPEN", "WEEKLY_HOURS_CLOSURES_NOT_STATED"],
  ["h03", "2026-07-15T10:00:00+02:00", "UNKNOWN", "HOURS_UNREADABLE"],
  ["h04", "2026-12-14T11:00:00+01:00", "CLOSED", "OUTSIDE_WEEKLY_HOURS"],
  ["h07", "2026-07-15T16:00:00+02:00", "CLOSED", "OUTSIDE_WEEKLY_HOURS"],
  ["h07", "2027-07-14T16:00:00+02:00", "UNKNOWN", "NO_HOURS_FOR_DATE"],
  ["h08", "2026-12-19T10:00:00+01:00", "OPEN", "WEEKLY_HOURS_CLOSURES_NOT_STATED"],
  ["h21", "2026-08-12T10:00:00+02:00", "CLOSED", "STATED_CLOSURE"],
  ["h21", "2027-08-11T10:00:00+02:00", "UNKNOWN", "CLOSURE_UNREADABLE"],
  ["h25", "2026-07-15T10:00:00+02:00", "OPEN", "WEEKLY_HOURS_CLOSURES_NOT_STATED"],
  ["h26", "2026-12-14T10:00:00+01:00", "UNKNOWN", "TEXT_UNREADABLE"],
])("a centre of a file, %s at %s: %s", async (code, at, state, reason) => {
  const { data } = await hub.ask<{ centre: { isOpenAt: object } }>(
    `query ($code: String!, $at: DateTime!) { centre(code: $code) { isOpenAt(at: $at) { state reason } } }`,
    { code: `hf-hours:${code}`, at },
  );
  expect(data!.centre.isOpenAt).toEqual({ state, reason });
});
