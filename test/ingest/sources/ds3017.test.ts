import { readFileSync } from "node:fs";
import type { GeoPoint } from "../../../src/domain/geo/point";
import type { Centre } from "../../../src/domain/places/centre";
import { currentKindCode } from "../../../src/domain/places/centre";
import type { Service } from "../../../src/domain/services/service";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { equipmentOf } from "../../support/equipment-of";
import { mappedRow, ownSource } from "../../support/own-source";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import { centreCells, middleOf } from "../../support/synthetic-city";

const ds3017 = ownSource("ds3017");

const noBoundary: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };

/** The nine squares of the synthetic city. */
const squares: MappingContext = {
  areaCodesAt({ latitude, longitude }: GeoPoint) {
    const [column, row] = [Math.floor((longitude - 9) * 50), Math.floor((latitude - 45) * 50)];
    const inside = column >= 0 && column < 3 && row >= 0 && row < 3;
    return inside ? [`municipio:${row * 3 + column + 1}`, `nil:${row * 3 + column + 1}`] : [];
  },
  levelsWithBoundary: new Set(["DISTRICT", "NEIGHBOURHOOD"] as const),
};

function mapped(over: Record<string, string>, context: MappingContext = squares) {
  const { records, problems } = ds3017.map(mappedRow(centreCells(over)), context);
  const centres = records.filter(({ type }) => type === "centre");
  expect(centres).toHaveLength(1);
  return { centre: centres[0]!.record as Centre, problems };
}
const at = ({ latitude, longitude }: GeoPoint) => ({
  LONG_X_4326: String(longitude),
  LAT_Y_4326: String(latitude),
  Location: `(${latitude}, ${longitude})`,
});

test("imports the row word for word", () => {
  const { centre, problems } = mapped({});
  expect(problems).toEqual([]);
  expect(centre).toMatchObject({
    code: "ds3017:1",
    name: "Casa Sintetica",
    alternateName: null,
    status: "ACTIVE",
    address: { streetAddress: "Via Inventata, 1", locality: "Milano", postalCode: null, country: "IT" },
    position: middleOf(5),
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
    declaredAreaCode: "municipio:5",
    openingHoursText: "Lun 9:00-12:00, Mer 14:30-18:30",
    closuresText: "02-giu",
    activities: "carte",
    notes: null,
    externalIdentifiers: [{ scheme: "ds3017", value: "1" }],
    sourceCodes: ["ds3017"],
  });
  expect(currentKindCode(centre)).toBe("centre-kind:CASA_DI_QUARTIERE");
});

test("reads hours and closures as rows of the summer of the file", () => {
  const { centre } = mapped({});
  const rows = centre.openingRules!.schedules.map((s) => [
    s.byday,
    s.opensAt,
    s.closesAt,
    s.validFrom,
    s.isException,
  ]);
  expect(rows).toEqual([
    [["MO"], "09:00", "12:00", null, null],
    [["WE"], "14:30", "18:30", null, null],
    [["MO", "TU", "WE", "TH", "FR", "SA", "SU"], null, null, "2026-06-02", "CLOSED"],
  ]);
  expect(mapped({ "Orari di apertura": "", "Periodo di chiusura": "" }).centre.openingRules).toBeNull();
});

test("keeps hours that it does not understand, and reports them; unknown hours are not a problem", () => {
  const { centre, problems } = mapped({
    "Orari di apertura": "Lun 14:3 -18:30, Mar 9:00-12:00. A settimane alterne.",
    "Periodo di chiusura": "ND",
  });
  expect(problems.length).toBeGreaterThan(0);
  expect(
    problems.every(({ rule, severity }) => rule === "HOURS_NOT_UNDERSTOOD" && severity === "WARNING"),
  ).toBe(true);
  expect(problems.map(({ value }) => value).join(" ")).toMatch(/14:3 -18:30.*settimane alterne/s);
  expect(centre.openingRules?.unparsed).toContainEqual(
    expect.objectContaining({ text: "ND", about: "CLOSURES" }),
  );
});

test("distinguishes yes, no and unknown", () => {
  const { centre } = mapped({ Wifi: "", Giardino: " SI " });
  expect(equipmentOf(centre, "AIR_CONDITIONING")).toBe("YES");
  expect(equipmentOf(centre, "BAR")).toBe("NO");
  expect(equipmentOf(centre, "WIFI")).toBe("UNKNOWN");
  expect(equipmentOf(centre, "GARDEN")).toBe("YES");
});

test("an answer that is neither yes nor no is unknown and reported", () => {
  const { centre, problems } = mapped({ Wifi: "forse" });
  expect(equipmentOf(centre, "WIFI")).toBe("UNKNOWN");
  expect(problems).toEqual([
    expect.objectContaining({ rule: "NOT_YES_OR_NO", severity: "ERROR", column: "Wifi", value: "forse" }),
  ]);
});

