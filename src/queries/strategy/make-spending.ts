import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Money } from "../../domain/kit/money";
import { type SharedBudgetVersion, versionOf, withShares } from "../../domain/strategy/budget-version";
import type { ExpenditureKind } from "../../domain/strategy/expenditure";
import { type ActionSpending, type Spending, spendingOf } from "../../domain/strategy/spending";
import type { Strategy } from "../../domain/strategy/strategy";
import { checkWholeDay } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { readLedger } from "./read-ledger";

/** What is planned for an action: nothing says that, because budgets are given by fund. */
export interface PlannedActionSpending extends ActionSpending {
  readonly plan: Money | null;
}

/** Spend against plan as it is answered. */
export interface SpendingAnswer extends Omit<Spending, "byAction" | "version"> {
  readonly budgetVersion: SharedBudgetVersion;
  /** A whole day; `null` for the whole ledger. */
  readonly asOf: string | null;
  readonly byAction: readonly PlannedActionSpending[];
  /** Why amounts are null. */
  readonly reason: LocalizedText | null;
}

/**
 * Spend against plan: one Query each for actions and ledger. `null` where the strategy has no budget.
 * @param label of a version; the newest when absent.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeSpending(
  strategy: Strategy,
  label: string | null | undefined,
  asOf: string | null | undefined,
  context: QueryContext,
): Promise<SpendingAnswer | null> {
  const day = asOf ?? null;
  if (day !== null) checkWholeDay("asOf", day);
  const newest = strategy.budgetVersions.at(-1);
  const version = typeof label === "string" ? versionOf(strategy, "budgetVersion", label) : newest;
  if (version === undefined) return null;
  const { actions, ledger } = await readLedger(strategy, context);
  const codes = actions.map(({ code }) => code);
  const spending = spendingOf(version, ledger, codes, day);
  return {
    ...spending,
    budgetVersion: withShares(version),
    asOf: day,
    byAction: spending.byAction.map((action) => ({ ...action, plan: null })),
    reason: reasonOf(spending),
  };
}

function reasonOf({ entries, stages }: Spending): LocalizedText | null {
  if (entries === 0)
    return { it: "Nessuna fonte pubblica spese.", en: "No source publishes any expenditure." };
  const missing = stages.filter(({ amount }) => amount === null).map(({ stage }): ExpenditureKind => stage);
  if (missing.length === 0) return null;
  const names = missing.join(", ");
  return { it: `Nessuna fonte pubblica voci di: ${names}.`, en: `No source publishes entries of ${names}.` };
}
