import { HubError } from "../kit/errors";
import type { LocalizedText } from "../kit/localized-text";
import type { Money } from "../kit/money";
import { type BudgetVersion, currencyOf, type Fund, funds } from "./budget";

const budgetLineChangeKinds = ["APPEARS", "CHANGES", "STAYS", "VANISHES"] as const;
export type BudgetLineChangeKind = (typeof budgetLineChangeKinds)[number];

/** One fund in two versions of a budget; `null` for a version without it. */
export interface BudgetLineChange {
  readonly fund: Fund;
  readonly kind: BudgetLineChangeKind;
  readonly amountBefore: Money | null;
  readonly amountAfter: Money | null;
  /** amountAfter - amountBefore; a missing fund counts as 0. */
  readonly change: Money;
}

/**
 * Changes between two versions of a budget, in exact cents: change = after - before, for the total and for each fund in
 * either. The changes of the funds add up to that of the total. A version with a part only is never compared with a total:
 * the difference would look like a cut or an increase.
 * @throws HubError BAD_USER_INPUT when their currencies differ.
 */
export function budgetDiff(from: BudgetVersion, to: BudgetVersion) {
  const [currency, toCurrency] = [currencyOf(from), currencyOf(to)];
  if (toCurrency !== currency) {
    const values = { from: from.label, fromCurrency: currency, to: to.label, toCurrency };
    throw new HubError("BAD_USER_INPUT", "currencies", values, { where: "toVersion" });
  }
  const amountIn = (version: BudgetVersion, fund: Fund): Money | null =>
    version.lines.find((line) => line.fund === fund)?.amount ?? null;
  const lines = funds.flatMap((fund): BudgetLineChange[] => {
    const before = amountIn(from, fund);
    const after = amountIn(to, fund);
    if (before === null && after === null) return [];
    const cents = (after?.cents ?? 0) - (before?.cents ?? 0);
    return [
      {
        fund,
        kind: kindOf(before, after),
        amountBefore: before,
        amountAfter: after,
        change: { cents, currency },
      },
    ];
  });
  return {
    fromVersion: from,
    toVersion: to,
    /** Later minus earlier version; `null` where one has no total. */
    totalChange:
      from.total === null || to.total === null
        ? null
        : { cents: to.total.cents - from.total.cents, currency },
    /** `null` where a version gives only its total: its funds are not known, which is not 0. */
    lines: from.lines.length > 0 && to.lines.length > 0 ? lines : null,
    reason: whyNotCompared([from, to].filter(({ total }) => total === null)),
  };
}

function whyNotCompared(withoutTotal: readonly BudgetVersion[]): LocalizedText | null {
  if (withoutTotal.length === 0) return null;
  const labels = [...new Set(withoutTotal.map(({ label }) => label))].join(", ");
  return {
    it: `Indica solo una parte del quadro finanziario e non un totale: ${labels}. La differenza non sarebbe una variazione.`,
    en: `Only a part of the budget and no total is stated by: ${labels}. A difference would be no change of the budget.`,
  };
}

function kindOf(before: Money | null, after: Money | null): BudgetLineChangeKind {
  if (before === null) return "APPEARS";
  if (after === null) return "VANISHES";
  return before.cents === after.cents ? "STAYS" : "CHANGES";
}