test("never concludes step-free access from a column that does not state it", () => {
  for (const answer of ["si", "no"]) {
    const [access] = mapped({ "Barriere Architettoniche": answer }).centre.accessibility;
    expect(access).toMatchObject({ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN" });
    expect(access!.note!.it).toContain(`"Barriere Architettoniche: ${answer}"`);
  }
  expect(mapped({ "Barriere Architettoniche": "" }).centre.accessibility).toEqual([]);
});

test.each([
  ["Romana - Vigentina (ex CAM)", "Romana - Vigentina", "CAM"],
  ["Saponaro (CAM)", "Saponaro", "CAM"],
  ["Sant'Uguzzone (CSRC)", "Sant'Uguzzone", "CSRC"],
  ["Cassina Anna - EX CSRC", "Cassina Anna", "CSRC"],
])("reads the former kind out of %j", (original, name, kind) => {
  const { centre } = mapped({ "Nome Sede": original });
  expect(centre).toMatchObject({ name, alternateName: original });
  expect(centre.kindHistory).toEqual([
    expect.objectContaining({ kindCode: `centre-kind:${kind}`, validFrom: null, assertedOn: "2026-09-25" }),
    expect.objectContaining({ kindCode: "centre-kind:CASA_DI_QUARTIERE", assertedOn: "2026-09-25" }),
  ]);
});

test.each(["Campus", "San Paolino", "Casa (CAMpo)"])("does not change the name %j", (name) => {
  expect(mapped({ "Nome Sede": name }).centre).toMatchObject({ name, alternateName: null });
});

test("uses the declared Municipio if no boundary is loaded", () => {
  const { centre, problems } = mapped({}, noBoundary);
  expect(centre.areaCodes).toEqual(["comune:015146", "municipio:5"]);
  expect(centre.position).toEqual(middleOf(5));
  expect(problems).toEqual([]);
});

test("keeps the declared Municipio if only boundaries of NIL are loaded", () => {
  const context = { areaCodesAt: () => ["nil:5"], levelsWithBoundary: new Set(["NEIGHBOURHOOD"] as const) };
  const { centre, problems } = mapped({}, context);
  expect(centre.areaCodes).toEqual(["comune:015146", "municipio:5", "nil:5"]);
  expect(problems).toEqual([]);
});

test("warns of a point outside the declared Municipio, and uses the point", () => {
  const { centre, problems } = mapped({ Municipio: "Municipio 4" });
  expect(problems).toEqual([
    expect.objectContaining({
      rule: "AREA_MISMATCH",
      severity: "WARNING",
      column: "Municipio",
      value: "Municipio 4",
    }),
  ]);
  expect(centre).toMatchObject({
    declaredAreaCode: "municipio:4",
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
  });
});

test("keeps a centre without a position if its point is outside the city", () => {
  const { centre, problems } = mapped(at({ latitude: 44.5, longitude: 11.3 }));
  expect(problems).toEqual([
    expect.objectContaining({ rule: "POINT_OUTSIDE_CITY", severity: "ERROR", value: "11.3; 44.5" }),
  ]);
  expect(problems[0]!.message).not.toContain("swapped");
  expect(centre).toMatchObject({ position: null, areaCodes: ["comune:015146", "municipio:5"] });
});

test("reports that latitude and longitude are swapped", () => {
  const { latitude, longitude } = middleOf(5);
  const { centre, problems } = mapped(at({ latitude: longitude, longitude: latitude }));
  expect(problems).toEqual([expect.objectContaining({ rule: "POINT_OUTSIDE_CITY" })]);
  expect(problems[0]!.message).toContain("Latitude and longitude are swapped");
  expect(centre.position).toBeNull();
});

test("warns if Location is another point, or the same one swapped", () => {
  const { latitude, longitude } = middleOf(5);
  const other = mapped({ Location: "(45.04, 9.04)" });
  expect(other.centre.position).toEqual(middleOf(5));
  expect(other.problems).toEqual([
    expect.objectContaining({ rule: "COORDINATES_DISAGREE", severity: "WARNING" }),
  ]);
  expect(other.problems[0]!.message).not.toContain("swapped");
  expect(mapped({ Location: `(${longitude}, ${latitude})` }).problems[0]!.message).toContain("swapped");
});

test.each([
  ["9,03", "45.03"],
  ["9.03", "nord"],
  ["9.03", ""],
  ["9.03", "145.03"],
])("reports the coordinates %j and %j", (LONG_X_4326, LAT_Y_4326) => {
  const { centre, problems } = mapped({ LONG_X_4326, LAT_Y_4326 });
  expect(problems).toEqual([expect.objectContaining({ rule: "NOT_A_COORDINATE", severity: "ERROR" })]);
  expect(centre).toMatchObject({ position: null, areaCodes: ["comune:015146", "municipio:5"] });
});

test("a centre without coordinates has no position and no problem", () => {
  const { centre, problems } = mapped({ LONG_X_4326: "", LAT_Y_4326: "", Location: "" });
  expect(problems).toEqual([]);
  expect(centre.position).toBeNull();
});

test("reports a Municipio that does not exist", () => {
  const { centre, problems } = mapped({ Municipio: "Municipio 12" });
  expect(problems).toEqual([expect.objectContaining({ rule: "UNKNOWN_AREA", value: "Municipio 12" })]);
  expect(centre).toMatchObject({
    declaredAreaCode: null,
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
  });
});

test.each([
  ["id", "abc"],
  ["id", ""],
  ["Nome Sede", "  "],
])("rejects a row whose %s is %j", (column, value) => {
  const { records, problems } = ds3017.map(mappedRow(centreCells({ [column]: value })), squares);
  expect(records).toEqual([]);
  expect(problems).toEqual([expect.objectContaining({ rule: "NOT_A_CODE", severity: "ERROR", column })]);
});

testWithSharedData(
  "activities of a centre are a recreation service there, in the form that the file gives",
  async () => {
    const text = readFileSync(sharedData("centres/ds3017_case_di_quartiere.csv")!, "utf8");
    const source = ds3017 as unknown as Source;
    const { records } = mapRows(source, await readRows(source.format, text), noBoundary);
    const services = records.filter(({ type }) => type === "service").map(({ record }) => record as Service);
    expect(services).toHaveLength(30);
    expect(records.filter(({ type }) => type === "serviceAtLocation")).toHaveLength(30);
    expect(services.find(({ code }) => code === "ds3017:58")).toMatchObject({
      description: { it: "carte, lettura, tombola, ballo, ginnastica" },
      careDomains: ["RECREATION"],
      minimumAge: null,
      freeOfCharge: "UNKNOWN",
      status: "ACTIVE",
    });
  },
);
