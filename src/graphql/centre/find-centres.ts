import type { Centre } from "../../domain/centre";
import type { Context } from "../context";
import { placeOfCentre } from "../opening/opening-place";
import { openingSelection } from "../opening/opening-selection";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { CentreFilterInput } from "./centre.input";

/**
 * The centres that meet a filter, by name.
 * @throws HubError UNKNOWN_CODE for an area, kind or strategy that the hub does not know.
 */
export async function findCentres(
  filter: CentreFilterInput | null | undefined,
  page: PageArgs,
  context: Context,
): Promise<Connection<Centre>> {
  const { loaders, repositories } = context;
  const [areaCode, kindCode, strategyCode] = await Promise.all([
    knownCodeIfGiven(loaders.area, "filter.area", filter?.area),
    knownCodeIfGiven(loaders.taxonomyTerm, "filter.kind", filter?.kind),
    knownCodeIfGiven(loaders.strategy, "filter.strategy", filter?.strategy),
  ]);
  const criteria = {
    ...(areaCode !== undefined && { areaCode }),
    ...(kindCode !== undefined && { kindCode }),
    ...(strategyCode !== undefined && { strategyCode }),
    equipment: [...new Set(filter?.equipment ?? [])].sort(),
  };
  return toConnection(
    await repositories.centres.page(
      criteria,
      page,
      openingSelection(filter, (centre: Centre) => [placeOfCentre(centre)], context),
    ),
    page,
  );
}
