import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type AreaSeries, areaSeries } from "../../domain/indicators/indicator-series";
import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { checkBounds } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { levelFigures } from "./level-figures";

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
 * Series of some areas: one batch for the areas, and for each city and level of theirs what is published of the indicator
 * and of residents.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeIndicatorSeries(
  request: SeriesRequest,
  context: QueryContext,
): Promise<IndicatorSeries> {
  const { loaders } = context;
  const { minimumResidents, peers } = request;
  checkBounds("the number of areas", request.areas.length, limits.seriesAreas);
  checkBounds("peers", peers, limits.seriesPeers);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const areas = await Promise.all(request.areas.map((code) => knownCode<Area>(loaders.area, "areas", code)));
  const series = await Promise.all(
    areas.map(async (area) => {
      const of = { city: area.cityCode, level: area.level };
      const [{ areas: level, observations }, residents] = await Promise.all([
        levelFigures({ ...of, indicator: request.indicator }, context),
        minimumResidents > 0 ? levelFigures({ ...of, indicator: request.residentsIndicator }, context) : null,
      ]);
      const people = residents?.observations ?? [];
      return areaSeries(area, { level, observations, residents: people, minimumResidents, peers });
    }),
  );
  const [indicator] = await Promise.all([
    knownCode(loaders.indicator, "indicator", request.indicator),
    knownCode(loaders.indicator, "residentsIndicator", request.residentsIndicator),
  ]);
  return { indicator, series, minimumResidents, peers, method };
}
