import { createLocation } from "../../../src/domain/places/location";
import { aLocation } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

testRecordConstructor("Location", createLocation, () => ({ ...aLocation() }), [
  ["a bad code", { code: "a#b" }, ["code"]],
  ["no centre", { centreCodes: [], positionCentreCode: "test:1" }, ["positionCentreCode", "centreCodes"]],
  ["a point outside of the world", { position: { latitude: 91, longitude: 9 } }, ["position.latitude"]],
  ["a point of another centre", { positionCentreCode: "test:2" }, ["positionCentreCode"]],
  [
    "a reason without a point",
    { position: null, geocodeQuality: null, positionCentreCode: null },
    ["positionReason"],
  ],
  ["a point without a quality", { geocodeQuality: null }, ["geocodeQuality"]],
  ["a bad area", { areaCodes: ["a b"] }, ["areaCodes[0]"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", centreCodes: ["x y"], positionCentreCode: "x y", sourceCodes: [] },
    ["code", "positionCentreCode", "centreCodes[0]", "sourceCodes"],
  ],
]);
