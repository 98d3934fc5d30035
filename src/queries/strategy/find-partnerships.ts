import type { Area } from "../../domain/places/area";
import type { Partnership, PartnershipKind } from "../../domain/strategy/partnership";
import type { ListRequest } from "../../storage/engine/ordered-page";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

/** All conditions must hold. */
export interface PartnershipFilter {
  readonly kind?: PartnershipKind | null | undefined;
  /** Code of the strategy. */
  readonly strategy?: string | null | undefined;
}

/**
 * The partnerships that meet a filter, by code.
 * @throws HubError UNKNOWN_CODE for a strategy that does not exist.
 */
export async function findPartnerships(
  filter: PartnershipFilter | null | undefined,
  page: ListRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<Partnership>> {
  const { strategyCode } = await knownCodes(loaders, filter, { strategy: "strategy" });
  const equal = { kind: filter?.kind, strategyCode };
  return toConnection(await repositories.partnerships.page(page, equal), page);
}

/**
 * The partnerships that name an area, by code.
 * @throws HubError UNKNOWN_CODE for a strategy that does not exist.
 */
export async function partnershipsOfArea(
  { code }: Area,
  filter: PartnershipFilter | null | undefined,
  page: PageRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<Partnership>> {
  const { strategyCode } = await knownCodes(loaders, filter, { strategy: "strategy" });
  const criteria = { kind: filter?.kind ?? undefined, strategyCode };
  return toConnection(await repositories.partnerships.ofArea(code, criteria, page), page);
}
