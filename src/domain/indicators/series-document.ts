import type { SourceRef } from "../kit/source-ref";
import type { Area, AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import type { Sourced } from "./map-document";
import type { Observation } from "./observation";

/** One indicator in all areas of a level of one city, in every period: what series, indices and ratios are made of. */
export interface SeriesDocument {
  readonly indicator: IndicatorDefinition;
  readonly level: AreaLevel;
  /** The city; `null` where the areas are cities themselves. */
  readonly cityArea: Area | null;
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of the areas, and of the city itself. */
  readonly observations: readonly Observation[];
  /** Of the numbers, of the areas and of the indicator. */
  readonly sources: readonly SourceRef[];
}

export interface SeriesMaterial extends Omit<SeriesDocument, "sources"> {
  sources(records: readonly Sourced[]): readonly SourceRef[];
}

export function seriesDocument({ sources, ...material }: SeriesMaterial): SeriesDocument {
  const { indicator, cityArea, areas, observations } = material;
  return { ...material, sources: sources([indicator, ...areas, ...observations, cityArea ?? []].flat()) };
}

/** The name of the document of a series. */
export const seriesDocumentId = (level: AreaLevel, indicatorCode: string): string =>
  `series/${level}/${indicatorCode}`;

/** Documents in which the areas are the cities of the hub are published apart from those of each city. */
export const citiesScope = "cities";
