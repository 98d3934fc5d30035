import { type ComparedCell, comparedCell, coverageOf } from "../../domain/indicators/compare-areas";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage, Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { checkBounds } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { type StandingRequest, type Standings, standingsOf } from "./standings";

interface ComparisonRequest extends StandingRequest {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
}

/** A cell as it is answered. */
export interface AnsweredCell extends ComparedCell {
  readonly standings: Standings;
}

export interface Comparison {
  readonly areas: readonly Area[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly period: string;
  readonly minimumResidents: number;
  readonly cells: readonly AnsweredCell[];
  readonly coverage: Coverage;
}

/**
 * Some numbers of some areas, beside those of their city: one batch each for areas and indicators, and one for every hundred
 * numbers.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT.
 */
export async function makeComparison(request: ComparisonRequest, context: QueryContext): Promise<Comparison> {
  const { loaders } = context;
  const { period, minimumResidents } = request;
  const areaCodes = [...new Set(request.areas)];
  const indicatorCodes = [...new Set(request.indicators)];
  checkBounds("the number of areas", areaCodes.length, limits.comparedAreas);
  checkBounds("the number of indicators", indicatorCodes.length, limits.comparedIndicators);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const [areas, indicators] = await Promise.all([
    Promise.all(areaCodes.map((code) => knownCode<Area>(loaders.area, "areas", code))),
    Promise.all(
      indicatorCodes.map((code) => knownCode<IndicatorDefinition>(loaders.indicator, "indicators", code)),
    ),
    knownCode(loaders.indicator, "residentsIndicator", request.residentsIndicator),
  ]);
  const standings = standingsOf(request, context);
  const load = (areaCode: string | null, indicatorCode: string): Promise<Observation | null> =>
    areaCode === null ? Promise.resolve(null) : loaders.observation.load({ areaCode, indicatorCode, period });
  const cells = await Promise.all(
    areas.flatMap((area) =>
      indicators.map(async (indicator) => {
        const [own, city] = await Promise.all([
          load(area.code, indicator.code),
          load(area.cityCode, indicator.code),
        ]);
        return { ...comparedCell(area, indicator, own, city), standings };
      }),
    ),
  );
  return { areas, indicators, period, minimumResidents, cells, coverage: coverageOf(cells) };
}
