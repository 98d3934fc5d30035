import { exitCode, type IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { startPreparedHub } from "../../support/prepared-hub";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import {
  folderWith,
  officeCells,
  offices,
  population,
  profileCells,
  syntheticFiles,
} from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

// Faults from the README of the shared files and the research (domain.md, section 9), one row each: the fault, the source
// and rule that report it, and its place. A fault that only the note of a record reports has its own test.

const now = "2026-11-22T10:00:00.000Z";
let table: Table;
let report: IngestReport;

beforeAll(async () => {
  if (sharedData(".") === null) return;
  ({ table, report } = await startPreparedHub());
});

const filesAndRows: readonly (readonly [source: string, file: string, rows: number])[] = [
  ["ds379", "boundaries/ds379_municipi_label.geojson", 9],
  ["ds964", "boundaries/ds964_nil_wm.geojson", 88],
  ["mef-income-cap", "fragility/mef_irpef_cap_milano_2019_2021.csv", 114],
  ["omi-prices", "fragility/omi_quotazioni_medie_milano_2019_2025.csv", 524],
  ["cap-nil-hints", "fragility/cap_nil_hint_from_pharmacies.csv", 116],
  ["ds205", "population/ds205_nil_demografia_2011_2016_2020_2024.csv", 356],
  ["ds205-2012-2023", "population/ds205_nil_demografia_2012_2015_2017_2019_2021_2023.csv", 887],
  ["ds205-profile-2021", "population/ds205_nil_profilo_2021.csv", 88],
  ["ds2811", "fragility/ds2811_ds2812_ds2813_caldo_verde_nil_2024.csv", 88],
  ["ds3017", "centres/ds3017_case_di_quartiere.csv", 34],
  ["ds41", "services/ds41_biblioteche_archivi.csv", 232],
  ["ds501", "services/ds501_farmacie_conteggi_per_nil.csv", 88],
  ["istat-demography", "fragility/istat_indicatori_demografici_milano_2002_2025.csv", 536],
  ["mef-income", "fragility/mef_redditi_contribuenti_milano.csv", 204],
  ["milano-case-comunita", "centres/case_della_comunita_milano.csv", 22],
  ["milano-csrc-cam", "centres/csrc_cam_milano.csv", 31],
  ["milano-miovernet", "strategy/miovernet_fatti.csv", 30],
  ["milano-spazi-wemi", "centres/spazi_wemi_milano.csv", 18],
  ["nil-municipio-overlap", "boundaries/nil_municipio_overlap_derived.csv", 105],
  ["ds1303", "services/ds1303_servizio_sociale_territoriale_sedi.csv", 19],
  ["milano-services", "services/milano_servizi_fragilita.csv", 53],
  ["milano-terzo-settore", "partners/terzo_settore_milano.csv", 46],
  ["mef-income-classes", "fragility/mef_classi_reddito_milano.csv", 96],
  ["istat-census-2011", "census/istat2011_sezioni_milano_nil.csv", 6093],
];

testWithSharedData("reads as many rows of each file as its README counts, and rejects none", () => {
  const imported = report.sources.filter(({ status }) => status === "IMPORTED");
  expect(imported.map(({ source, file, rows }) => [source, file, rows.read])).toEqual(filesAndRows);
  expect(imported.reduce((sum, { rows }) => sum + rows.rejected, 0)).toBe(0);
  expect(exitCode(report)).toBe(0);
});

type Fault = readonly [fault: string, source: string, rule: string, lines: readonly (number | null)[]];

const inTheFiles: readonly Fault[] = [
  ["the row N.D. is no NIL", "ds205", "NOT_AN_AREA", [46, 135, 224, 357]],
  ["one blank cell (Quintosole, 2020); N.D. without residents", "ds205", "EMPTY_CELL", [224, 248, 357]],
  [
    "more births with a foreign parent than births (2020); N.D. counts others and no resident",
    "ds205",
    "TOTAL_DIFFERS",
    [46, 135, 248, 250],
  ],
  [
    "no row N.D. in 2013, 2017, 2018; N.D. is no NIL, of seven years",
    "ds205-2012-2023",
    "NOT_AN_AREA",
    [null, null, null, 46, 223, 312, 577, 666, 799, 888],
  ],
  ["2017: births with a foreign parent repeat births", "ds205-2012-2023", "COLUMNS_REPEATED", [null]],
  [
    "no 65+ in NIL 8 (2017, 2023), no immigrants (2023); N.D. blank (2019, 2021, 2022, 2023)",
    "ds205-2012-2023",
    "EMPTY_CELL",
    [410, 577, 666, 799, 853, 853, 888],
  ],
  [
    "N.D. 2012 has 99 births and no resident (2014, 2015: 1); parts above their whole: NIL 8 and 9 (2017), 39 and 40 (2019, 2021), 88 and 84 (2023)",
    "ds205-2012-2023",
    "TOTAL_DIFFERS",
    [46, 223, 312, 410, 411, 601, 603, 690, 692, 848, 852],
  ],
  ["29 empty classes of income, suppressed by the ministry", "mef-income-cap", "EMPTY_CELL", [null]],
  ["the NIL of a zone are matched by hand", "omi-prices", "NOT_AN_AREA", [null]],
  ["hours that nobody can be sure of", "ds3017", "HOURS_NOT_UNDERSTOOD", [17, 22, 30, 30, 30, 30, 30, 30]],
  ["hours that fall wholly in closures", "ds3017", "HOURS_WHILE_CLOSED", [5, 29]],
  ["four offices without a point", "ds1303", "EMPTY_CELL", [7, 15, 17, 20]],
  ["Via Cesare Brivio 4 has a point in Municipio 8", "ds1303", "AREA_MISMATCH", [18]],
  ["phones lack the leading zero", "ds41", "PHONE_WITHOUT_PREFIX", [null]],
  [
    "libraries whose zone is not that of their point",
    "ds41",
    "AREA_MISMATCH",
    [8, 27, 92, 107, 126, 130, 140, 148, 195],
  ],
  [
    "hours of services that nobody can be sure of",
    "milano-services",
    "HOURS_NOT_UNDERSTOOD",
    [4, 11, 11, 12, 14, 23, 30, 37, 37, 37, 46, 46, 49],
  ],
  ["former centres that agree with no other for certain", "milano-csrc-cam", "EMPTY_CELL", [null]],
  ["WeMi spaces without a known seat", "milano-spazi-wemi", "EMPTY_CELL", [null]],
  ["two minimum ages that are no rule", "milano-services", "NOT_HELD", [null, null]],
  [
    "services without a current status, and without an organisation",
    "milano-services",
    "EMPTY_CELL",
    [null, null],
  ],
  ["facts that stand in the strategy itself", "milano-miovernet", "NOT_HELD", [null, null, null, null]],
  ["public partners, and a group of 29 without names", "milano-terzo-settore", "NOT_HELD", [null, null]],
  ["roles without a date, and no legal form", "milano-terzo-settore", "EMPTY_CELL", [null, null]],
  ["old zones that are no Municipi", "milano-terzo-settore", "NOT_AN_AREA", [null]],
  ["no share of foreigners without residents (NIL 8)", "ds205-profile-2021", "EMPTY_CELL", [9]],
  ["sections without a NIL", "istat-census-2011", "NOT_AN_AREA", [null]],
  ["NIL names of the older layer", "istat-census-2011", "AREA_NAME_DOUBTFUL", Array(16).fill(null)],
  ["sections that stand twice", "istat-census-2011", "DUPLICATE", Array(7).fill(null)],
  ["a section whose key lost a digit", "istat-census-2011", "NOT_A_CODE", [1650]],
];

testWithSharedData("finds each known fault of the files by name", () => {
  const found = inTheFiles.map(([fault, source, rule]): Fault => {
    const { problems } = report.sources.find((each) => each.source === source)!;
    return [fault, source, rule, problems.filter((each) => each.rule === rule).map(({ line }) => line)];
  });
  expect(found).toEqual(inTheFiles);
});

testWithSharedData(
  "finds nothing else but the sixteen libraries that have no number and no zone, and a centre that the starter has as another kind",
  () => {
    const known = new Set(inTheFiles.map(([, source, rule]) => `${source} ${rule}`));
    const others = report.sources.flatMap(({ problems }) =>
      problems.filter(({ source, rule }) => !known.has(`${source} ${rule}`)),
    );
    const kinds = others.map(({ source, rule, column, severity }) =>
      [source, rule, column, severity].join(" "),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        "ds41 EMPTY_CELL id NOTICE",
        "ds41 EMPTY_CELL zona NOTICE",
        "milano-csrc-cam KINDS_DISAGREE kind NOTICE",
      ]),
    );
    expect(others).toHaveLength(33);
  },
);

