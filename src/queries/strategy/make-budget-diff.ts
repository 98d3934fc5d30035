import { budgetDiff } from "../../domain/strategy/budget-diff";
import { versionOf, withShares } from "../../domain/strategy/budget-version";
import type { Strategy } from "../../domain/strategy/strategy";

/** The changes between two versions of a budget, with the shares of their lines. */
export type SharedBudgetDiff = ReturnType<typeof makeBudgetDiff>;

/**
 * @param from label of a version, as `to`.
 * @throws HubError UNKNOWN_CODE for an unknown label; BAD_USER_INPUT for two currencies.
 */
export function makeBudgetDiff(strategy: Strategy, from: string, to: string) {
  const diff = budgetDiff(versionOf(strategy, "fromVersion", from), versionOf(strategy, "toVersion", to));
  return { ...diff, fromVersion: withShares(diff.fromVersion), toVersion: withShares(diff.toVersion) };
}
