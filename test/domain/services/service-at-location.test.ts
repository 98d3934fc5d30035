import {
  createServiceAtLocation,
  type ServiceAtLocation,
} from "../../../src/domain/services/service-at-location";
import { aServiceAtLocation } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): ServiceAtLocation => ({
  ...aServiceAtLocation(),
  description: { it: "scala A", en: null },
  phones: [{ number: "020202", note: null }],
  openingHoursText: "Lun 9-12",
  openingHoursNote: { it: "Forse.", en: "Perhaps." },
});

testRecordConstructor("ServiceAtLocation", createServiceAtLocation, good, [
  ["a code that is none", { code: "a b" }, ["code"]],
  ["no service", { serviceCode: "" }, ["serviceCode"]],
  ["no centre", { centreCode: "#" }, ["centreCode"]],
  ["an empty description", { description: { it: "", en: null } }, ["description.it"]],
  ["a bad phone", { phones: [{ number: "1", note: null }] }, ["phones[0].number"]],
  [
    "an empty note on a phone",
    { phones: [{ number: "112", note: { it: "", en: null } }] },
    ["phones[0].note.it"],
  ],
  ["an empty note on hours", { openingHoursNote: { it: " ", en: null } }, ["openingHoursNote.it"]],
  ["a note on hours that are not there", { openingHoursText: null }, ["openingHoursNote"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", serviceCode: "", openingHoursText: null, sourceCodes: [] },
    ["code", "serviceCode", "openingHoursNote", "sourceCodes"],
  ],
]);
