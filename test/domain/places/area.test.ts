import {
  type Area,
  type AreaOverlaps,
  createArea,
  createAreaOverlaps,
} from "../../../src/domain/places/area";
import { anArea } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): Area => ({
  ...anArea(),
  centroid: { latitude: 45.46, longitude: 9.19 },
  areaKm2: 1.5,
  validFrom: "2020-02-05",
  validTo: "2020",
});

testRecordConstructor("Area", createArea, good, [
  ["a code that is none", { code: "nil:4 2" }, ["code"]],
  ["a code without scheme", { code: "42" }, ["code"]],
  ["a code without number", { code: "nil:" }, ["code"]],
  ["a kind without Italian", { localType: { it: "", en: null } }, ["localType.it"]],
  ["an empty name", { name: "" }, ["name"]],
  ["a city in a city", { level: "CITY" }, ["cityCode"]],
  ["a neighbourhood without city", { cityCode: null }, ["cityCode"]],
  ["a centroid off the globe", { centroid: { latitude: 0, longitude: 181 } }, ["centroid.longitude"]],
  ["a surface of 0", { areaKm2: 0 }, ["areaKm2"]],
  ["a surface that is no number", { areaKm2: Number.NaN }, ["areaKm2"]],
  ["an endless surface", { areaKm2: Number.POSITIVE_INFINITY }, ["areaKm2"]],
  ["a date that does not exist", { validFrom: "2020-02-30" }, ["validFrom"]],
  ["a validity that ends before it begins", { validTo: "2020-02-04" }, ["validTo"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", name: " ", cityCode: null, areaKm2: -1, validTo: "soon", sourceCodes: [] },
    ["code", "code", "name", "cityCode", "areaKm2", "validTo", "sourceCodes"],
  ],
]);

const overlap = (areaCode: string, share: number | null = 0.5, shareOfOther: number | null = null) => ({
  areaCode,
  share,
  shareOfOther,
});

const overlaps = (): AreaOverlaps => ({
  code: "nil:1",
  overlaps: [overlap("municipio:1", 1), overlap("municipio:2", null, 0.001)],
  sourceCodes: ["test"],
});

testRecordConstructor("AreaOverlaps", createAreaOverlaps, overlaps, [
  ["a code that is none", { code: "" }, ["code"]],
  ["an area that is no code", { overlaps: [overlap("x y")] }, ["overlaps[0].areaCode"]],
  ["an area that overlaps itself", { overlaps: [overlap("nil:1")] }, ["overlaps[0].areaCode"]],
  ["an area that stands twice", { overlaps: [overlap("nil:2"), overlap("nil:2")] }, ["overlaps"]],
  ["a share of 0", { overlaps: [overlap("nil:2", 0)] }, ["overlaps[0].share"]],
  ["a share in percent", { overlaps: [overlap("nil:2", 37)] }, ["overlaps[0].share"]],
  ["a share that is no number", { overlaps: [overlap("nil:2", Number.NaN)] }, ["overlaps[0].share"]],
  ["a share above the whole", { overlaps: [overlap("nil:2", 1, 1.01)] }, ["overlaps[0].shareOfOther"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { overlaps: [overlap("nil:1"), overlap("nil:2", -1, 2)], sourceCodes: [] },
    ["overlaps[1].share", "overlaps[1].shareOfOther", "overlaps[0].areaCode", "sourceCodes"],
  ],
]);
