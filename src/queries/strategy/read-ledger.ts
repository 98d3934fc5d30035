import type { Action } from "../../domain/strategy/action";
import type { Expenditure } from "../../domain/strategy/expenditure";
import type { Strategy } from "../../domain/strategy/strategy";
import type { QueryContext } from "../kit/query-context";

/**
 * Actions and ledger of a strategy.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function readLedger(
  { code }: Strategy,
  { repositories }: QueryContext,
): { readonly actions: readonly Action[]; readonly ledger: readonly Expenditure[] } {
  return {
    actions: repositories.actions.allOfStrategy(code),
    ledger: repositories.expenditures.allOfStrategy(code),
  };
}
