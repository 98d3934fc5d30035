import type { Action } from "../../domain/action";
import type { Strategy } from "../../domain/strategy";
import type { Context } from "../context";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";

/**
 * The actions of a strategy, or those for which a source names an area.
 * @throws HubError UNKNOWN_CODE for an area that the hub does not know.
 */
export async function findActions(
  { code }: Strategy,
  area: string | null | undefined,
  page: PageArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Action>> {
  const areaCode = await knownCodeIfGiven(loaders.area, "area", area);
  const selection = areaCode !== undefined && {
    name: `area ${areaCode}`,
    keeps: (action: Action) => action.areaCodes.includes(areaCode),
  };
  return toConnection(await repositories.actions.ofStrategy(code, page, selection || undefined), page);
}
