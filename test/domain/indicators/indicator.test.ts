import { createIndicatorDefinition } from "../../../src/domain/indicators/indicator";
import { anIndicator } from "../../support/builders";
import { testRecordConstructor } from "../../support/record-constructor";

const parts = { numeratorCode: "a", denominatorCode: "b", factor: 100 };
const good = () => ({ ...anIndicator(), ...parts, aggregation: "WEIGHTED_MEAN" as const });

testRecordConstructor("IndicatorDefinition", createIndicatorDefinition, good, [
  ["a code that is none", { code: "a b" }, ["code"]],
  ["a name without Italian", { name: { it: "", en: "Residents" } }, ["name.it"]],
  ["a definition with an empty translation", { definition: { it: "Sì.", en: " " } }, ["definition.en"]],
  ["no unit", { unit: "" }, ["unit"]],
  ["half a digit", { decimals: 0.5 }, ["decimals"]],
  ["fewer digits than none", { decimals: -1 }, ["decimals"]],
  ["more digits than a number has", { decimals: 11 }, ["decimals"]],
  ["a numerator alone", { denominatorCode: null, factor: null }, ["numeratorCode"]],
  ["a ratio without factor", { factor: null }, ["numeratorCode"]],
  ["a ratio that is summed", { aggregation: "SUM" }, ["aggregation"]],
  ["a level that is none", { finestLevel: "STREET" as "CITY" }, ["finestLevel"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", unit: "", decimals: 11, aggregation: "SUM", sourceCodes: [] },
    ["code", "unit", "decimals", "aggregation", "sourceCodes"],
  ],
]);

test("a count has neither parts nor factor and may be summed", () => {
  expect(anIndicator({ aggregation: "SUM" })).toMatchObject({ numeratorCode: null, factor: null });
});
