import { comparedCell } from "../../domain/indicators/compare-areas";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import { checkBounds, checkCount } from "../kit/check-bounds";
import { allKnown, knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { panelsOf, type RankingRequest } from "./load-panel";

interface ComparisonRequest extends RankingRequest {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  readonly period: string;
}

export type Comparison = Awaited<ReturnType<typeof makeComparison>>;
export type AnsweredCell = Comparison["cells"][number];

/**
 * Some values of some areas, beside those of their city: one batch each for areas and indicators, and one for every
 * hundred values. Panels are loaded only for ranks.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT.
 */
export async function makeComparison(request: ComparisonRequest, context: QueryContext) {
  const { loaders } = context;
  const { period, minimumResidents, residentsIndicator } = request;
  const areaCodes = [...new Set(request.areas)];
  const indicatorCodes = [...new Set(request.indicators)];
  checkCount("areas", areaCodes, limits.comparedAreas);
  checkCount("indicators", indicatorCodes, limits.comparedIndicators);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const [areas, indicators] = await Promise.all([
    allKnown(loaders, "area", "areas", areaCodes),
    allKnown(loaders, "indicator", "indicators", indicatorCodes),
    knownCode(loaders, "indicator", "residentsIndicator", residentsIndicator),
  ]);
  const panelOf = panelsOf(context);
  const ranking = { minimumResidents, residentsIndicator };
  const load = (areaCode: string | null, indicatorCode: string): Promise<Observation | null> =>
    areaCode === null ? Promise.resolve(null) : loaders.observation.load({ areaCode, indicatorCode, period });
  const cells = await Promise.all(
    areas.flatMap((area) =>
      indicators.map(async (indicator) => {
        const { code, level, cityCode: city } = area;
        const [own, ofCity] = await Promise.all([load(code, indicator.code), load(city, indicator.code)]);
        /** Its rank among the areas of its level and city. */
        const standing = async () => {
          const panel = await panelOf({ indicator: indicator.code, level, city, period, ranking });
          const { entries, distribution } = panel.slice(period);
          const entry = entries.find((each) => each.area.code === code);
          return entry ? { ...entry, ranked: distribution?.count ?? 0 } : null;
        };
        return { ...comparedCell(area, indicator, own, ofCity), standing };
      }),
    ),
  );
  const present = cells.filter(({ value }) => value !== null).length;
  return {
    areas,
    indicators,
    period,
    minimumResidents,
    cells,
    coverage: { expected: cells.length, present },
  };
}
