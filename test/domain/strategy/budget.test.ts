import fc from "fast-check";
import { defineRecord } from "../../../src/domain/kit/record";
import { roundTo } from "../../../src/domain/kit/round";
import {
  type BudgetVersion,
  budgetVersion,
  currencyOf,
  funds,
  shareOfTotal,
} from "../../../src/domain/strategy/budget";
import { aBudgetVersion } from "../../support/builders";
import { refusalOf } from "../../support/record-constructor";

const euro = (cents: number) => ({ cents, currency: "EUR" });

const factsheet = aBudgetVersion({
  label: "factsheet",
  total: euro(931_900_000),
  lines: [
    { fund: "FESR", amount: euro(643_900_000) },
    { fund: "FSE_PLUS", amount: euro(65_000_000) },
    { fund: "OTHER", amount: euro(223_000_000) },
  ],
});

const plan = defineRecord("Plan", { budget: budgetVersion });
const checked = (change: Partial<BudgetVersion>) => () =>
  plan.create({ budget: { ...factsheet, ...change } }).budget;

test("6,439,000, 650,000 and 2,230,000 are 69, 7 and 24 percent of 9,319,000 EUR", () => {
  expect(checked({})()).toEqual(factsheet);
  const percents = factsheet.lines.map((line) => roundTo(100 * shareOfTotal(line, factsheet), 0));
  expect(percents).toEqual([69, 7, 24]);
});

test("a total without lines is a budget too", () => {
  expect(checked({ lines: [] })().lines).toEqual([]);
});

const part = (cents: number, currency = "EUR") => ({
  name: { it: "Quota regionale", en: "Regional part" },
  amount: { cents, currency },
});

test("a part stands without a total", () => {
  const version = checked({ total: null, lines: [], parts: [part(695_000_000)] })();
  expect([version.total, currencyOf(version)]).toEqual([null, "EUR"]);
});

const line = (cents: number, currency = "EUR") => ({ fund: "FESR" as const, amount: { cents, currency } });

test.each<[string, Partial<BudgetVersion>, string, string]>([
  ["lines that do not add up", { lines: [line(1)] }, "budget.total", "the lines add up to 1 cents"],
  ["part of a cent", { total: euro(0.5), lines: [] }, "budget.total.cents", "whole cents, 0 or more"],
  ["less than nothing", { total: euro(-1), lines: [] }, "budget.total.cents", "whole cents, 0 or more"],
  [
    "a sum too large to be exact",
    { total: euro(2 ** 53), lines: [] },
    "budget.total.cents",
    "whole cents, 0 or more",
  ],
  [
    "a currency that is none",
    { total: { cents: 1, currency: "€" }, lines: [line(1, "€")] },
    "budget.total.currency",
    "a currency is an ISO 4217 code of three capital letters",
  ],
  [
    "two currencies",
    { total: euro(1), lines: [line(1, "CHF")] },
    "budget.lines",
    "all amounts of a budget are in one currency",
  ],
  [
    "neither total nor part",
    { total: null, lines: [] },
    "budget.total",
    "a budget has a total, or parts without one",
  ],
  [
    "a part in another currency",
    { parts: [part(1, "CHF")] },
    "budget.lines",
    "all amounts of a budget are in one currency",
  ],
  ["a fund twice", { total: euro(3), lines: [line(1), line(2)] }, "budget.lines", "each entry stands once"],
  [
    "shares of nothing",
    { total: euro(0), lines: [line(0)] },
    "budget.total",
    "no share can be computed of a total of 0: leave the lines out",
  ],
  [
    "a date that does not exist",
    { validFrom: "2024-13" },
    "budget.validFrom",
    "a date is YYYY, YYYY-MM or YYYY-MM-DD and must exist",
  ],
  ["no source", { sourceCodes: [] }, "budget.sourceCodes", "each record names at least one source"],
])("refuses %s", (_what, change, field, rule) => {
  const { problems } = refusalOf(checked(change));
  expect(problems[0]).toMatchObject({ field, rule });
  expect(new Set(problems.map((problem) => problem.field)).size).toBeLessThanOrEqual(2);
});

test("reports all problems of a budget at once", () => {
  const change = { total: euro(1), lines: [line(-1, "CHF")], validFrom: "soon", sourceCodes: [] };
  expect(refusalOf(checked(change)).problems.map(({ field }) => field)).toEqual([
    "budget.validFrom",
    "budget.lines[0].amount.cents",
    "budget.sourceCodes",
    "budget.total",
    "budget.lines",
  ]);
});

test("the shares of any budget add up to 1", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1, maxLength: funds.length });
  fc.assert(
    fc.property(amounts, (cents) => {
      const sum = cents.reduce((a, b) => a + b, 0);
      fc.pre(sum > 0);
      const lines = cents.map((amount, i) => ({ fund: funds[i]!, amount: euro(amount) }));
      const version = checked({ total: euro(sum), lines })();
      const shares = lines.map((each) => shareOfTotal(each, version));
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }),
  );
});
