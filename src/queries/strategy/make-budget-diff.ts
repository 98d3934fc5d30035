import { budgetDiff } from "../../domain/strategy/budget-diff";
import { versionOf, withShares } from "../../domain/strategy/budget-version";
import type { Strategy } from "../../domain/strategy/strategy";

/** The changes between two versions of a budget, with the shares of their lines. */
export type SharedBudgetDiff = NonNullable<ReturnType<typeof makeBudgetDiff>>;

/** Labels of versions. */
interface DiffRequest {
  /** The one stated before `toVersion` if absent. */
  readonly fromVersion?: string | null | undefined;
  /** The newest if absent. */
  readonly toVersion?: string | null | undefined;
}

/**
 * @returns `null` if there is no version to compare with.
 * @throws HubError UNKNOWN_CODE for an unknown label; BAD_USER_INPUT for two currencies.
 */
export function makeBudgetDiff(strategy: Strategy, { fromVersion, toVersion }: DiffRequest) {
  const { budgetVersions } = strategy;
  const newest = budgetVersions.length - 1;
  const place =
    toVersion == null ? newest : budgetVersions.indexOf(versionOf(strategy, "toVersion", toVersion));
  const to = budgetVersions[place];
  const from =
    fromVersion == null ? budgetVersions[place - 1] : versionOf(strategy, "fromVersion", fromVersion);
  if (from === undefined || to === undefined) return null;
  const diff = budgetDiff(from, to);
  return { ...diff, fromVersion: withShares(diff.fromVersion), toVersion: withShares(diff.toVersion) };
}
