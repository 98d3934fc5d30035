import { areaSeries } from "../../domain/indicators/indicator-series";
import { limits } from "../../domain/kit/limits";
import { checkBounds, checkCount } from "../kit/check-bounds";
import { allKnown, knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { panelsOf, type RankingRequest } from "./load-panel";

interface SeriesRequest extends RankingRequest {
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly peers: number;
}

export type IndicatorSeries = Awaited<ReturnType<typeof makeIndicatorSeries>>;

const method =
  "Peers: the areas of the same level and city nearest in value in the first period with a value, ties by code. Means unweighted; those of a comparison only over areas with a value in both periods. Areas below the minimum of residents in a period are left out of it.";

/**
 * Series of some areas: one batch for the areas, and for each of their cities and levels the published documents of the
 * indicator and of residents.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeIndicatorSeries(request: SeriesRequest, context: QueryContext) {
  const { loaders } = context;
  const { minimumResidents, residentsIndicator, peers } = request;
  checkCount("areas", request.areas, limits.seriesAreas);
  checkBounds("peers", peers, limits.seriesPeers);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const areas = await allKnown(loaders, "area", "areas", request.areas);
  const panelOf = panelsOf(context);
  const ranking = { minimumResidents, residentsIndicator };
  const series = await Promise.all(
    areas.map(async (area) => {
      const { level, cityCode: city } = area;
      return areaSeries(area, await panelOf({ indicator: request.indicator, level, city, ranking }), peers);
    }),
  );
  const indicator = await knownCode(loaders, "indicator", "indicator", request.indicator);
  return { indicator, series, minimumResidents, peers, method };
}
