import { readFileSync } from "node:fs";
import type { GeoPoint } from "../../../src/domain/geo/point";
import type { Centre } from "../../../src/domain/places/centre";
import type { Service } from "../../../src/domain/services/service";
import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import type { CsvRow } from "../../../src/ingest/formats/csv";
import type { Format, MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { mappedRow, ownSource } from "../../support/own-source";
import { readRows } from "../../support/read-rows";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import { middleOf, officeCells } from "../../support/synthetic-city";

const ds1303 = ownSource("ds1303");

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
  const { records, problems } = ds1303.map(mappedRow(officeCells(over)), context);
  expect(records.map(({ type }) => type)).toEqual(["centre", "serviceAtLocation"]);
  const [centre, location] = records.map(({ record }) => record) as unknown as [Centre, ServiceAtLocation];
  return { centre, location, problems };
}

/** All that comes of a file with these rows. */
function mappedFile(...rows: readonly Record<string, string>[]) {
  const read = rows.map((over, i) => ({ line: i + 2, cells: officeCells(over) }));
  const result = mapRows(ds1303 as Source, { rows: read, unreadable: 0, problems: [] }, squares);
  const service = result.records.find(({ type }) => type === "service")?.record as Service | undefined;
  return { ...result, service };
}

const at = ({ latitude, longitude }: GeoPoint) => ({ lat: String(latitude), lon: String(longitude) });

const mondayMorning = {
  validFrom: null,
  validTo: null,
  freq: "WEEKLY",
  byday: ["MO"],
  opensAt: "09:00",
  closesAt: "12:00",
  timezone: "Europe/Rome",
  isException: null,
  rawText: "Lun 9:00-12:00",
  parseConfidence: "CERTAIN",
};

test("gives a centre and a place of the one service for a row", () => {
  const { centre, location, problems } = mapped({});
  expect(problems).toEqual([]);
  expect(centre).toMatchObject({
    code: "ds1303:via-inventata-3",
    name: "Servizio Sociale Municipio 5",
    kindHistory: [{ kindCode: "centre-kind:SSPT_OFFICE", assertedOn: "2026-05-08", sourceCode: "ds1303" }],
    status: "ACTIVE",
    address: { streetAddress: "Via Inventata 3", locality: "Milano", postalCode: null, country: "IT" },
    position: middleOf(5),
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
    declaredAreaCode: "municipio:5",
    openingHoursText: null,
    sourceCodes: ["ds1303"],
  });
  expect(location).toEqual({
    code: "ds1303:sspt:via-inventata-3",
    serviceCode: "ds1303:sspt",
    centreCode: "ds1303:via-inventata-3",
    description: { it: "solo su appuntamento", en: "By appointment only" },
    phones: [{ number: "020202", note: { it: "tasti 4-1", en: null } }],
    openingHoursText: "Lun 9:00-12:00",
    openingRules: { schedules: [mondayMorning], unparsed: [], closuresKnown: false },
    capacity: [],
    openingHoursNote: null,
    sourceCodes: ["ds1303"],
  });
});

test("a description missing in the mapping has no English", () => {
  expect(mapped({ note: "Secondo piano" }).location.description).toEqual({ it: "Secondo piano", en: null });
  expect(mapped({ note: "Solo  accesso telefonico" }).location.description?.en).toBe("By telephone only");
});

testWithSharedData("every description of the published file has its English", async () => {
  const text = readFileSync(sharedData("services/ds1303_servizio_sociale_territoriale_sedi.csv")!, "utf8");
  const { rows } = await readRows(ds1303.format as Format<CsvRow>, text);
  const notes = rows.map(({ cells }) => cells.note!);
  expect(notes).toHaveLength(19);
  expect(notes.filter((note) => !mapped({ note }).location.description?.en)).toEqual([]);
});

test.each([
  ["Via Sant’Arnaldo 17", "via-sant-arnaldo-17"],
  ["  VIA  Sant' Arnaldo, 17 ", "via-sant-arnaldo-17"],
  ["Via Antonio Di Rudinì 3", "via-antonio-di-rudini-3"],
  ["Via Antonio Di Rudini\u0300 3", "via-antonio-di-rudini-3"],
])("has the same key for the address %j in similar spellings", (indirizzo, key) => {
  expect(mapped({ indirizzo }).centre.code).toBe(`ds1303:${key}`);
});

test("keeps the hours word for word, and marks those of the phone line", () => {
  const orari = "Dalle 8:00 alle 18:00 dal lunedi al sabato";
  const { location } = mapped({ orari });
  expect(location.openingHoursText).toBe(orari);
  expect(location.openingRules).toMatchObject({
    schedules: [],
    unparsed: [{ text: orari, reason: "OTHER_SUBJECT" }],
  });
  expect(location.openingHoursNote!.en).toContain("probably not the hours of the office");
  expect(mapped({ orari: "" }).location).toMatchObject({
    openingHoursText: null,
    openingRules: null,
    openingHoursNote: null,
  });
});

