import { limits } from "../kit/limits";
import type { SourceRef } from "../kit/source-ref";
import type { Area, AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";
import { type IndicatorPanel, indicatorPanel, type PanelSlice, residentsPeriod } from "./indicator-panel";
import type { Observation } from "./observation";

/** The indicator that counts residents, by year, unless another one is asked for. */
export const usualResidentsIndicator = "residents";

/** Levels of which each city publishes maps; a city is no map of itself. */
export const mappedLevels = ["DISTRICT", "NEIGHBOURHOOD"] as const satisfies readonly AreaLevel[];

/** One period of a panel of one city, with everything that an answer about it shows. */
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
  /** Of the indicator and period, of the areas. */
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

/** What a map was made of, with any minimum of residents. */
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

/** The name of the document of a map. */
export const mapDocumentId = (level: AreaLevel, indicatorCode: string, period: string): string =>
  `map/${level}/${indicatorCode}/${period}`;
