import { HubError } from "../../../src/domain/kit/errors";
import { newestBudget, versionOf } from "../../../src/domain/strategy/budget-version";
import { aBudgetVersion, aStrategy } from "../../support/builders";

const euro = (cents: number) => ({ cents, currency: "EUR" });
const version = (label: string, ...cents: number[]) =>
  aBudgetVersion({
    label,
    total: euro(cents.reduce((sum, each) => sum + each, 0)),
    lines: cents.map((each, i) => ({ fund: (["FESR", "FSE_PLUS"] as const)[i]!, amount: euro(each) })),
  });
const strategy = aStrategy({ budgetVersions: [version("first", 100), version("second", 300, 100)] });

test("the newest budget is the last one, each line with its share", () => {
  expect(newestBudget(strategy)?.label).toBe("second");
  expect(newestBudget(strategy)?.lines.map(({ fund, share }) => [fund, share])).toEqual([
    ["FESR", 0.75],
    ["FSE_PLUS", 0.25],
  ]);
  expect(newestBudget(aStrategy({ budgetVersions: [] }))).toBeNull();
});

test("a version is found by its label, and an unknown label gives an error with the existing ones", () => {
  expect(versionOf(strategy, "from", "first")).toBe(strategy.budgetVersions[0]);
  expect(versionOf(strategy, "from", " FIRST")).toBe(strategy.budgetVersions[0]);
  expect(() => versionOf(strategy, "from", "third")).toThrow(HubError);
  expect(() => versionOf(strategy, "from", "third")).toThrow(
    expect.objectContaining({
      code: "UNKNOWN_CODE",
      where: "from",
      hint: 'Its versions are "first", "second".',
    }),
  );
});
