import type { Partnership } from "../../domain/partnership";
import type { Context } from "../context";
import { type Connection, type ListArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { PartnershipFilterInput } from "./partnership.type";

/**
 * The partnerships that meet a filter, by code.
 * @throws HubError UNKNOWN_CODE for a strategy that the hub does not know.
 */
export async function findPartnerships(
  filter: PartnershipFilterInput | null | undefined,
  page: ListArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Partnership>> {
  const strategyCode = await knownCodeIfGiven(loaders.strategy, "filter.strategy", filter?.strategy);
  const equal = {
    ...(filter?.kind && { kind: filter.kind }),
    ...(strategyCode !== undefined && { strategyCode }),
  };
  return toConnection(await repositories.partnerships.page(page, equal), page);
}
