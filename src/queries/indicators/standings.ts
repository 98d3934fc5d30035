import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type MapEntry, type RankedAreas, rankAreas } from "../../domain/indicators/indicator-map";
import { residentsPeriod } from "../../domain/indicators/indicator-series";
import type { Area } from "../../domain/places/area";
import type { QueryContext } from "../kit/query-context";
import { publishedMap } from "./published-map";

/** Where an area stands among those of its level and city. */
export interface Standing extends Pick<MapEntry, "rank" | "decile" | "exclusion" | "reason"> {
  /** How many areas have a rank. */
  readonly ranked: number;
}

export interface StandingRequest {
  readonly period: string;
  readonly minimumResidents: number;
  readonly residentsIndicator: string;
}

export type Standings = (area: Area, indicator: IndicatorDefinition) => Promise<Standing | null>;

/**
 * Ranks as on a map, made only when they are asked for and once for each indicator, level and city: from what is published; before
 * the first publication one Query each for the areas, the numbers and the residents.
 */
export function standingsOf(request: StandingRequest, context: QueryContext): Standings {
  const { loaders } = context;
  const made = new Map<string, Promise<RankedAreas>>();
  const { period, minimumResidents: minimum, residentsIndicator } = request;
  const rank = async ({ level, cityCode }: Area, { code }: IndicatorDefinition): Promise<RankedAreas> => {
    const published = await publishedMap({ ...request, indicator: code, level, city: cityCode }, context);
    if (published !== null) return published;
    const people = { indicatorCode: residentsIndicator, period: residentsPeriod(period), level };
    const [areas, observations, residents] = await Promise.all([
      loaders.areasOfLevel.load(level),
      loaders.observationsOfLevel.load({ indicatorCode: code, period, level }),
      minimum > 0 ? loaders.observationsOfLevel.load(people) : [],
    ]);
    const peers = areas.filter((area) => area.cityCode === cityCode);
    return rankAreas(peers, observations, {
      residents: new Map(residents.map(({ areaCode, value }) => [areaCode, value])),
      minimum,
    });
  };
  return async (area, indicator) => {
    const key = `${indicator.code} ${area.level} ${area.cityCode}`;
    const ranked = made.get(key) ?? rank(area, indicator);
    made.set(key, ranked);
    const { entries, distribution } = await ranked;
    const entry = entries.find((each) => each.area.code === area.code);
    return entry === undefined ? null : { ...entry, ranked: distribution?.count ?? 0 };
  };
}