testWithSharedData("keeps as unknown, with a note, what the files say in doubtful words", async () => {
  const { centres, observations, serviceListings, servicesAtLocation } = tableRepositories(table);
  const [centre, library] = await centres.byCodes(["ds3017:25", "ds41:1"]);
  // "Barriere Architettoniche" and "disabili": nobody says what a yes means.
  for (const either of [centre!, library!])
    expect(either.accessibility).toMatchObject([
      { availability: "UNKNOWN", note: { en: expect.any(String) } },
    ]);
  expect(library!.kindHistory).toMatchObject([{ assertedOn: "2007", validFrom: null }]);
  const [listing] = await serviceListings.byCodes(["ds1303:sspt"]);
  const offices = await servicesAtLocation.byCodes(listing!.locationCodes);
  expect(offices.filter((office) => office!.openingHoursNote !== null)).toHaveLength(19);
  const [heat, pharmacies, named] = await observations.byKeys([
    { indicatorCode: "green_index", areaCode: "nil:8", period: "2024-07" },
    { indicatorCode: "pharmacies", areaCode: "comune:015146", period: "2026" },
    { indicatorCode: "census_2011_residents", areaCode: "nil:42", period: "2011" },
  ]);
  expect(heat!.note!.en).toMatch(/^Mean of the cells in the NIL; the lowest is/);
  expect(pharmacies).toMatchObject({ value: 422, note: { en: expect.stringMatching(/no date/) } });
  expect(named).toMatchObject({ status: "ESTIMATED", note: { en: expect.stringMatching(/2009/) } });
});

