import { census2011 } from "../../../cities/milano/census-2011.source";
import type { Observation } from "../../../src/domain/indicators/observation";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { profileCells, sectionCells } from "../../support/synthetic-city";

const ds205Profile = ownSource("ds205-profile-2021");
const ds501 = ownSource("ds501");

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };
const mapped = (source: unknown, rows: readonly Record<string, string>[], context = nowhere) =>
  mapRows(
    source as Source,
    { rows: rows.map((cells, i) => ({ line: i + 2, cells }) as never), unreadable: 0, problems: [] },
    context,
  );
const valuesOf = ({ records }: ReturnType<typeof mapped>, indicator: string) =>
  records
    .map(({ record }) => record as Observation)
    .filter(({ indicatorCode }) => indicatorCode === indicator)
    .map(({ areaCode, value, status }) => [areaCode, value, status]);
const rulesOf = ({ problems }: ReturnType<typeof mapped>) =>
  problems.map(({ severity, rule, column, line }) => [severity, rule, column, line]);
const pharmacies = (...counts: readonly string[]) =>
  counts.map((farmacie, i) => ({ id_nil: String(i + 1), farmacie }));
const all = (farmacie: string) => pharmacies(...Array.from({ length: 88 }, () => farmacie));

test("pharmacies of all NIL give the value of the city, and 0 is a value too", () => {
  const found = mapped(ds501, [...all("2").slice(0, 87), { id_nil: "88", farmacie: "0" }]);
  expect(valuesOf(found, "pharmacies").slice(-2)).toEqual([
    ["nil:88", 0, "NORMAL"],
    ["comune:015146", 174, "NORMAL"],
  ]);
  expect(found.problems).toEqual([]);
  const notes = found.records.map(({ record }) => (record as Observation).note?.en);
  expect(new Set(notes)).toEqual(new Set([expect.stringMatching(/^The source states no date/)]));
});

test("without all NIL the value of the city is a lower bound that names the missing ones", () => {
  const found = mapped(ds501, [...all("2").slice(0, 86), { id_nil: "87", farmacie: "" }]);
  const city = found.records.at(-1)!.record as Observation;
  expect(city).toMatchObject({ value: 172, status: "PROVISIONAL", coverage: { expected: 88, present: 86 } });
  expect(city.note!.en).toBe("Sum without 2 NIL that the source does not give: 87, 88.");
  expect(rulesOf(found)).toEqual([["WARNING", "EMPTY_CELL", "farmacie", 88]]);
});

test.each(["0", "89", "DUOMO", ""])("rejects a row of the NIL %j: rows are joined by number", (id_nil) => {
  expect(rulesOf(mapped(ds501, [{ id_nil, farmacie: "1" }]))).toEqual([
    ["ERROR", "UNKNOWN_AREA", "id_nil", 2],
  ]);
  expect(mapped(ds205Profile, [profileCells({ id_nil })]).rejected.size).toBe(1);
});

test("the profile gives its own series, and sums only counts", () => {
  const found = mapped(ds205Profile, [profileCells()]);
  expect(valuesOf(found, "profile_residents")).toEqual([
    ["nil:5", 100, "NORMAL"],
    ["comune:015146", 100, "PROVISIONAL"],
  ]);
  expect(valuesOf(found, "profile_foreign_share")).toEqual([["nil:5", 21.5, "NORMAL"]]);
  expect(valuesOf(found, "profile_density")).toEqual([["nil:5", 28.6, "NORMAL"]]);
  expect(found.problems).toEqual([]);
});

test("an invalid cell affects only its own value", () => {
  const over = { densita_abitanti_km2: "28,6", morti: "ND", nati_vivi: "sei", pct_stranieri: "" };
  const found = mapped(ds205Profile, [profileCells(over)]);
  for (const code of ["profile_density", "profile_deaths", "profile_births", "profile_foreign_share"])
    expect(valuesOf(found, code)[0]).toEqual(["nil:5", null, "MISSING"]);
  expect(valuesOf(found, "profile_residents")[0]).toEqual(["nil:5", 100, "NORMAL"]);
  expect(rulesOf(found)).toEqual([
    ["ERROR", "NOT_A_COUNT", "nati_vivi", 2],
    ["WARNING", "EMPTY_CELL", "morti", 2],
    ["WARNING", "EMPTY_CELL", "pct_stranieri", 2],
    ["ERROR", "NOT_AN_INDEX", "densita_abitanti_km2", 2],
  ]);
});

test("the surface of another NIL is reported with its name, and a small difference is not", () => {
  const surfacesKm2 = new Map([
    ["nil:5", 1.13],
    ["nil:16", 3.0],
    ["nil:71", 4.3],
  ]);
  const rows = (...surfaces: readonly string[]) =>
    ["5", "16", "71"].map((id_nil, i) => profileCells({ id_nil, area_km2: surfaces[i]! }));
  expect(mapped(ds205Profile, rows("1.135", "3.001", "4.29"), { ...nowhere, surfacesKm2 }).problems).toEqual(
    [],
  );
  const swapped = mapped(ds205Profile, rows("3,0", "4,3", "1,13"), { ...nowhere, surfacesKm2 });
  expect(
    swapped.problems.map(({ rule, line, about, message }) => [rule, line, about!.code, message]),
  ).toEqual([
    ["SURFACE_DIFFERS", 2, "nil:5", expect.stringContaining("The stated one is that of nil:16.")],
    ["SURFACE_DIFFERS", 3, "nil:16", expect.stringContaining("The stated one is that of nil:71.")],
    ["SURFACE_DIFFERS", 4, "nil:71", expect.stringContaining("The stated one is that of nil:5.")],
  ]);
});

test("sections are summed by certain names, and all of them for the city", () => {
  const found = mapped(census2011, [
    sectionCells({ NIL: "MAGENTA - S. VITTORE" }),
    sectionCells({ SEZ2011: "151460000002", NIL: "MAGENTA - S.VITTORE", P1: "-" }),
    sectionCells({ SEZ2011: "151460000003", NIL: "S. SIRO" }),
    sectionCells({ SEZ2011: "151460000004", NIL: "-" }),
    sectionCells({ SEZ2011: "151460000004", NIL: "ALTROVE" }),
    sectionCells({ SEZ2011: "15146000005" }),
  ]);
  expect(valuesOf(found, "census_2011_residents")).toEqual([
    ["nil:7", 10, "ESTIMATED"],
    ["nil:1", 10, "ESTIMATED"],
    ["comune:015146", 50, "NORMAL"],
  ]);
  expect(valuesOf(found, "census_2011_buildings_3_storeys").at(-1)).toEqual(["comune:015146", 12, "NORMAL"]);
  expect(found.problems.map(({ severity, rule, line, value }) => [severity, rule, line, value])).toEqual([
    ["NOTICE", "NOT_AN_AREA", null, "-"],
    ["WARNING", "AREA_NAME_DOUBTFUL", null, "S. SIRO"],
    ["WARNING", "AREA_NAME_DOUBTFUL", null, "ALTROVE"],
    ["WARNING", "DUPLICATE", null, "151460000004"],
    ["WARNING", "NOT_A_CODE", 7, "15146000005"],
  ]);
  expect(found.rejected.size).toBe(0);
});

test("a NIL without a section with a value has no value, not 0", () => {
  const found = mapped(census2011, [sectionCells({ P1: "-" }), sectionCells({ P1: "zero", NIL: "BRERA" })]);
  expect(valuesOf(found, "census_2011_residents")).toEqual([
    ["nil:1", null, "MISSING"],
    ["nil:2", null, "MISSING"],
    ["comune:015146", null, "MISSING"],
  ]);
});
