import type { Action } from "../../domain/action";
import type { Strategy } from "../../domain/strategy";
import type { Context } from "../context";
import { type Connection, type ListArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";

/**
 * The actions of a strategy, or those for which a source names an area.
 * @throws HubError UNKNOWN_CODE for an area that the hub does not know.
 */
export async function findActions(
  { code }: Strategy,
  area: string | null | undefined,
  page: ListArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Action>> {
  const areaCode = await knownCodeIfGiven(loaders.area, "area", area);
  return toConnection(await repositories.actions.ofStrategy(code, page, areaCode), page);
}
