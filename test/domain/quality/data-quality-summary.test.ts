import fc from "fast-check";
import {
  type CountedIssue,
  qualityGroupings,
  summariseIssues,
} from "../../../src/domain/quality/data-quality-summary";
import { qualityRuleNames, severities } from "../../../src/domain/quality/quality-rule";

const issue: fc.Arbitrary<CountedIssue> = fc.record({
  rule: fc.constantFrom(...qualityRuleNames),
  severity: fc.constantFrom(...severities),
  sourceCode: fc.constantFrom("ds1", "ds2", "ds3"),
  organizationCode: fc.constantFrom("a", "b", null),
});
const an = (over: Partial<CountedIssue>): CountedIssue => ({
  rule: "EMPTY_CELL",
  severity: "NOTICE",
  sourceCode: "ds1",
  organizationCode: null,
  ...over,
});

test("in any grouping each issue counts once, and no group appears twice", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...qualityGroupings),
      fc.array(issue),
      fc.array(issue),
      (by, standing, resolved) => {
        const groups = summariseIssues(by, standing, resolved);
        const sum = (field: "standing" | "resolved") => groups.reduce((n, group) => n + group[field], 0);
        expect([sum("standing"), sum("resolved")]).toEqual([standing.length, resolved.length]);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      },
    ),
  );
});

test("rules and severities without issues are zero; sources and organisations are those with issues", () => {
  const standing = [an({ organizationCode: "b" }), an({}), an({ organizationCode: "a" })];
  const rows = (by: (typeof qualityGroupings)[number]) =>
    summariseIssues(by, standing, [an({ sourceCode: "ds0", severity: "ERROR", organizationCode: "a" })]).map(
      (group) => [group.key, group.standing, group.resolved],
    );
  expect(rows("RULE")).toEqual(
    qualityRuleNames.map((rule) => (rule === "EMPTY_CELL" ? [rule, 3, 1] : [rule, 0, 0])),
  );
  expect(rows("SEVERITY")).toEqual([
    ["ERROR", 0, 1],
    ["WARNING", 0, 0],
    ["NOTICE", 3, 0],
  ]);
  expect(rows("SOURCE")).toEqual([
    ["ds0", 0, 1],
    ["ds1", 3, 0],
  ]);
  expect(rows("ORGANIZATION")).toEqual([
    ["a", 1, 1],
    ["b", 1, 0],
    [null, 1, 0],
  ]);
});