testWithSharedData(
  "never merges series that count otherwise, and keeps those of no NIL in the total",
  async () => {
    const city = async (indicatorCode: string, period: string) => {
      const key = { indicatorCode, areaCode: "comune:015146", period };
      return (await tableRepositories(table).observations.byKeys([key]))[0]!.value;
    };
    expect(await city("residents", "2011")).toBe(1_341_830);
    expect(await city("census_2011_residents", "2011")).toBe(1_242_123);
    expect(await city("census_2011_employed", "2011")).toBe(550_946);
    expect(await city("profile_residents", "2021")).toBe(1_386_285);
    expect(await city("istat_share_65plus", "2025")).toBe(23.2);
  },
);

/** What a single file is imported beside. */
const boundaries = {
  "ds379_municipi_label.geojson": syntheticFiles["ds379_municipi_label.geojson"],
  "ds964_nil_wm.geojson": syntheticFiles["ds964_nil_wm.geojson"],
};

test("the synthetic sample of HSDS is left out by default, and on request reports its problems", async () => {
  const sample = "organization_full.json";
  const folder = await folderWith({ ...boundaries, [sample]: syntheticFiles[sample] });
  const imported = async (over: object) =>
    (await runIngest({ table: await startTable(), folder, now, ...over })).sources.find(
      ({ source }) => source === "hsds-samples",
    );
  expect(await imported({})).toMatchObject({ status: "LEFT_OUT", rows: { read: 0 } });
  expect(await imported({ demo: true })).toMatchObject({ status: "IMPORTED", rows: { read: 1 } });
  expect(await imported({ only: ["hsds-samples"] })).toMatchObject({ status: "IMPORTED" });
  expect(await imported({ only: ["ds964"] })).toBeUndefined();
});

/** SYNTHETIC rows with faults of the published originals that our extracts do not have. */
const notInTheFiles: readonly (readonly [
  fault: string,
  file: string,
  text: string,
  rule: string,
  code: string,
])[] = [
  [
    "births with a foreign parent repeat births (2017)",
    "ds205_dati_quartieri_2011_2024_.csv",
    population()
      .replaceAll("2024;", "2017;")
      .split("\n")
      .map((line) => line.replace(";7;3;1;9;", ";7;3;7;9;"))
      .join("\n"),
    "COLUMNS_REPEATED",
    "births_foreign_parent",
  ],
  [
    "surfaces of NIL 5, 6 and 7 exchanged",
    "ds205_nil_profilo_2021.csv",
    [profileCells(), profileCells({ id_nil: "2", area_km2: "34,95" })]
      .map((cells) => Object.values(cells).join(";"))
      .reduce((text, line) => `${text}${line}\n`, `${Object.keys(profileCells()).join(";")}\n`),
    "SURFACE_DIFFERS",
    "nil:2",
  ],
  [
    "latitude and longitude exchanged",
    "ds1303_servizio_sociale_territoriale_sedi.csv",
    offices(officeCells({ lat: "9.03", lon: "45.03" })),
    "POINT_OUTSIDE_CITY",
    "ds1303:via-inventata-3",
  ],
];

test.each(notInTheFiles)("survives and reports: %s", async (_fault, file, text, rule, code) => {
  const folder = await folderWith({ ...boundaries, [file]: text });
  const { sources } = await runIngest({ table: await startTable(), folder, now });
  const problems = sources.flatMap((source) => source.problems.filter((each) => each.rule === rule));
  expect(problems.map(({ about }) => about!.code)).toEqual([code]);
});
