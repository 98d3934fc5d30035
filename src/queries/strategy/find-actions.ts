import type { Action } from "../../domain/strategy/action";
import type { Strategy } from "../../domain/strategy/strategy";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

/**
 * The actions of a strategy, or those of an area according to a source.
 * @throws HubError UNKNOWN_CODE for an area that does not exist.
 */
export async function findActions(
  { code }: Strategy,
  area: string | null | undefined,
  page: ListRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<Action>> {
  const areaCode = await knownCodeIfGiven(loaders, "area", "area", area);
  return toConnection(await repositories.actions.ofStrategy(code, page, areaCode), page);
}
