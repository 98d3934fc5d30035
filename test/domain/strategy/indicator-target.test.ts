import { createIndicatorTarget, type IndicatorTarget } from "../../../src/domain/strategy/indicator-target";
import { testRecordConstructor } from "../../support/record-constructor";

const good = (): IndicatorTarget => ({
  code: "target",
  indicatorCode: "RCO74",
  strategyCode: "strategy",
  actionCode: null,
  areaCode: "nil:1",
  baseline: { value: 0, year: 2021 },
  milestone2024: null,
  target2029: 1000,
  populationDefinition: { it: "Residenti", en: null },
  sourceCodes: ["test"],
});

testRecordConstructor("IndicatorTarget", createIndicatorTarget, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["an indicator that is no code", { indicatorCode: "a b" }, ["indicatorCode"]],
  ["a strategy that is no code", { strategyCode: "" }, ["strategyCode"]],
  ["an action that is no code", { actionCode: "" }, ["actionCode"]],
  ["an area that is no code", { areaCode: "a b" }, ["areaCode"]],
  ["a baseline that is no number", { baseline: { value: Number.NaN, year: 2021 } }, ["baseline.value"]],
  ["a baseline of no year", { baseline: { value: 1, year: 21 } }, ["baseline.year"]],
  ["a baseline of part of a year", { baseline: { value: 1, year: 2021.5 } }, ["baseline.year"]],
  ["a milestone that is no number", { milestone2024: Number.POSITIVE_INFINITY }, ["milestone2024"]],
  ["a target that is no number", { target2029: Number.NaN }, ["target2029"]],
  ["an empty population", { populationDefinition: { it: "", en: null } }, ["populationDefinition.it"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { indicatorCode: "", target2029: Number.NaN, sourceCodes: [] },
    ["indicatorCode", "target2029", "sourceCodes"],
  ],
]);
