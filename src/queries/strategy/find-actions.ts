import type { Area } from "../../domain/places/area";
import type { Action } from "../../domain/strategy/action";
import type { Strategy } from "../../domain/strategy/strategy";
import type { ListRequest } from "../../storage/engine/ordered-page";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

/**
 * The actions of a strategy, or those of an area according to a source.
 * @throws HubError UNKNOWN_CODE for an area that does not exist.
 */
export function findActions(
  { code }: Strategy,
  area: string | null | undefined,
  page: ListRequest,
  { records, repositories }: QueryContext,
): Connection<Action> {
  const areaCode = knownCodeIfGiven(records, "area", "area", area);
  return toConnection(repositories.actions.ofStrategy(code, page, areaCode), page);
}

/**
 * The actions for which a source names an area, by code.
 * @throws HubError UNKNOWN_CODE for a strategy that does not exist.
 */
export function actionsOfArea(
  { code }: Area,
  strategy: string | null | undefined,
  page: PageRequest,
  { records, repositories }: QueryContext,
): Connection<Action> {
  const strategyCode = knownCodeIfGiven(records, "strategy", "strategy", strategy);
  return toConnection(repositories.actions.ofArea(code, strategyCode, page), page);
}
