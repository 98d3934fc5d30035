import { createOrganization, type Organization } from "../../../src/domain/places/organization";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): Organization => ({
  code: "city-welfare",
  name: "Direzione Welfare",
  alternateName: null,
  kind: "PUBLIC_UNIT",
  description: { it: "Direzione.", en: null },
  parentCode: "city",
  website: null,
  email: "welfare@example.org",
  phones: [{ number: "020202", note: null }],
  legalStatus: null,
  identifiers: [{ scheme: "IPA", value: "c_f205" }],
  sourceCodes: ["test"],
});

testRecordConstructor("Organization", createOrganization, good, [
  ["a code that is none", { code: "città" }, ["code"]],
  ["an empty name", { name: "\n" }, ["name"]],
  ["a unit of itself", { parentCode: "city-welfare" }, ["parentCode"]],
  ["a unit of nobody", { parentCode: null }, ["parentCode"]],
  ["an e-mail address that is none", { email: "welfare" }, ["email"]],
  ["a bad phone", { phones: [{ number: "x", note: null }] }, ["phones[0].number"]],
  ["an empty legal form", { legalStatus: { it: "", en: null } }, ["legalStatus.it"]],
  ["a register that is none", { identifiers: [{ scheme: "XYZ", value: "1" }] }, ["identifiers[0].scheme"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", name: "", parentCode: null, sourceCodes: [] },
    ["code", "name", "parentCode", "sourceCodes"],
  ],
]);

test("an organisation that is not a unit needs no parent", () => {
  expect(createOrganization({ ...good(), kind: "MUNICIPALITY", parentCode: null }).parentCode).toBeNull();
});
