import { limits } from "../kit/limits";
import type { SourceRef } from "../kit/source-ref";
import type { Area, AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import { type Populations, type RankedAreas, rankAreas } from "./indicator-map";
import { residentsPeriod } from "./indicator-series";
import type { Observation } from "./observation";

/** The indicator that counts residents, by year, unless another one is asked for. */
export const usualResidentsIndicator = "residents";

/** Levels of which each city publishes maps; a city is no map of itself. */
export const mappedLevels = ["DISTRICT", "NEIGHBOURHOOD"] as const satisfies readonly AreaLevel[];

/** One number over all areas of a level of one city, with everything that an answer about it shows. */
export interface MapDocument extends RankedAreas {
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  readonly level: AreaLevel;
  readonly residentsPeriod: string;
  readonly cityArea: Area | null;
  /** The number of the city itself. */
  readonly city: Observation | null;
  /** Of the numbers, of the areas and of the indicator. */
  readonly sources: readonly SourceRef[];
}

export interface MapMaterial {
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  readonly level: AreaLevel;
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of the indicator and period, of the areas. */
  readonly observations: readonly Observation[];
  readonly residents: Populations["residents"];
  readonly cityArea: Area | null;
  readonly city: Observation | null;
  sources(records: readonly Sourced[]): readonly SourceRef[];
}

export interface Sourced {
  readonly sourceCodes: readonly string[];
}

export function mapDocument(material: MapMaterial): MapDocument {
  const { indicator, period, level, areas, observations, residents, city, cityArea } = material;
  return {
    indicator,
    period,
    level,
    residentsPeriod: residentsPeriod(period),
    cityArea,
    city,
    sources: material.sources([indicator, ...areas, ...observations, city ?? [], cityArea ?? []].flat()),
    ...rankAreas(areas, observations, { residents, minimum: limits.rankedResidents.usual }),
  };
}

/** The same map with another minimum of residents. */
export function withMinimum({ entries }: MapDocument, minimum: number): RankedAreas {
  const observations = entries.flatMap(({ observation }) => observation ?? []);
  const residents = minimum > 0 ? entries.map((each) => [each.area.code, each.residents] as const) : [];
  return rankAreas(
    entries.map(({ area }) => area),
    observations,
    { residents: new Map(residents), minimum },
  );
}

/** The name of the document of a map. */
export const mapDocumentId = (level: AreaLevel, indicatorCode: string, period: string): string =>
  `map/${level}/${indicatorCode}/${period}`;
