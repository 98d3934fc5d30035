import { createPartnership, type Partnership } from "../../../src/domain/strategy/partnership";
import { testRecordConstructor } from "../../support/record-constructor";

const lead = { organizationCode: "city", role: "LEAD", validFrom: null, validTo: null } as const;

const good = (): Partnership => ({
  code: "agreement",
  name: { it: "Accordo", en: null },
  kind: "MEMORANDUM",
  description: null,
  strategyCode: null,
  members: [lead, { ...lead, role: "FUNDER" }],
  areaCodes: [],
  validFrom: "2022-10",
  validTo: "2022",
  signedOn: "2022-10-03",
  document: "https://example.org/accordo.pdf",
  sourceCodes: ["test"],
});

testRecordConstructor("Partnership", createPartnership, good, [
  ["a code that is none", { code: "a/b" }, ["code"]],
  ["a name without Italian", { name: { it: "", en: "Agreement" } }, ["name.it"]],
  ["a date that does not exist", { validFrom: "2022-00" }, ["validFrom"]],
  ["an end before the beginning", { validTo: "2022-09" }, ["validTo"]],
  ["a member twice in one role", { members: [lead, lead] }, ["members"]],
  [
    "a member who leaves before joining",
    { members: [{ ...lead, validFrom: "2023", validTo: "2022" }] },
    ["members[0].validTo"],
  ],
  ["an address that is none", { document: "accordo.pdf" }, ["document"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", validFrom: "soon", members: [lead, lead], sourceCodes: [] },
    ["code", "members", "validFrom", "sourceCodes"],
  ],
]);
