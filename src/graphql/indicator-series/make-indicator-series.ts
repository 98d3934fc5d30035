import type { Area } from "../../domain/area";
import type { IndicatorDefinition } from "../../domain/indicator";
import { type AreaSeries, areaSeries } from "../../domain/indicator-series";
import { limits } from "../../domain/limits";
import type { Context } from "../context";
import { checkBounds } from "../shared/check-bounds";
import { knownCode } from "../shared/known-code";

interface SeriesRequest {
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly peers: number;
  readonly minimumResidents: number;
  readonly residentsIndicator: string;
}

/** Series as they are answered. */
export interface IndicatorSeries {
  readonly indicator: IndicatorDefinition;
  readonly series: readonly AreaSeries[];
  readonly minimumResidents: number;
  readonly peers: number;
  readonly method: string;
}

const method =
  "Peers: the areas of the same level and city nearest in value in the first period with a value, ties by code. Means unweighted; those of a comparison only over areas with a value in both periods. Areas below the minimum of residents in a period are left out of it.";

/**
 * Series of some areas: one Query for the indicator in all areas and periods, one for residents, one for each level.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeIndicatorSeries(
  request: SeriesRequest,
  { loaders, repositories }: Context,
): Promise<IndicatorSeries> {
  const { minimumResidents, peers } = request;
  checkBounds("the number of areas", request.areas.length, limits.seriesAreas);
  checkBounds("peers", peers, limits.seriesPeers);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const [indicator, , ...areas] = await Promise.all([
    knownCode(loaders.indicator, "indicator", request.indicator),
    knownCode(loaders.indicator, "residentsIndicator", request.residentsIndicator),
    ...request.areas.map((code) => knownCode<Area>(loaders.area, "areas", code)),
  ] as const);
  const levels = [...new Set(areas.map(({ level }) => level))];
  const [observations, residents, ...ofLevels] = await Promise.all([
    repositories.observations.ofIndicator(request.indicator),
    minimumResidents > 0 ? repositories.observations.ofIndicator(request.residentsIndicator) : [],
    ...levels.map((level) => loaders.areasOfLevel.load(level)),
  ] as const);
  const known = ofLevels.flat();
  for (const area of known) loaders.area.prime(area.code, area);
  const series = areas.map((area) => {
    const level = known.filter((other) => other.level === area.level && other.cityCode === area.cityCode);
    return areaSeries(area, { level, observations, residents, minimumResidents, peers });
  });
  return { indicator, series, minimumResidents, peers, method };
}
