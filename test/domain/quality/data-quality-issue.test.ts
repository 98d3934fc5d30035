import { InvalidRecordError } from "../../../src/domain/kit/check";
import {
  createDataQualityIssue,
  type DataQualityIssue,
} from "../../../src/domain/quality/data-quality-issue";
import { anIssue } from "../../support/builders";

const faultsOf = (over: Partial<DataQualityIssue>): string[] => {
  try {
    createDataQualityIssue({ ...anIssue(), ...over });
    return [];
  } catch (error) {
    if (error instanceof InvalidRecordError) return error.problems.map(({ field }) => field);
    throw error;
  }
};

test("accepts an issue of a cell, and one of a file as a whole", () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ entity: null, organizationCode: null, line: null, column: null, value: null })).toEqual(
    [],
  );
});

test.each<[string, Partial<DataQualityIssue>]>([
  ["code", { code: "a b" }],
  ["sourceCode", { sourceCode: "" }],
  ["rule", { rule: "OTHER" as never }],
  ["severity", { severity: "FATAL" as never }],
  ["entity.type", { entity: { type: "centre#", code: "x" } }],
  ["entity.code", { entity: { type: "Centre", code: " " } }],
  ["organizationCode", { organizationCode: "#" }],
  ["line", { line: -1 }],
  ["line", { line: 1.5 }],
  ["value", { value: "x".repeat(201) }],
  ["message.en", { message: { it: "Manca.", en: "" } }],
  ["message.it", { message: { it: " ", en: "Missing." } }],
])("refuses a wrong %s: %j", (field, over) => {
  expect(faultsOf(over)).toEqual([field]);
});

test("counts whole characters of a value, not code units", () => {
  expect(faultsOf({ value: "😀".repeat(200) })).toEqual([]);
});
