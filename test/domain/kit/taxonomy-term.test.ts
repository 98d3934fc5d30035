import { createTaxonomyTerm } from "../../../src/domain/kit/taxonomy-term";
import { aTerm } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const good = () => ({ ...aTerm(), description: { it: "Una casa.", en: null } });

testRecordConstructor("TaxonomyTerm", createTaxonomyTerm, good, [
  ["a code that is none", { code: "centre-kind:LA CASA" }, ["code"]],
  ["a code of another taxonomy", { code: "service-kind:HUB" }, ["code"]],
  ["a code that only begins alike", { code: "centre-kinds:HUB" }, ["code"]],
  ["a code without word", { code: "centre-kind:" }, ["code"]],
  ["a name without Italian", { name: { it: "", en: "Centre" } }, ["name.it"]],
  ["a description with an empty translation", { description: { it: "Sì", en: "" } }, ["description.en"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "x:A", name: { it: "", en: "" }, sourceCodes: [] },
    ["code", "name.it", "name.en", "sourceCodes"],
  ],
]);
