import { versionOf } from "../../domain/strategy/budget-version";
import { spendingOf } from "../../domain/strategy/spending";
import type { Strategy } from "../../domain/strategy/strategy";
import { checkWholeDay } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { readLedger } from "./read-ledger";

export type SpendingAnswer = NonNullable<Awaited<ReturnType<typeof makeSpending>>>;
export type PlannedActionSpending = SpendingAnswer["byAction"][number];

/**
 * Spend against plan. `null` if the strategy has no budget.
 * @param label of a version; the newest if absent.
 * @param on a whole day; the whole ledger if absent.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeSpending(
  strategy: Strategy,
  label: string | null | undefined,
  on: string | null | undefined,
  context: QueryContext,
) {
  if (typeof on === "string") checkWholeDay("on", on);
  const newest = strategy.budgetVersions.at(-1);
  const version = typeof label === "string" ? versionOf(strategy, "budgetVersion", label) : newest;
  if (version === undefined) return null;
  const { actions, ledger } = readLedger(strategy, context);
  const codes = actions.map(({ code }) => code);
  return spendingOf(version, ledger, codes, on ?? null);
}
