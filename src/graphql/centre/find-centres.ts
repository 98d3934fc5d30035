import type { Centre } from "../../domain/centre";
import type { CentreCriteria } from "../../storage/centre.repository";
import type { Context } from "../context";
import { placeOfCentre } from "../opening/opening-place";
import { openingSelection } from "../opening/opening-selection";
import { type Connection, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import { type PlaceListArgs, placeCriteria, stepFreeCriteria } from "../shared/place-list.input";
import type { CentreFilterInput } from "./centre.input";

/**
 * The centres that meet a filter, by name or in another order.
 * @throws HubError BAD_USER_INPUT for a circle that cannot be, and as `recordCriteria`.
 */
export async function findCentres(
  filter: CentreFilterInput | null | undefined,
  page: PlaceListArgs,
  context: Context,
): Promise<Connection<Centre>> {
  const criteria = { ...(await recordCriteria(filter, context)), ...placeCriteria(filter?.near, page) };
  const selection = openingSelection(filter, (centre: Centre) => [placeOfCentre(centre)], context);
  return toConnection(await context.repositories.centres.page(criteria, page, selection, page.sort), page);
}

/**
 * What a filter asks of the records, without its circle and its conditions on opening times.
 * @throws HubError UNKNOWN_CODE for an area, kind or strategy that the hub does not know.
 */
export async function recordCriteria(
  filter: CentreFilterInput | null | undefined,
  { loaders }: Context,
): Promise<CentreCriteria> {
  const [areaCode, kindCode, strategyCode] = await Promise.all([
    knownCodeIfGiven(loaders.area, "filter.area", filter?.area),
    knownCodeIfGiven(loaders.taxonomyTerm, "filter.kind", filter?.kind),
    knownCodeIfGiven(loaders.strategy, "filter.strategy", filter?.strategy),
  ]);
  return {
    ...(areaCode !== undefined && { areaCode }),
    ...(kindCode !== undefined && { kindCode }),
    ...(strategyCode !== undefined && { strategyCode }),
    equipment: [...new Set(filter?.equipment ?? [])].sort(),
    ...stepFreeCriteria(filter?.accessible),
  };
}