test("hours that are not understood are kept and reported", () => {
  const { location, problems } = mapped({ orari: "su appuntamento" });
  expect(location).toMatchObject({
    openingHoursText: "su appuntamento",
    openingRules: { schedules: [], unparsed: [{ text: "su appuntamento", about: "HOURS" }] },
  });
  expect(problems).toMatchObject([
    { rule: "HOURS_NOT_UNDERSTOOD", column: "orari", value: "su appuntamento" },
  ]);
});

test("an office without coordinates has no position, is in the declared Municipio, and gives a notice", () => {
  const { centre, problems } = mapped({ lat: "", lon: "" });
  expect(centre).toMatchObject({ position: null, areaCodes: ["comune:015146", "municipio:5"] });
  expect(problems).toEqual([
    expect.objectContaining({
      rule: "EMPTY_CELL",
      severity: "NOTICE",
      message: expect.stringContaining("Servizio Sociale Municipio 5, Via Inventata 3"),
    }),
  ]);
});

test("reports an office whose point and column contradict the Municipio of its name, and changes nothing", () => {
  const { centre, problems } = mapped({ nome: "Servizio Sociale Municipio 9" });
  expect(centre).toMatchObject({
    declaredAreaCode: "municipio:9",
    position: middleOf(5),
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
  });
  expect(problems).toEqual([
    expect.objectContaining({
      rule: "AREA_MISMATCH",
      severity: "WARNING",
      column: "nome",
      value: "Servizio Sociale Municipio 9",
      message: expect.stringContaining(
        'lies in municipio:5, nil:5, "municipio" says municipio:5, "nome" says municipio:9.',
      ),
    }),
  ]);
});

test("reports a contradiction of name and column without boundaries, and of the point with both", () => {
  const nameOnly = mapped({ municipio: "4" }, noBoundary);
  expect(nameOnly.problems).toMatchObject([{ rule: "AREA_MISMATCH" }]);
  expect(nameOnly.problems[0]!.message).not.toContain("the point lies");
  expect(mapped(at(middleOf(1))).problems).toMatchObject([{ rule: "AREA_MISMATCH" }]);
});

test("uses the column if the name has no Municipio", () => {
  const { centre, problems } = mapped({ nome: "Servizio Sociale" });
  expect(problems).toEqual([]);
  expect(centre.declaredAreaCode).toBe("municipio:5");
});

test.each(["", "12", "cinque"])("reports the Municipio %j", (municipio) => {
  const { centre, problems } = mapped({ municipio });
  expect(problems).toMatchObject([{ rule: "UNKNOWN_AREA", severity: "ERROR", value: municipio }]);
  expect(centre.declaredAreaCode).toBe("municipio:5");
});

test("an office outside the city has no position and is reported once", () => {
  const { centre, problems } = mapped(at({ latitude: 44.5, longitude: 11.3 }));
  expect(problems).toMatchObject([{ rule: "POINT_OUTSIDE_CITY", column: "lon" }]);
  expect(centre.position).toBeNull();
});

test.each(["chiamare il comune", "(tasti 4-1)", "020202 (a) (b)"])(
  "reports the phone %j, and leaves it out",
  (telefono) => {
    const { location, problems } = mapped({ telefono });
    expect(location.phones).toEqual([]);
    expect(problems).toMatchObject([{ rule: "NOT_A_PHONE", severity: "ERROR", value: telefono }]);
  },
);

test("an office without a phone is valid", () => {
  const { location, problems } = mapped({ telefono: " " });
  expect([location.phones, problems]).toEqual([[], []]);
});

test.each([
  ["nome", " "],
  ["indirizzo", ""],
  ["indirizzo", "—"],
])("rejects a row whose %s is %j", (column, value) => {
  const { records, rejected, problems } = mappedFile({ [column]: value });
  expect(records).toEqual([]);
  expect([...rejected]).toEqual([2]);
  expect(problems).toMatchObject([{ rule: "EMPTY_CELL", severity: "ERROR", column }]);
});

test("two offices at one address are a duplicate", () => {
  const { problems, rejected } = mappedFile({}, { nome: "Servizio Sociale Municipio 5 - sede secondaria" });
  expect(problems).toMatchObject([{ rule: "DUPLICATE", line: 3 }]);
  expect([...rejected]).toEqual([3]);
});

test("the service serves the Municipi of the names, without an invented price, user or limit", () => {
  const second = {
    nome: "Servizio Sociale Municipio 4",
    indirizzo: "Via B 1",
    municipio: "4",
    ...at(middleOf(4)),
  };
  const { service } = mappedFile({}, second);
  expect(service).toMatchObject({
    code: "ds1303:sspt",
    name: { it: "Servizio Sociale Professionale Territoriale", en: "Territorial social work service" },
    organizationCode: "comune-milano",
    serviceAreaCodes: ["municipio:4", "municipio:5"],
    careDomains: ["SOCIAL_CARE"],
    phones: [{ number: "020202", note: { it: "tasti 4-1", en: null } }],
    freeOfCharge: "UNKNOWN",
    status: "ACTIVE",
    minimumAge: null,
    targetGroupCodes: [],
    languages: [],
    sourceCodes: ["ds1303"],
  });
});

test("a phone of only some offices is not that of the service", () => {
  const { service } = mappedFile({}, { indirizzo: "Via B 1", telefono: "0288441" });
  expect(service!.phones).toEqual([]);
});
