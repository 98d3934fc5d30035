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
export function findPartnerships(
  filter: PartnershipFilter | null | undefined,
  page: ListRequest,
  { records, repositories }: QueryContext,
): Connection<Partnership> {
  const { strategyCode } = knownCodes(records, filter, { strategy: "strategy" });
  const equal = { kind: filter?.kind, strategyCode };
  return toConnection(repositories.partnerships.page(page, equal), page);
}

/**
 * The partnerships that name an area, by code.
 * @throws HubError UNKNOWN_CODE for a strategy that does not exist.
 */
export function partnershipsOfArea(
  { code }: Area,
  filter: PartnershipFilter | null | undefined,
  page: PageRequest,
  { records, repositories }: QueryContext,
): Connection<Partnership> {
  const { strategyCode } = knownCodes(records, filter, { strategy: "strategy" });
  const criteria = { kind: filter?.kind ?? undefined, strategyCode };
  return toConnection(repositories.partnerships.ofArea(code, criteria, page), page);
}
