import { type Action, createAction } from "../../../src/domain/strategy/action";
import { testRecordConstructor } from "../../support/record-constructor";

const progress = { percent: 40, on: "2025-06", sourceCode: "test" };

const good = (): Action => ({
  code: "action",
  strategyCode: "strategy",
  name: { it: "Azione", en: "Action" },
  kind: "MATERIAL",
  status: null,
  statusDate: null,
  certainty: null,
  description: null,
  leadOrganizationCode: "city",
  partnerCodes: ["ats"],
  centreCodes: ["centre:1"],
  areaCodes: ["nil:1", "nil:2"],
  cups: ["B41B21001230001"],
  progress,
  interventionFields: [],
  citations: [],
  sourceCodes: ["test"],
});

testRecordConstructor("Action", createAction, good, [
  ["a code that is none", { code: "a b" }, ["code"]],
  ["a strategy that is no code", { strategyCode: "" }, ["strategyCode"]],
  ["a name without Italian", { name: { it: "", en: "x" } }, ["name.it"]],
  ["an empty description", { description: { it: " ", en: null } }, ["description.it"]],
  ["a lead that is no code", { leadOrganizationCode: "#" }, ["leadOrganizationCode"]],
  ["a lead that is a partner besides", { partnerCodes: ["city"] }, ["partnerCodes"]],
  ["a partner twice", { partnerCodes: ["ats", "ats"] }, ["partnerCodes"]],
  ["a centre that is no code", { centreCodes: ["ok", "a b"] }, ["centreCodes[1]"]],
  ["an area that is no code", { areaCodes: [""] }, ["areaCodes[0]"]],
  ["a CUP that is too short", { cups: ["B41B2100123000"] }, ["cups[0]"]],
  ["progress beyond the end", { progress: { ...progress, percent: 101 } }, ["progress.percent"]],
  ["progress below nothing", { progress: { ...progress, percent: -1 } }, ["progress.percent"]],
  ["progress that is no number", { progress: { ...progress, percent: Number.NaN } }, ["progress.percent"]],
  ["progress on no date", { progress: { ...progress, on: "soon" } }, ["progress.on"]],
  ["progress by nobody's word", { progress: { ...progress, sourceCode: "" } }, ["progress.sourceCode"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", cups: ["x", "x"], areaCodes: ["a b"], sourceCodes: [] },
    ["code", "areaCodes[0]", "cups[0]", "cups[1]", "cups", "sourceCodes"],
  ],
]);
