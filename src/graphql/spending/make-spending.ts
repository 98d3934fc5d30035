import type { ExpenditureKind } from "../../domain/expenditure";
import type { LocalizedText } from "../../domain/localized-text";
import { type Spending, spendingOf } from "../../domain/spending";
import type { Strategy } from "../../domain/strategy";
import type { Context } from "../context";
import { checkWholeDay } from "../shared/check-bounds";
import { withShares } from "../strategy/budget.type";
import { versionOf } from "../strategy/version-of";
import type { SpendingType } from "./spending.type";

/**
 * Spend against plan: one Query each for actions and ledger. `null` where the strategy has no budget.
 * @param label of a version; the newest when absent.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeSpending(
  strategy: Strategy,
  label: string | null | undefined,
  asOf: string | null | undefined,
  { loaders, repositories }: Context,
): Promise<SpendingType | null> {
  const day = asOf ?? null;
  if (day !== null) checkWholeDay("asOf", day);
  const newest = strategy.budgetVersions.at(-1);
  const version = typeof label === "string" ? versionOf(strategy, "budgetVersion", label) : newest;
  if (version === undefined) return null;
  const [actions, ledger] = await Promise.all([
    repositories.actions.everyOfStrategy(strategy.code),
    repositories.expenditures.everyOfStrategy(strategy.code),
  ]);
  for (const action of actions) loaders.action.prime(action.code, action);
  const codes = actions.map(({ code }) => code);
  const spending = spendingOf(version, ledger, codes, day);
  return {
    budgetVersion: withShares(version),
    asOf: day,
    stages: [...spending.stages],
    byFund: [...spending.byFund],
    byAction: spending.byAction.map((action) => ({ ...action, plan: null, stages: [...action.stages] })),
    entries: spending.entries,
    entriesInOtherCurrency: spending.entriesInOtherCurrency,
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
