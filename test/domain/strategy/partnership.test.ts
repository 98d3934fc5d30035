import {
  areasOfMember,
  createPartnership,
  type Partnership,
  presenceOf,
} from "../../../src/domain/strategy/partnership";
import { aMember, aPartnership } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const lead = aMember("city", { role: "LEAD" });

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

test("one organisation may have a role in several places", () => {
  const at = (it: string) => ({ ...lead, place: { it, en: it } });
  expect(aPartnership({ members: [at("Via A 1"), at("Via B 2")] }).members).toHaveLength(2);
});

test("a role is not present unless a source says so", () => {
  expect(presenceOf(aMember("city", { lastKnown: "2018", presence: null }))).toBe("UNKNOWN");
});

test("areas of members, if any member has some, are not those of the partnership", () => {
  const [here, somewhere] = [aMember("a", { areaCodes: ["nil:1"] }), aMember("b")];
  const partnership = { areaCodes: ["nil:1", "nil:2"], members: [here, somewhere] };
  expect(areasOfMember(partnership, here)).toEqual(["nil:1"]);
  expect(areasOfMember(partnership, somewhere)).toEqual([]);
  expect(areasOfMember({ ...partnership, members: [somewhere] }, somewhere)).toEqual(["nil:1", "nil:2"]);
});
