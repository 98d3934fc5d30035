import type { PanelSlice } from "../../domain/indicators/indicator-panel";
import { residentsPeriod } from "../../domain/indicators/indicator-panel";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { type ClassMethod, classesOf, classIndexOf, type ValueClass } from "../../domain/statistics/classes";
import { checkBounds } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { loadPanel, type RankingRequest } from "./load-panel";

interface MapRequest extends RankingRequest {
  readonly indicator: string;
  readonly period: string;
  readonly level: AreaLevel;
  readonly city?: string | null | undefined;
}

export type IndicatorMap = Awaited<ReturnType<typeof makeIndicatorMap>>;

/** A class of values, with its areas. */
export interface AreaClass extends ValueClass {
  readonly areaCodes: readonly string[];
}

export const mapMethod =
  "Rank 1 is the highest value, ties share the smallest rank. Decile = 1 + floor(10 x ranked areas strictly below / ranked areas). Quartiles by linear interpolation (Hyndman and Fan, type 7). Mean unweighted. Areas without a value or below the minimum of residents are left out of all of these.";

/**
 * One indicator in all areas of a level. Of one city it is published, in one Get and one Query; otherwise one Query
 * each for areas, observations and residents, however many areas.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeIndicatorMap(request: MapRequest, context: QueryContext) {
  const { period, level, city = null, minimumResidents, residentsIndicator } = request;
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  const ranking = { minimumResidents, residentsIndicator };
  const panel = await loadPanel({ indicator: request.indicator, level, city, period, ranking }, context);
  const { entries, distribution, coverage }: PanelSlice = panel.slice(period);
  return {
    indicator: await knownCode(context.loaders, "indicator", "indicator", request.indicator),
    period,
    level,
    minimumResidents,
    residentsPeriod: minimumResidents > 0 ? residentsPeriod(period) : null,
    areas: entries,
    coverage,
    ranked: distribution?.count ?? 0,
    distribution,
    method: mapMethod,
  };
}

/** The observation of the one city of the areas; `null` for several cities, or areas that are cities. */
export async function cityObservation(
  { areas, indicator, period }: Pick<IndicatorMap, "areas" | "indicator" | "period">,
  { loaders }: QueryContext,
): Promise<Observation | null> {
  const [cityCode, ...others] = new Set(areas.map(({ area }) => area.cityCode));
  if (cityCode === null || cityCode === undefined || others.length > 0) return null;
  return loaders.observation.load({ areaCode: cityCode, indicatorCode: indicator.code, period });
}

/** @throws HubError BAD_USER_INPUT if the number of classes is out of its bounds. */
export function mapClasses({ areas }: IndicatorMap, count: number, by: ClassMethod): AreaClass[] {
  checkBounds("count", count, limits.mapClasses);
  const ranked = areas.flatMap(({ area, rank, observation }) =>
    rank === null ? [] : [{ code: area.code, value: observation!.value! }],
  );
  const classes = classesOf(
    ranked.map(({ value }) => value),
    count,
    by,
  );
  const codes = classes.map((): string[] => []);
  for (const { code, value } of ranked) codes[classIndexOf(classes, value)]!.push(code);
  return classes.map((each, i) => ({ ...each, areaCodes: codes[i]! }));
}
