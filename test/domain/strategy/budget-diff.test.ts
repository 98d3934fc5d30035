import fc from "fast-check";
import { type BudgetVersion, type Fund, funds } from "../../../src/domain/strategy/budget";
import { budgetDiff } from "../../../src/domain/strategy/budget-diff";
import { aBudgetVersion } from "../../support/builders";

const euro = (cents: number) => ({ cents, currency: "EUR" });

function budget(label: string, cents: Partial<Record<Fund, number>>, total?: number): BudgetVersion {
  const lines = funds.flatMap((fund) => {
    const amount = cents[fund];
    return amount === undefined ? [] : [{ fund, amount: euro(amount) }];
  });
  const sum = lines.reduce((all, line) => all + line.amount.cents, 0);
  return aBudgetVersion({ label, total: euro(total ?? sum), lines });
}

test("reports changes by fund: new, changed, unchanged and removed", () => {
  const from = budget("from", { FESR: 100, FSE_PLUS: 50, OTHER: 30 });
  const to = budget("to", { FESR: 100, FSE_PLUS: 40, FSC: 20 });
  expect(budgetDiff(from, to)).toEqual({
    fromVersion: from,
    toVersion: to,
    totalChange: euro(-20),
    lines: [
      { fund: "FESR", kind: "STAYS", amountBefore: euro(100), amountAfter: euro(100), change: euro(0) },
      { fund: "FSE_PLUS", kind: "CHANGES", amountBefore: euro(50), amountAfter: euro(40), change: euro(-10) },
      { fund: "FSC", kind: "APPEARS", amountBefore: null, amountAfter: euro(20), change: euro(20) },
      { fund: "OTHER", kind: "VANISHES", amountBefore: euro(30), amountAfter: null, change: euro(-30) },
    ],
    reason: null,
  });
});

test("does not read a version with only a total as one without funds", () => {
  const diff = budgetDiff(budget("from", {}, 90), budget("to", { FESR: 100 }));
  expect(diff).toMatchObject({ totalChange: euro(10), lines: null });
});

test("never compares a part with a total", () => {
  const part = aBudgetVersion({
    label: "regional",
    parts: [{ name: { it: "Quota regionale", en: "Regional part" }, amount: euro(70) }],
  });
  const reason = { en: expect.stringMatching(/no total is stated by: regional/) };
  for (const diff of [budgetDiff(part, budget("to", {}, 90)), budgetDiff(budget("to", { FESR: 1 }), part)])
    expect(diff).toMatchObject({ totalChange: null, lines: null, reason });
});

test("rejects two currencies with an error that names them", () => {
  const francs = { ...budget("to", {}), total: { cents: 1, currency: "CHF" } };
  expect(() => budgetDiff(budget("from", {}), francs)).toThrow('"from" is in EUR and "to" is in CHF.');
});

const versions = fc
  .dictionary(fc.constantFrom(...funds), fc.nat(10 ** 12), { minKeys: 1 })
  .map((cents) => budget("any", cents));

test("the changes of the funds add up to the change of the total", () => {
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      const { lines, totalChange } = budgetDiff(a, b);
      expect(lines!.reduce((sum, { change }) => sum + change.cents, 0)).toBe(totalChange!.cents);
    }),
  );
});

test("the reverse difference has the opposite sign", () => {
  const turned = { APPEARS: "VANISHES", CHANGES: "CHANGES", STAYS: "STAYS", VANISHES: "APPEARS" } as const;
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      const there = budgetDiff(a, b);
      const back = budgetDiff(b, a);
      expect(back.totalChange!.cents + there.totalChange!.cents).toBe(0);
      expect(back.lines!.length).toBe(there.lines!.length);
      for (const [i, line] of there.lines!.entries()) {
        const { fund, kind, amountBefore, amountAfter, change } = back.lines![i]!;
        expect([fund, kind, amountBefore, amountAfter]).toEqual([
          line.fund,
          turned[line.kind],
          line.amountAfter,
          line.amountBefore,
        ]);
        expect(change.cents + line.change.cents).toBe(0);
      }
    }),
  );
});

test("nothing changes from a version to itself", () => {
  fc.assert(
    fc.property(versions, (version) => {
      const { lines, totalChange } = budgetDiff(version, version);
      expect(totalChange!.cents).toBe(0);
      expect(lines!.every(({ kind }) => kind === "STAYS")).toBe(true);
    }),
  );
});
