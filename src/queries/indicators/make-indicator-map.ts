import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type MapEntry, type RankedAreas, rankAreas } from "../../domain/indicators/indicator-map";
import { residentsPeriod } from "../../domain/indicators/indicator-series";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { type ClassMethod, classesOf, classIndexOf, type ValueClass } from "../../domain/statistics/classes";
import { checkBounds } from "../kit/check-bounds";
import { knownCode, knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { type MapRequest, publishedMap } from "./published-map";

/** A map as it is answered. */
export interface IndicatorMap extends Omit<RankedAreas, "entries"> {
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  readonly level: AreaLevel;
  readonly minimumResidents: number;
  readonly residentsPeriod: string | null;
  readonly areas: readonly MapEntry[];
  readonly ranked: number;
  readonly method: string;
}

/** A class of values, with the areas that are in it. */
export interface AreaClass extends ValueClass {
  readonly areaCodes: readonly string[];
}

/** In words, for answers. */
export const mapMethod =
  "Rank 1 is the highest value, ties share the smallest rank. Decile = 1 + floor(10 x ranked areas strictly below / ranked areas). Quartiles by linear interpolation (Hyndman and Fan, type 7). Mean unweighted. Areas without a value or below the minimum of residents are left out of all of these.";

/**
 * One number in all areas of a level: of one city as it is published, in one Get and one Query; otherwise one Query each
 * for areas, numbers and residents, however many areas.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeIndicatorMap(request: MapRequest, context: QueryContext): Promise<IndicatorMap> {
  checkBounds("minimumResidents", request.minimumResidents, limits.rankedResidents);
  const published = await publishedMap(request, context);
  if (published === null) return computedMap(request, context);
  return answerOf(request, published.indicator, published);
}

async function computedMap(request: MapRequest, { loaders }: QueryContext): Promise<IndicatorMap> {
  const { period, level, minimumResidents: minimum } = request;
  const [indicator, cityCode] = await Promise.all([
    knownCode(loaders.indicator, "indicator", request.indicator),
    knownCodeIfGiven(loaders.area, "city", request.city),
    knownCode(loaders.indicator, "residentsIndicator", request.residentsIndicator),
  ]);
  const counted = minimum > 0 ? residentsPeriod(period) : null;
  const [areas, observations, residents] = await Promise.all([
    loaders.areasOfLevel.load(level),
    loaders.observationsOfLevel.load({ indicatorCode: request.indicator, period, level }),
    counted === null
      ? []
      : loaders.observationsOfLevel.load({
          indicatorCode: request.residentsIndicator,
          period: counted,
          level,
        }),
  ]);
  for (const area of areas) loaders.area.prime(area.code, area);
  const wanted = areas.filter((area) => cityCode === undefined || area.cityCode === cityCode);
  const populations = { residents: valuesByArea(residents), minimum };
  return answerOf(request, indicator, rankAreas(wanted, observations, populations));
}

const answerOf = (
  { period, level, minimumResidents }: MapRequest,
  indicator: IndicatorDefinition,
  { entries, distribution, coverage }: RankedAreas,
): IndicatorMap => ({
  indicator,
  period,
  level,
  minimumResidents,
  residentsPeriod: minimumResidents > 0 ? residentsPeriod(period) : null,
  areas: entries,
  coverage,
  ranked: distribution?.count ?? 0,
  distribution,
  method: mapMethod,
});

const valuesByArea = (observations: readonly Observation[]) =>
  new Map(observations.map(({ areaCode, value }) => [areaCode, value]));

/** The number of the one city that the areas belong to; `null` where they belong to several or are cities. */
export async function cityObservation(
  { areas, indicator, period }: IndicatorMap,
  { loaders }: QueryContext,
): Promise<Observation | null> {
  const [cityCode, ...others] = new Set(areas.map(({ area }) => area.cityCode));
  if (cityCode === null || cityCode === undefined || others.length > 0) return null;
  return loaders.observation.load({ areaCode: cityCode, indicatorCode: indicator.code, period });
}

/** @throws HubError BAD_USER_INPUT when the number of classes is out of its bounds. */
export function mapClasses(map: IndicatorMap, count: number, by: ClassMethod): AreaClass[] {
  checkBounds("count", count, limits.mapClasses);
  const ranked = map.areas.filter(({ rank }) => rank !== null);
  const classes = classesOf(
    ranked.map(({ observation }) => observation!.value!),
    count,
    by,
  );
  const codes = classes.map((): string[] => []);
  for (const { area, observation } of ranked)
    codes[classIndexOf(classes, observation!.value!)]!.push(area.code);
  return classes.map((each, i) => ({ ...each, areaCodes: codes[i]! }));
}
