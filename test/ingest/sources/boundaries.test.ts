import type { Area, AreaOverlaps } from "../../../src/domain/places/area";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { ownSource } from "../../support/own-source";
import { readRows } from "../../support/read-rows";
import { featureCollection, municipio, nil, syntheticFiles } from "../../support/synthetic-city";

const ds379 = ownSource("ds379");
const ds964 = ownSource("ds964");
const nilMunicipioOverlap = ownSource("nil-municipio-overlap");

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };
const map = async (source: unknown, text: string) => {
  const known = source as Source;
  return mapRows(known, await readRows(known.format, text), nowhere);
};

test("a NIL is an area with the measures of its polygon and a boundary", async () => {
  const { records, problems } = await map(ds964, featureCollection([nil(5)]));
  expect(problems).toEqual([]);
  expect(records.map(({ type }) => type)).toEqual(["area", "areaBoundary"]);
  const area = records[0]!.record as Area;
  expect(area).toMatchObject({
    code: "nil:5",
    level: "NEIGHBOURHOOD",
    name: "QUARTIERE 5",
    cityCode: "comune:015146",
    centroid: { latitude: 45.03, longitude: 9.03 },
    boundingBox: { west: 9.02, south: 45.02, east: 9.04, north: 45.04 },
    boundaryVersion: "Sintetico",
    validFrom: "2020-02-05",
    validTo: null,
    sourceCodes: ["ds964"],
  });
  // 0.02 x 0.02 degrees at 45.03 north on the mean sphere: 2.2239 km x 1.5717 km.
  expect(area.areaKm2).toBeCloseTo(3.495, 3);
});

test("an invalid date is reported and left out", async () => {
  const feature = nil(5);
  const { records, problems } = await map(
    ds964,
    featureCollection([{ ...feature, properties: { ...feature.properties, Valido_dal: "30/02/2020" } }]),
  );
  expect((records[0]!.record as Area).validFrom).toBeNull();
  expect(problems).toEqual([expect.objectContaining({ line: 0, rule: "NOT_A_DATE", value: "30/02/2020" })]);
});

test("two features of one number: the first counts", async () => {
  const { records, rejected, problems } = await map(ds964, featureCollection([nil(5), nil(5)]));
  expect(records).toHaveLength(2);
  expect([...rejected]).toEqual([1]);
  expect(problems).toEqual([expect.objectContaining({ line: 1, rule: "DUPLICATE", value: "area nil:5" })]);
});

test("the city is the union of its nine Municipi", async () => {
  const { records } = await map(ds379, syntheticFiles["ds379_municipi_label.geojson"]);
  const areas = records.filter(({ type }) => type === "area").map(({ record }) => record as Area);
  const city = areas.find(({ level }) => level === "CITY")!;
  expect(city).toMatchObject({
    code: "comune:015146",
    name: "Milano",
    cityCode: null,
    centroid: { latitude: 45.03, longitude: 9.03 },
    boundingBox: { west: 9, south: 45, east: 9.06, north: 45.06 },
  });
  const districts = areas.filter(({ level }) => level === "DISTRICT");
  expect(districts.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Municipio ${n}`));
  expect(districts.reduce((sum, { areaKm2 }) => sum + areaKm2!, 0)).toBeCloseTo(city.areaKm2!, 4);
});

test("without all Municipi the city is not computed, and a problem is reported", async () => {
  const { records, problems } = await map(ds379, featureCollection([municipio(1), municipio(2)]));
  expect(records.map(({ record }) => (record as Area).level)).not.toContain("CITY");
  expect(problems).toEqual([
    expect.objectContaining({ line: null, rule: "TOTAL_DIFFERS", severity: "WARNING" }),
  ]);
});

test("rejects a Municipio that Milan does not have", async () => {
  const { rejected, problems } = await map(ds379, featureCollection([municipio(10)]));
  expect([...rejected]).toEqual([0]);
  expect(problems).toContainEqual(expect.objectContaining({ line: 0, rule: "NOT_A_CODE", value: "10" }));
});

const overlapFile = (...rows: string[]) =>
  ["id_nil;municipio;share_of_nil_area_approx", ...rows, ""].join("\n");

test("overlaps are listed from both sides, largest first, and only the known share is a number", async () => {
  const { records, problems } = await map(
    nilMunicipioOverlap,
    overlapFile("88;8;0.143", "88;7;0.857", "87;7;1.0"),
  );
  expect(problems).toEqual([]);
  const overlaps = Object.fromEntries(
    records.map(({ record }) => [(record as AreaOverlaps).code, (record as AreaOverlaps).overlaps]),
  );
  expect(overlaps).toEqual({
    "nil:87": [{ areaCode: "municipio:7", share: 1, shareOfOther: null }],
    "nil:88": [
      { areaCode: "municipio:7", share: 0.857, shareOfOther: null },
      { areaCode: "municipio:8", share: 0.143, shareOfOther: null },
    ],
    "municipio:7": [
      { areaCode: "nil:87", share: null, shareOfOther: 1 },
      { areaCode: "nil:88", share: null, shareOfOther: 0.857 },
    ],
    "municipio:8": [{ areaCode: "nil:88", share: null, shareOfOther: 0.143 }],
  });
});

test("rejects overlaps of unknown areas, invalid shares and repetitions", async () => {
  const { rejected, problems, records } = await map(
    nilMunicipioOverlap,
    overlapFile("0;1;0.5", "1;10;0.5", "1;1;0,5", "1;1;1.5", "2;2;1.0", "2;2;0.9"),
  );
  expect([...rejected].sort()).toEqual([2, 3, 4, 5, 7]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [2, "UNKNOWN_AREA"],
    [3, "UNKNOWN_AREA"],
    [4, "NOT_A_SHARE"],
    [5, "NOT_A_SHARE"],
    [7, "DUPLICATE"],
  ]);
  expect(records).toHaveLength(2);
});
