import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import {
  everyoneRanked,
  type IndicatorPanel,
  indicatorPanel,
  type PanelMaterial,
  type RankingThreshold,
  residentsPeriod,
} from "../../domain/indicators/indicator-panel";
import {
  type MapDocument,
  mapDocumentId,
  panelOfMap,
  usualResidentsIndicator,
} from "../../domain/indicators/map-document";
import { type SeriesDocument, seriesDocumentId } from "../../domain/indicators/series-document";
import type { Area, AreaLevel } from "../../domain/places/area";
import { knownCode, knownCodeIfGiven } from "../kit/known-code";
import { loadDocument, scopeOf } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

/** The areas that are ranked. */
export interface RankingRequest {
  /** Areas with fewer residents are not ranked; 0 ranks all. */
  readonly minimumResidents: number;
  readonly residentsIndicator: string;
}

export interface PanelRequest {
  readonly indicator: string;
  readonly level: AreaLevel;
  /** `null` for all cities of the hub. */
  readonly city: string | null;
  /** Only this period; every period if absent. */
  readonly period?: string;
  /** All areas are ranked if absent. */
  readonly ranking?: RankingRequest;
}

/**
 * An indicator in the areas of a level. Of one city, or of cities beside each other, it is read from published
 * documents, in one Get and one Query each. Of several cities at once, and before the first publication, it needs the
 * lists of the whole hub.
 * @throws HubError UNKNOWN_CODE for a city, and with a ranking for an indicator too; LIMIT_EXCEEDED for lists that are
 * too long.
 */
export async function loadPanel(request: PanelRequest, context: QueryContext): Promise<IndicatorPanel> {
  const { loaders } = context;
  const { ranking, indicator } = request;
  const map = await publishedMap(request, context);
  if (map !== null) return panelOfMap(map, ranking!.minimumResidents);
  const [material, threshold] = await Promise.all([
    materialOf(request, context),
    ranking ? thresholdOf(request, ranking, context) : everyoneRanked,
  ]);
  if (ranking)
    await Promise.all([
      knownCode(loaders, "indicator", "indicator", indicator),
      knownCode(loaders, "indicator", "residentsIndicator", ranking.residentsIndicator),
    ]);
  return indicatorPanel(material, threshold);
}

/** The panels of one request, each loaded once. */
export function panelsOf(context: QueryContext): (request: PanelRequest) => Promise<IndicatorPanel> {
  const loaded = new Map<string, Promise<IndicatorPanel>>();
  return (request) => {
    const key = JSON.stringify(request);
    const panel = loaded.get(key) ?? loadPanel(request, context);
    loaded.set(key, panel);
    return panel;
  };
}

/** One period with the default ranks, which is published in this form. */
async function publishedMap(request: PanelRequest, context: QueryContext): Promise<MapDocument | null> {
  const { ranking, period, level, indicator, city } = request;
  if (ranking?.residentsIndicator !== usualResidentsIndicator || period === undefined) return null;
  if (level === "CITY" && city !== null) return null;
  const map = await published<MapDocument>(request, mapDocumentId(level, indicator, period), context);
  if (map === null) return null;
  const areas = map.entries.map(({ area }) => area);
  prime(context, { ...map, areas, indicators: [map.indicator] });
  const key = map.cityArea && { areaCode: map.cityArea.code, indicatorCode: indicator, period };
  if (key) context.loaders.observation.prime(key, map.city);
  return map;
}

async function materialOf(request: PanelRequest, context: QueryContext): Promise<PanelMaterial> {
  const { level, indicator, city } = request;
  const series = await published<SeriesDocument>(request, seriesDocumentId(level, indicator), context);
  if (series === null) return listed(request, context);
  prime(context, { ...series, indicators: [series.indicator] });
  return { ...series, areas: areasIn(series.areas, level === "CITY" ? city : null) };
}

/** From a document of residents, or from their list. */
async function thresholdOf(
  request: PanelRequest,
  { minimumResidents: minimum, residentsIndicator }: RankingRequest,
  context: QueryContext,
): Promise<RankingThreshold> {
  if (minimum <= 0) return everyoneRanked;
  const { level, city, period } = request;
  const counted = { level, city, indicator: residentsIndicator };
  const year = period === undefined ? {} : { period: residentsPeriod(period) };
  const residents = indicatorPanel(await materialOf({ ...counted, ...year }, context));
  return { minimum, residentsIn: (code, at) => residents.at(code, at)?.value ?? null };
}

async function published<T>(
  { level, city }: PanelRequest,
  id: string,
  { loaders }: QueryContext,
): Promise<T | null> {
  const scope = await scopeOf(level, city, loaders);
  return scope === null ? null : loadDocument<T>(loaders, scope, id);
}

interface Shown extends Pick<SeriesDocument, "areas" | "cityArea" | "sources"> {
  readonly indicators: readonly IndicatorDefinition[];
}

/** Records in a document are not read again one by one. */
export function prime({ loaders }: QueryContext, { indicators, areas, cityArea, sources }: Shown): void {
  for (const indicator of indicators) loaders.indicator.prime(indicator.code, indicator);
  for (const source of sources) loaders.sourceRef.prime(source.code, source);
  for (const area of [...areas, cityArea ?? []].flat()) loaders.area.prime(area.code, area);
}

async function listed(
  { city, level, indicator: indicatorCode, period }: PanelRequest,
  { loaders }: QueryContext,
): Promise<PanelMaterial> {
  const [areas, observations] = await Promise.all([
    loaders.areasOfLevel.load(level),
    period === undefined
      ? loaders.observationsOfIndicator.load(indicatorCode)
      : loaders.observationsOfLevel.load({ indicatorCode, period, level }),
  ]);
  for (const area of areas) loaders.area.prime(area.code, area);
  const own = areasIn(areas, city);
  if (own.length > 0 || city === null) return { areas: own, observations };
  // The city does not exist, or another one replaced it.
  const known = await knownCodeIfGiven(loaders, "area", "city", city);
  return { areas: areasIn(areas, known ?? null), observations };
}

const areasIn = (areas: readonly Area[], city: string | null): readonly Area[] =>
  city === null ? areas : areas.filter(({ code, cityCode }) => (cityCode ?? code) === city);
