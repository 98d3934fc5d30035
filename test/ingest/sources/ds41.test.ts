import type { Centre } from "../../../src/domain/places/centre";
import type { MappingContext } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { libraryCells } from "../../support/synthetic-city";

const ds41 = ownSource("ds41");

const context: MappingContext = {
  areaCodesAt: ({ latitude }) => (latitude > 40 ? ["comune:015146", "municipio:5", "nil:5"] : []),
  levelsWithBoundary: new Set(["CITY", "DISTRICT", "NEIGHBOURHOOD"] as const),
};
const mapped = (...rows: Record<string, string>[]) =>
  mapRows(
    ds41,
    {
      rows: rows.map((over, i) => ({ line: i + 2, cells: libraryCells(over) }) as never),
      unreadable: 0,
      problems: [],
    },
    context,
  );
const centreOf = (over: Record<string, string> = {}) => mapped(over).records[0]!.record as Centre;
const rulesOf = (over: Record<string, string>) =>
  mapped(over).problems.map(({ severity, rule, column }) => [severity, rule, column]);

test("a library is a centre that existed in 2007, with an unknown present status", () => {
  expect(centreOf()).toMatchObject({
    code: "ds41:1",
    name: "SINTETICA",
    status: null,
    kindHistory: [
      {
        kindCode: "centre-kind:LIBRARY",
        validFrom: null,
        validTo: null,
        assertedOn: "2007",
        sourceCode: "ds41",
      },
    ],
    address: { streetAddress: "VIA INVENTATA, 7", locality: "Milano" },
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
    declaredAreaCode: "municipio:5",
    accessibility: [{ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN" }],
    notes: "Sala di lettura.",
    externalIdentifiers: [{ scheme: "ds41", value: "1" }],
  });
  expect(mapped({}).problems).toEqual([]);
});

test.each([
  ["BIBLIOTECHE CENTRALI", "CENTRAL_LIBRARY"],
  ["BIBLIOTECHE", "OTHER_LIBRARY"],
  ["SPECIALISTICHE  E DI CONSERVAZIONE", "SPECIALIST_LIBRARY"],
  ["CENTRI DOCUMENTAZIONE", "DOCUMENTATION_CENTRE"],
  ["ARCHIVI", "ARCHIVE"],
])("%s is the kind %s, a term that the source defines", (sottotipo, kind) => {
  const [period] = centreOf({ sottotipo }).kindHistory;
  expect(period!.kindCode).toBe(`centre-kind:${kind}`);
  expect(ds41.definitions!.map(({ record }) => (record as { code: string }).code)).toContain(
    period!.kindCode,
  );
});

test("a library without a number has a code from name and address", () => {
  const { code, externalIdentifiers, declaredAreaCode } = centreOf({ id: "0", zona: "0" });
  expect([code, externalIdentifiers, declaredAreaCode]).toEqual(["ds41:sintetica-via-inventata-7", [], null]);
  expect(rulesOf({ id: "0", zona: "0" })).toEqual([
    ["NOTICE", "EMPTY_CELL", "id"],
    ["NOTICE", "EMPTY_CELL", "zona"],
  ]);
});

test("phones without their leading zero give one notice for the file", () => {
  const { problems } = mapped({ telefono: "288462542" }, { id: "2", telefono: "288465807" }, { id: "3" });
  expect(problems).toMatchObject([
    { line: null, severity: "NOTICE", rule: "PHONE_WITHOUT_PREFIX", column: "telefono", value: "288462542" },
  ]);
  expect(problems[0]!.message).toMatch(/^2 phone numbers of 3 rows/);
});

test.each([
  [{ zona: "4" }, "WARNING", "AREA_MISMATCH", "zona"],
  [{ id_nil: "6" }, "WARNING", "AREA_MISMATCH", "id_nil"],
  [{ zona: "12" }, "ERROR", "UNKNOWN_AREA", "zona"],
  [{ sottotipo: "MUSEI" }, "ERROR", "NOT_A_CODE", "sottotipo"],
  [{ location: "(9.03, 45.03)" }, "WARNING", "COORDINATES_DISAGREE", "location"],
  [{ long_x_4326: "45.03", lat_y_4326: "9.03" }, "ERROR", "POINT_OUTSIDE_CITY", "long_x_4326"],
  [{ denominaz: " " }, "ERROR", "EMPTY_CELL", "denominaz"],
])("%j is reported", (over, severity, rule, column) => {
  expect(rulesOf(over as unknown as Record<string, string>)).toContainEqual([severity, rule, column]);
});
