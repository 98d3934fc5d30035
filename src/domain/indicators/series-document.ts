import type { SourceRef } from "../kit/source-ref";
import type { Area, AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import type { Observation } from "./observation";

/** Default indicator for the count of residents, by year. */
export const usualResidentsIndicator = "residents";

/** Levels with published documents of each city. */
export const publishedLevels = [
  "DISTRICT",
  "NEIGHBOURHOOD",
  "POSTAL_CODE",
  "OMI_ZONE",
] as const satisfies readonly AreaLevel[];

export interface Sourced {
  readonly sourceCodes: readonly string[];
}

/** One indicator in all areas of a level of one city, in every period: the data for every view of the indicator. */
export interface SeriesDocument {
  readonly indicator: IndicatorDefinition;
  readonly level: AreaLevel;
  /** `null` when the areas are cities themselves. */
  readonly cityArea: Area | null;
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of the areas and the city. */
  readonly observations: readonly Observation[];
  /** Of the observations, the areas and the indicator. */
  readonly sources: readonly SourceRef[];
}

export interface SeriesMaterial extends Omit<SeriesDocument, "sources"> {
  sources(records: readonly Sourced[]): readonly SourceRef[];
}

export function seriesDocument({ sources, ...material }: SeriesMaterial): SeriesDocument {
  const { indicator, cityArea, areas, observations } = material;
  return { ...material, sources: sources([indicator, ...areas, ...observations, cityArea ?? []].flat()) };
}

/** Id of the document with a series. */
export const seriesDocumentId = (level: AreaLevel, indicatorCode: string): string =>
  `series/${level}/${indicatorCode}`;

/** Scope of the documents about cities as areas, separate from the documents of each city. */
export const citiesScope = "cities";
