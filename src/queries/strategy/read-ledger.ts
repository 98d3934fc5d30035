import type { Action } from "../../domain/strategy/action";
import type { Expenditure } from "../../domain/strategy/expenditure";
import type { Strategy } from "../../domain/strategy/strategy";
import type { QueryContext } from "../kit/query-context";

/**
 * Actions and ledger of a strategy: one Query each; actions are not read again by code.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function readLedger(
  { code }: Strategy,
  { loaders, repositories }: QueryContext,
): Promise<{ readonly actions: readonly Action[]; readonly ledger: readonly Expenditure[] }> {
  const [actions, ledger] = await Promise.all([
    repositories.actions.allOfStrategy(code),
    repositories.expenditures.allOfStrategy(code),
  ]);
  for (const action of actions) loaders.action.prime(action.code, action);
  return { actions, ledger };
}
