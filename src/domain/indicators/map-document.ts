import { limits } from "../kit/limits";
import type { SourceRef } from "../kit/source-ref";
import type { Area, AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import { type IndicatorPanel, indicatorPanel, type PanelSlice, residentsPeriod } from "./indicator-panel";
import type { Observation } from "./observation";

/** Default indicator for the count of residents, by year. */
export const usualResidentsIndicator = "residents";

/** Levels with published maps of each city. */
export const mappedLevels = ["DISTRICT", "NEIGHBOURHOOD"] as const satisfies readonly AreaLevel[];

/** One period of a panel of one city, with all data of an answer about it. */
export interface MapDocument extends PanelSlice {
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  readonly level: AreaLevel;
  readonly residentsPeriod: string;
  readonly cityArea: Area | null;
  /** The observation of the city itself. */
  readonly city: Observation | null;
  /** Of the observations, of the areas and of the indicator. */
  readonly sources: readonly SourceRef[];
}

export interface MapMaterial
  extends Pick<MapDocument, "city" | "cityArea" | "indicator" | "level" | "period"> {
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of this indicator, period and areas. */
  readonly observations: readonly Observation[];
  /** By area code. */
  readonly residents: ReadonlyMap<string, number | null>;
  sources(records: readonly Sourced[]): readonly SourceRef[];
}

export interface Sourced {
  readonly sourceCodes: readonly string[];
}

const { usual } = limits.rankedResidents;

export function mapDocument({
  areas,
  observations,
  residents,
  sources,
  ...material
}: MapMaterial): MapDocument {
  const { indicator, period, city, cityArea } = material;
  const residentsIn = (code: string) => residents.get(code) ?? null;
  return {
    ...material,
    residentsPeriod: residentsPeriod(period),
    sources: sources([indicator, ...areas, ...observations, city ?? [], cityArea ?? []].flat()),
    ...indicatorPanel({ areas, observations }, { minimum: usual, residentsIn }).slice(period),
  };
}

/** The panel of a map, with any minimum of residents. */
export function panelOfMap(map: MapDocument, minimum: number): IndicatorPanel {
  const { entries, city, period } = map;
  const residents = new Map(entries.map((each) => [each.area.code, each.residents]));
  return indicatorPanel(
    {
      areas: entries.map(({ area }) => area),
      observations: [...entries.map(({ observation }) => observation), city].filter((each) => each !== null),
    },
    { minimum, residentsIn: (code) => residents.get(code) ?? null },
    minimum === usual ? [[period, map]] : [],
  );
}

/** Id of the document with a map. */
export const mapDocumentId = (level: AreaLevel, indicatorCode: string, period: string): string =>
  `map/${level}/${indicatorCode}/${period}`;
