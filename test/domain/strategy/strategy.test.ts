import { createStrategy, type Strategy } from "../../../src/domain/strategy/strategy";
import { aBudgetVersion } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const text = { it: "Testo", en: null };
const version = aBudgetVersion({ label: "first", validFrom: "2022", total: { cents: 100, currency: "EUR" } });
const field = { fund: "FESR", code: "045", name: null, amount: null, sourceCodes: ["test"] } as const;
const role = { function: "OWNER", organizationCode: "city", description: null, sourceCodes: [] } as const;

const good = (): Strategy => ({
  code: "strategy",
  name: text,
  description: text,
  keywords: [text],
  programme: "PR FESR 2021-2027",
  specificObjectives: ["RSO5.1"],
  periodFrom: "2021",
  periodTo: "2027",
  targetAreas: [{ name: "Quartiere", areaCode: "nil:1", note: null }],
  targetPopulation: null,
  engagement: null,
  governance: [role],
  budgetVersions: [version, { ...version, label: "second" }],
  interventionFields: [],
  sourceCodes: ["test"],
});

testRecordConstructor("Strategy", createStrategy, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["a name without Italian", { name: { it: " ", en: "Name" } }, ["name.it"]],
  ["a description with an empty translation", { description: { it: "Sì", en: "" } }, ["description.en"]],
  ["a period that ends before it begins", { periodTo: "2020" }, ["periodTo"]],
  ["periods that are no dates", { periodFrom: "soon", periodTo: "late" }, ["periodFrom", "periodTo"]],
  [
    "a target area that is no code",
    { targetAreas: [{ name: "x", areaCode: "x y", note: null }] },
    ["targetAreas[0].areaCode"],
  ],
  [
    "an organisation that is no code",
    { governance: [role, { ...role, organizationCode: "" }] },
    ["governance[1].organizationCode"],
  ],
  ["a label that stands twice", { budgetVersions: [version, version] }, ["budgetVersions"]],
  [
    "a budget without source",
    { budgetVersions: [{ ...version, sourceCodes: [] }] },
    ["budgetVersions[0].sourceCodes"],
  ],
  ["a field of intervention twice", { interventionFields: [field, field] }, ["interventionFields"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "a b", periodFrom: "2028", budgetVersions: [{ ...version, validFrom: "x" }], sourceCodes: [] },
    ["code", "periodTo", "budgetVersions[0].validFrom", "sourceCodes"],
  ],
]);
